package fr.acse.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule has three sentences: what is wrong, why it is a rule, what to do. */
class RuleWordsTest {

    private static final Pattern NAMED = Pattern.compile("(?:Finding\\s*\\.of(?:File)?|tell)\\(\\s*\"([A-Za-z.]+)\"");
    private static final Set<String> NO_RULES = Set.of("finding", "finding.element", "finding.named", "finding.more");

    private final Properties words = new Properties();

    RuleWordsTest() throws IOException {
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/rules.properties"))) {
            words.load(file);
        }
    }

    @Test
    void everyRuleThatCodeNamesHasItsThreeSentences() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> rules = named();
        Promises.ALL.forEach(promise -> rules.add("promise." + promise.name()));
        rules.forEach(rule -> Stream.of("", ".why", ".mend")
                .filter(part -> !words.containsKey(rule + part))
                .forEach(part -> missing.add(rule + part)));

        assertThat(rules).hasSizeGreaterThan(120);
        assertThat(missing).isEmpty();
    }

    @Test
    void noSentenceLosesItsDetailsToAnApostrophe() {
        assertThat(words.entrySet().stream()
                        .filter(sentence -> String.valueOf(sentence.getValue())
                                .replace("''", "")
                                .replaceAll("'#\\{'|'}'|'#\\{'[^']*'}'", "")
                                .replaceAll("'#\\{[^']*}'", "")
                                .contains("'"))
                        .map(sentence -> sentence.getKey() + "=" + sentence.getValue()))
                .isEmpty();
    }

    @Test
    void noSentenceIsLeftOver() throws IOException {
        Set<String> rules = named();
        Promises.ALL.forEach(promise -> rules.add("promise." + promise.name()));
        assertThat(words.stringPropertyNames().stream()
                        .map(key -> key.replaceAll("\\.(why|mend)$", ""))
                        .filter(key -> !key.startsWith("kind.") && !NO_RULES.contains(key) && !rules.contains(key))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    /** Rules by the names that stand in the code. */
    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>(Set.of(
                "noForm",
                "noModel",
                "adult",
                "minor",
                "alarm",
                "clock",
                "alarmMustEnd",
                "alarmMustNotEnd",
                "engine",
                "criterionNameless",
                "criterionEffect"));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                NAMED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !name.endsWith("."))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
