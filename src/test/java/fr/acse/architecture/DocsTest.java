package fr.acse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the docs name exists: files, classes, tests and links. */
class DocsTest {

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern FILE =
            Pattern.compile("[\\w./-]+\\.(?:java|bpmn|dmn|form|txt|yaml|yml|properties|csv|json|xml|mjs|sh|md|html)");
    /** A class or test by its name, with or without its package and a method, which may be shortened. */
    private static final Pattern CLASS =
            Pattern.compile("(?:[a-z]+\\.)*([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:\\.([a-z]\\w*)(…)?)?");

    private static final Pattern NAMES = Pattern.compile("\\.(java|ya?ml|json)$");
    private static final Pattern DURATION = Pattern.compile("P[T\\d].*");
    private static final Pattern MADE = Pattern.compile("(?:target|data|mail|keys)/.*|[a-z-]+\\.svg");
    private static final Set<String> FOLDERS_OF_OTHERS = Set.of("target", "node_modules", "data", ".git");

    /** They are on a server or in a cluster, not in the project. */
    private static final Set<String> ELSEWHERE =
            Set.of("ScheduledBackup", "emergency-housing.csv", "database.txt", "META-INF/sbom/application.cdx.json");

    @Test
    void everyFileClassAndTestThatTheDocsNameIsThere() throws IOException {
        Set<String> words = new TreeSet<>();
        Set<String> paths = new TreeSet<>();
        for (Path file : files(Path.of(""))) {
            paths.add(file.toString());
            if (NAMES.matcher(file.toString()).find()) {
                WORD.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .forEach(words::add);
            }
        }
        List<String> missing = new ArrayList<>();
        for (Path doc : docs()) {
            for (String code : found(CODE, Files.readString(doc))) {
                if (ELSEWHERE.contains(code)) {
                    continue;
                }
                var type = CLASS.matcher(code);
                if (FILE.matcher(code).matches()
                        && !code.startsWith("fr.acse.")
                        && !MADE.matcher(code).matches()) {
                    if (paths.stream().noneMatch(path -> path.equals(code) || path.endsWith("/" + code))) {
                        missing.add(doc + ": " + code);
                    }
                } else if (type.matches()
                        && !DURATION.matcher(code).matches()
                        && (!words.contains(type.group(1)) || !isMember(type.group(2), type.group(3) != null, words))) {
                    missing.add(doc + ": " + code);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path doc : docs()) {
            for (String link : found(LINK, Files.readString(doc))) {
                if (!link.startsWith("http")
                        && !MADE.matcher(link).matches()
                        && !Files.exists(doc.resolveSibling(link))) {
                    missing.add(doc + ": " + link);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theReadmeIsReadInAMinute() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(80);
    }

    private static boolean isMember(String name, boolean shortened, Set<String> words) {
        return name == null
                || (shortened ? words.stream().anyMatch(word -> word.startsWith(name)) : words.contains(name));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> docs() throws IOException {
        return files(Path.of("")).stream()
                .filter(file -> file.toString().endsWith(".md"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder.toAbsolutePath())) {
            for (Path entry : entries.sorted().toList()) {
                if (Files.isRegularFile(entry)) {
                    files.add(Path.of("").toAbsolutePath().relativize(entry));
                } else if (!FOLDERS_OF_OTHERS.contains(entry.getFileName().toString())) {
                    files.addAll(files(entry));
                }
            }
        }
        return files;
    }
}
