package fr.acse.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a part of the whole run reported.
 *
 * @param ended when its last report was written; empty if it has none
 * @param commit at which it ran to its end; empty if it was interrupted
 * @param minutes from the beginning of its first class to its last report; 0 for mutation
 */
record PartReport(
        String name,
        String ended,
        String commit,
        int tests,
        List<String> failures,
        List<String> skipped,
        List<String> seeds,
        List<Timed> classes,
        double minutes) {

    /** A class and its seconds. */
    record Timed(String name, double seconds) {}

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Europe/Paris"));
    private static final int LINES_OF_A_FAILURE = 6;
    private static final int MUTANT_STATUS = 5;
    private static final String NOTICED = "KILLED|TIMED_OUT|MEMORY_ERROR|RUN_ERROR";

    /** Written into the folder of a part when it has run to its end. */
    static final String COMMIT = "commit.txt";

    /** In the folder of a part; see {@link fr.acse.Extent}. */
    static final String SEEDS = "seeds.txt";

    boolean isThere() {
        return !ended.isEmpty();
    }

    Stream<String> slowest(int most) {
        return classes.stream()
                .sorted(Comparator.comparingDouble(Timed::seconds).reversed())
                .limit(most)
                .map(each -> "%.0f s %s".formatted(each.seconds(), each.name()));
    }

    static PartReport read(String name, Path folder) throws IOException {
        List<Path> reports = in(folder, "TEST-.*\\.xml");
        Path mutants = folder.resolve("mutations.csv");
        List<Path> all = Files.exists(mutants) ? List.of(mutants) : reports;
        if (all.isEmpty()) {
            return new PartReport(name, "", "", 0, List.of(), List.of(), List.of(), List.of(), 0);
        }
        long last = 0;
        for (Path each : all) {
            last = Math.max(last, written(each));
        }
        PartReport part = new PartReport(
                name,
                MOMENT.format(Instant.ofEpochMilli(last)),
                String.join("", linesOf(folder.resolve(COMMIT))),
                0,
                new ArrayList<>(),
                new ArrayList<>(),
                linesOf(folder.resolve(SEEDS)),
                new ArrayList<>(),
                0);
        return Files.exists(mutants) ? part.withMutants(Files.readAllLines(mutants)) : part.withTests(reports);
    }

    private static List<String> linesOf(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /**
     * A class without a test in its report did not run: the part was interrupted, its Java crashed, or there was no browser.
     *
     * @param now the commit of today's files
     */
    PartReport judged(List<String> expected, String now) {
        List<String> all = new ArrayList<>(failures);
        if (!commit.equals(now)) {
            all.add(
                    commit.isEmpty()
                            ? name + " was interrupted"
                            : "%s was run at commit %s, not at %s".formatted(name, commit, now));
        }
        expected.stream()
                .filter(name -> classes.stream().noneMatch(each -> each.name().equals(name)))
                .forEach(name -> all.add(name + " has no report: it did not run to its end"));
        return new PartReport(name, ended, commit, tests, all, skipped, seeds, classes, minutes);
    }

    private PartReport withMutants(List<String> lines) {
        List<String> survived = lines.stream()
                .map(line -> line.split(","))
                .filter(mutant -> mutant.length > MUTANT_STATUS && !mutant[MUTANT_STATUS].matches(NOTICED))
                .map(mutant -> "Nobody notices a change in %s.%s, line %s".formatted(mutant[1], mutant[3], mutant[4]))
                .toList();
        int noticed = lines.isEmpty() ? 0 : 100 * (lines.size() - survived.size()) / lines.size();
        List<String> tooFew = noticed < Integer.getInteger("acse.noticed")
                ? List.of("Tests notice only %d of 100 changed rules".formatted(noticed))
                : List.of();
        return new PartReport(name, ended, commit, lines.size(), tooFew, survived, seeds, classes, minutes);
    }

    private PartReport withTests(List<Path> reports) throws IOException {
        int count = 0;
        long first = Long.MAX_VALUE;
        long last = 0;
        for (Path report : reports) {
            Element suite = read(report);
            double seconds = Double.parseDouble(suite.getAttribute("time").replace(",", ""));
            List<Element> tests = children(suite, "testcase");
            if (!tests.isEmpty()) {
                classes.add(new Timed(suite.getAttribute("name"), seconds));
            }
            first = Math.min(first, written(report) - (long) (1000 * seconds));
            last = Math.max(last, written(report));
            for (Element test : tests) {
                count++;
                String title = test.getAttribute("classname") + "." + test.getAttribute("name");
                Stream.concat(children(test, "failure").stream(), children(test, "error").stream())
                        .forEach(bad -> failures.add(title + "\n" + firstLines(bad.getTextContent())));
                children(test, "skipped").forEach(left -> skipped.add(title + ": " + left.getAttribute("message")));
            }
        }
        return new PartReport(name, ended, commit, count, failures, skipped, seeds, classes, (last - first) / 60_000.0);
    }

    private static long written(Path report) throws IOException {
        return Files.getLastModifiedTime(report).toMillis();
    }

    private static String firstLines(String text) {
        return text.lines().limit(LINES_OF_A_FAILURE).reduce("", (all, line) -> all + line + "\n");
    }

    private static List<Path> in(Path folder, String name) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        }
    }

    private static Element read(Path report) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(report.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " cannot be read", e);
        }
    }

    private static List<Element> children(Element around, String name) {
        NodeList found = around.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
