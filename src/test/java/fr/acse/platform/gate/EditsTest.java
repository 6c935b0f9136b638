package fr.acse.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Extent;
import java.util.ArrayList;
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

    private record Tried(Edit edit, List<Finding> found) {}

    /** One edit for each rule; all of them in the whole run. */
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
        return edits.entrySet().parallelStream()
                .map(each -> new Tried(each.getKey(), TheGate.findings(each.getValue())))
                .toList()
                .stream()
                .map(each -> DynamicTest.dynamicTest(each.edit().title(), () -> refused(each)));
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
                all.add(new Tried(edit, TheGate.findings(files)));
            }
        }
        return all.stream();
    }

    private static void refused(Tried tried) {
        List<String> expected = tried.edit().finds();
        assertThat(tried.found())
                .as(Gate.inWords(tried.found()))
                .anyMatch(finding -> finding.rule().equals(expected.get(0))
                        && (expected.size() < 2
                                || finding.element().equals(expected.get(1))
                                || finding.file().equals(expected.get(1))));
        assertThat(tried.found())
                .allSatisfy(finding -> assertThat(finding.words())
                        .contains(finding.file(), finding.element(), "Why: ", "What to do: ")
                        .doesNotContain(NOT_FOR_ANALYSTS));
    }
}
