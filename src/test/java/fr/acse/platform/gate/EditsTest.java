package fr.acse.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Extent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Edits of our models as analysts make them: each broken promise is found and told, and what is harmless is let through. */
class EditsTest {

    private static final int MOST_TOGETHER = 8;

    /** Words that only people who write software know. */
    private static final List<String> NOT_FOR_ANALYSTS = List.of(
            "null",
            "Exception",
            "Error:",
            "java.",
            "org.camunda",
            "cvc-",
            "ENGINE-",
            "SAX",
            "JUEL",
            "stack",
            "Jackson",
            "FEEL/",
            "{0}",
            "{1}",
            "{2}");

    private record Tried(Edit edit, Map<String, byte[]> files, List<Finding> found) {

        /** Whether the rule is broken at the element or in the file that the edit names. */
        boolean isFound() {
            return found.stream().anyMatch(this::isExpected);
        }

        /** Edits of other files were made beside it. */
        boolean isFoundInItsFiles() {
            return found.stream()
                    .filter(finding -> files.containsKey(finding.file()))
                    .anyMatch(this::isExpected);
        }

        private boolean isExpected(Finding finding) {
            List<String> expected = edit.finds();
            return finding.rule().equals(expected.get(0))
                    && (expected.size() < 2
                            || finding.element().equals(expected.get(1))
                            || finding.file().equals(expected.get(1)));
        }
    }

    /** One edit for each rule, several in one set; each edit of all, and alone, in the whole run. */
    @TestFactory
    Stream<DynamicTest> whatBreaksAPromiseIsRefused() {
        Set<String> rules = new HashSet<>();
        Map<Edit, Map<String, byte[]>> edits = new LinkedHashMap<>();
        for (String file : List.of("harmful.txt", "harmful-2.txt")) {
            for (Edit edit : Edit.in(file)) {
                // Each must fit today's models, also if only the whole run shows it to the gate.
                Map<String, byte[]> files = edit.files(TheGate.RELEASE);
                if (rules.add(edit.finds().get(0)) || Extent.isWhole()) {
                    edits.put(edit, files);
                }
            }
        }
        assertThat(rules).hasSizeGreaterThan(150);
        List<Tried> found = new ArrayList<>();
        for (int together = Extent.isWhole() ? 1 : MOST_TOGETHER; !edits.isEmpty(); together /= 2) {
            boolean areAlone = together <= 1;
            groups(edits, together).parallelStream()
                    .flatMap(group -> tried(group).stream())
                    .filter(each -> areAlone || each.isFoundInItsFiles())
                    .toList()
                    .forEach(each -> {
                        edits.remove(each.edit());
                        found.add(each);
                    });
        }
        return found.stream().map(each -> DynamicTest.dynamicTest(each.edit().title(), () -> refused(each)));
    }

    /** Edits of different files stand in one group. */
    private static List<Map<Edit, Map<String, byte[]>>> groups(Map<Edit, Map<String, byte[]>> edits, int most) {
        List<Map<Edit, Map<String, byte[]>>> groups = new ArrayList<>();
        edits.forEach((edit, files) -> groups.stream()
                .filter(group -> group.size() < most
                        && group.values().stream()
                                .allMatch(other -> Collections.disjoint(other.keySet(), files.keySet())))
                .findFirst()
                .orElseGet(() -> {
                    Map<Edit, Map<String, byte[]>> group = new LinkedHashMap<>();
                    groups.add(group);
                    return group;
                })
                .put(edit, files));
        return groups;
    }

    private static List<Tried> tried(Map<Edit, Map<String, byte[]>> group) {
        Map<String, byte[]> changed = new HashMap<>();
        group.values().forEach(changed::putAll);
        List<Finding> found = TheGate.findings(changed);
        return group.entrySet().stream()
                .map(each -> new Tried(each.getKey(), each.getValue(), found))
                .toList();
    }

    /** All edits of a list together; one after the other, each added to those before it, in the whole run. */
    @TestFactory
    Stream<DynamicTest> whatIsHarmlessIsLetThrough() {
        return Stream.of("harmless.txt", "harmless-2.txt")
                .flatMap(EditsTest::added)
                .map(each -> DynamicTest.dynamicTest(
                        each.edit().title(),
                        () -> assertThat(Gate.inWords(each.found())).isEmpty()));
    }

    private static Stream<Tried> added(String file) {
        Map<String, byte[]> files = new TreeMap<>(TheGate.RELEASE);
        List<Tried> all = new ArrayList<>();
        List<Edit> edits = Edit.in(file);
        for (Edit edit : edits) {
            files.putAll(edit.files(files));
            boolean isLast = edit == edits.get(edits.size() - 1);
            if (isLast || Extent.isWhole()) {
                all.add(new Tried(edit, files, TheGate.findings(files)));
            }
        }
        return all.stream();
    }

    private static void refused(Tried tried) {
        assertThat(tried.isFound())
                .as(() -> "%s in %s".formatted(tried.edit().finds(), Gate.inWords(tried.found())))
                .isTrue();
        assertThat(tried.found())
                .allSatisfy(finding -> assertThat(finding.words())
                        .contains(finding.file(), finding.element(), "Why: ", "What to do: ")
                        .doesNotContain(NOT_FOR_ANALYSTS));
    }
}
