package fr.acse.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ids by which the software knows that somebody else must do a task are those that the gate keeps. */
class TwoPeopleTest {

    private static final Pattern HANDS = Pattern.compile("implements[^{]*FourEyes");
    private static final Pattern TASK = Pattern.compile("\"(task_\\w+)\"");
    private static final Pattern USER_TASK = Pattern.compile("<bpmn:userTask id=\"(\\w+)\"");

    @Test
    void theGateKeepsEveryTaskThatTheSoftwareKnowsById() throws IOException {
        Set<String> drawn = found(Path.of("processes"), USER_TASK, source -> true);
        Set<String> known = found(
                Path.of("src/main/java"), TASK, source -> HANDS.matcher(source).find());
        known.retainAll(drawn);
        Set<String> kept = new TreeSet<>();
        for (String line : List.of(new String(
                        AsReleased.class.getResourceAsStream("two-people.txt").readAllBytes())
                .split("\n"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                kept.add(line.split("\\s+")[1]);
            }
        }
        assertThat(known).isNotEmpty();
        assertThat(kept).isEqualTo(known);
    }

    private static Set<String> found(Path in, Pattern what, Predicate<String> where) throws IOException {
        Set<String> all = new TreeSet<>();
        try (Stream<Path> files = Files.walk(in)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                if (where.test(source)) {
                    what.matcher(source).results().forEach(each -> all.add(each.group(1)));
                }
            }
        }
        return all;
    }
}
