package fr.acse.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.platform.identity.Roles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.Test;

/** Reads the sources: what they say in texts is not seen in the compiled classes. */
class SourcesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "fr", "acse");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern LITERAL = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern WORD = Pattern.compile("[\\w.-]*\\w");
    private static final Pattern TABLE_OF_THE_ENGINE = Pattern.compile("(?i)\\bact_(ru|re|hi|id|ge)_");
    private static final Pattern INSIDE_OF_THE_ENGINE =
            Pattern.compile("org\\.camunda\\.bpm\\.(engine|dmn\\.engine)\\.impl\\.");
    private static final Pattern REFLECTION =
            Pattern.compile("setAccessible|getDeclaredField|ReflectionUtils|privateLookupIn");

    private static final Pattern IMPORT = Pattern.compile("import |package ");
    private static final int MOST_LINES = 300;
    /** Of the gate. */
    private static final Set<String> STILL_LONGER = Set.of("Paths.java", "FormRules.java");

    /** The engine itself has the group; the others are ordinary words, too. */
    private static final Set<String> OTHERWISE_KNOWN = Set.of("camunda-admin", "leaving", "title");

    @Test
    void theInsideOfTheEngineIsUsedInOneRoom() throws IOException {
        Map<String, String> using = sources(text -> Stream.of(TABLE_OF_THE_ENGINE, INSIDE_OF_THE_ENGINE, REFLECTION)
                .anyMatch(inside -> inside.matcher(text).find()));
        assertThat(using.keySet()).allMatch(file -> file.startsWith("platform/engine/"));
        assertThat(using).hasSizeBetween(1, 15);
    }

    @Test
    void nothingOfThePlatformNamesAProcessAStepAMessageOrAGroup() throws IOException {
        Set<String> words = wordsOfTheNetwork();
        assertThat(words).contains("orientation", "task_checkProposal", "acse.placeFreed", "coordination");
        Map<String, Set<String>> named = new TreeMap<>();
        sources(file -> true).forEach((file, text) -> {
            Set<String> found = LITERAL.matcher(text)
                    .results()
                    .flatMap(literal -> WORD.matcher(literal.group()).results())
                    .map(MatchResult::group)
                    .filter(words::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (inThePlatform(file) && !found.isEmpty()) {
                named.put(file, found);
            }
        });
        assertThat(named).isEmpty();
    }

    /** Such a bean hides that two beans need each other. */
    @Test
    void noBeanIsLazy() throws IOException {
        assertThat(sources(text -> text.contains("@Lazy")).keySet()).isEmpty();
    }

    /** Without its imports and empty lines. */
    @Test
    void everyClassFitsIntoThreeHundredLines() throws IOException {
        Map<String, Long> longer = new TreeMap<>();
        for (Path file : files(SOURCES, ".java")) {
            List<String> lines = Files.readAllLines(file);
            long length = lines.stream()
                    .filter(line -> !line.isBlank() && !IMPORT.matcher(line).lookingAt())
                    .count();
            if (length > MOST_LINES && !STILL_LONGER.contains(file.getFileName().toString())) {
                longer.put(SOURCES.relativize(file).toString(), length);
            }
        }
        assertThat(longer).isEmpty();
    }

    /** The gate checks promises of the network by name, and its sets hold the files of the network. */
    private static boolean inThePlatform(String file) {
        return file.startsWith("platform/") && !file.startsWith("platform/gate/") && !file.startsWith("platform/sets/");
    }

    private static Set<String> wordsOfTheNetwork() throws IOException {
        Set<String> words = new TreeSet<>(new Roles().all());
        for (Path file : files(Path.of("processes"), ".bpmn")) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            words.add(file.getFileName().toString().replace(".bpmn", ""));
            model.getModelElementsByType(FlowNode.class).forEach(node -> words.add(node.getId()));
            model.getModelElementsByType(Message.class).forEach(message -> words.add(message.getName()));
        }
        for (Path file : files(Path.of("processes"), ".dmn")) {
            words.add(file.getFileName().toString().replace(".dmn", ""));
        }
        for (Path file : files(Path.of("forms"), ".form")) {
            words.add(file.getFileName().toString().replace(".form", ""));
        }
        words.removeAll(OTHERWISE_KNOWN);
        return words;
    }

    private static Map<String, String> sources(Predicate<String> wanted) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : files(SOURCES, ".java")) {
            String text = COMMENT.matcher(Files.readString(file)).replaceAll("");
            if (wanted.test(text)) {
                sources.put(SOURCES.relativize(file).toString(), text);
            }
        }
        return sources;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
