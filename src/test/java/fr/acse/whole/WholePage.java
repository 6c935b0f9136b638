package fr.acse.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/**
 * The last step of {@code mvn verify -Pwhole}: writes {@code target/whole.html} from the reports of all parts, and fails if a part that ran now has
 * not passed. A part that was not run this time is told with its last reports, or as missing.
 */
class WholePage {

    private static final Path REPORTS = Path.of("target", "whole");
    private static final Path PAGE = Path.of("target", "whole.html");
    private static final int SLOWEST = 10;

    private static final String IN_ANY_ORDER = "rules";

    /** @param classes names of its test classes, as a pattern; empty for changed rules, which have another report */
    private record Part(String name, String plays, String classes) {}

    private static final List<Part> PARTS = List.of(
            new Part("rules", "All rules, forms and processes, with all edits, spellings and walks", ".*Test"),
            new Part("browser", "All screens, in a browser", ".*IT"),
            new Part(
                    "trial",
                    "The long trials: kills, freezes, restarts, failovers, overload, and five minutes of texts and files that nobody types",
                    ".*Trial"),
            new Part("mutation", "Two changed rules of each class of money and placement: does a test notice?", ""),
            new Part("bench", "Each benchmark at a sixtieth of its size: does it still run?", ".*Benchmark"));

    @Test
    void everyPartHasPassed() throws IOException {
        List<Part> asked = asked();
        assertThat(asked).as("the part %s", System.getProperty("acse.only")).isNotEmpty();
        TestClasses classes = TestClasses.all();
        String now = commit();
        List<PartReport> reports = new ArrayList<>();
        for (Part part : PARTS) {
            Path folder = REPORTS.resolve(part.name());
            if (asked.contains(part) && Files.exists(folder)) {
                Files.writeString(folder.resolve(PartReport.COMMIT), now);
                if (part.name().equals(IN_ANY_ORDER)) {
                    Files.writeString(
                            folder.resolve(PartReport.SEEDS),
                            "The order of the classes -Dsurefire.runOrder.random.seed=%s%n"
                                    .formatted(System.getProperty("acse.order")),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                }
            }
            PartReport report = PartReport.read(part.name(), folder);
            reports.add(report.isThere() ? report.judged(classes.named(part.classes()), now) : report);
        }
        Files.writeString(PAGE, page(reports));
        System.out.println("The page is " + PAGE);

        List<PartReport> judged = reports.stream()
                .filter(report -> asked.stream().map(Part::name).anyMatch(report.name()::equals))
                .toList();
        assertThat(judged).as("parts without a report").allMatch(PartReport::isThere);
        assertThat(judged.stream().flatMap(report -> report.failures().stream()).toList())
                .as("failures, told in %s", PAGE)
                .isEmpty();
    }

    /** Files that differ from the commit are told, too. */
    private static String commit() throws IOException {
        String changed = git("status", "--porcelain").isEmpty() ? "" : " and changed files";
        return git("rev-parse", "--short", "HEAD") + changed;
    }

    private static String git(String... command) throws IOException {
        Process git = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(command)).toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** The part that ran anew, or all. */
    private static List<Part> asked() {
        String only = System.getProperty("acse.only", "");
        return PARTS.stream()
                .filter(part -> only.isEmpty() || part.name().equals(only))
                .toList();
    }

    private static String plays(PartReport report) {
        return PARTS.stream()
                .filter(part -> part.name().equals(report.name()))
                .map(Part::plays)
                .findFirst()
                .orElseThrow();
    }

    private static String page(List<PartReport> parts) {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="UTF-8"><title>The whole run</title>
                <style>body{font:1rem/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}
                table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}
                .bad{color:#a00;font-weight:bold}pre{white-space:pre-wrap}</style></head><body>
                <h1>The whole run</h1>
                <table><tr><th>Part</th><th>What it plays</th><th>Ended</th><th>Commit</th><th>Tests</th><th>Left out</th><th>Failed</th><th>Minutes</th></tr>
                """);
        for (PartReport part : parts) {
            html.append("<tr><th>%s</th><td>%s</td>".formatted(part.name(), plays(part)));
            html.append(
                    part.isThere()
                            ? "<td>%s</td><td>%s</td><td>%d</td><td>%d</td><td%s>%d</td><td>%s</td></tr>"
                                    .formatted(
                                            part.ended(),
                                            part.commit(),
                                            part.tests(),
                                            part.skipped().size(),
                                            part.failures().isEmpty() ? "" : " class=\"bad\"",
                                            part.failures().size(),
                                            part.minutes() > 0 ? "%.1f".formatted(part.minutes()) : "not measured")
                            : "<td colspan=\"6\" class=\"bad\">was not run</td></tr>");
        }
        html.append("</table>");
        list(html, "Failures", parts.stream().flatMap(part -> part.failures().stream()));
        list(html, "Left out", parts.stream().flatMap(part -> part.skipped().stream()));
        list(html, "Seeds, to play the same again", parts.stream().flatMap(part -> part.seeds().stream()));
        for (PartReport part : parts.stream().filter(PartReport::isThere).toList()) {
            list(html, "Slowest of " + part.name(), part.slowest(SLOWEST));
        }
        return html.append("</body></html>").toString();
    }

    private static void list(StringBuilder html, String title, Stream<String> lines) {
        List<String> all = lines.toList();
        html.append("<h2>%s</h2>".formatted(title));
        if (all.isEmpty()) {
            html.append("<p>None.</p>");
        } else {
            html.append("<ul>");
            all.forEach(line -> html.append("<li><pre>%s</pre></li>".formatted(HtmlUtils.htmlEscape(line))));
            html.append("</ul>");
        }
    }
}
