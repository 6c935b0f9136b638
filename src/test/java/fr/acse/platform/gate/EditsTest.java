package fr.acse.platform.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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

    @TestFactory
    Stream<DynamicTest> whatBreaksAPromiseIsRefused() {
        return tried("harmful.txt")
                .map(each -> DynamicTest.dynamicTest(each.edit().title(), () -> refused(each)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsHarmlessIsLetThrough() {
        return Stream.of("harmless.txt", "harmless-2.txt")
                .flatMap(EditsTest::tried)
                .map(each -> DynamicTest.dynamicTest(
                        each.edit().title(),
                        () -> assertThat(Gate.inWords(each.found())).isEmpty()));
    }

    /** Each edit stands on the shoulders of those that it needs: harmless ones may add to each other. */
    private static Stream<Tried> tried(String file) {
        Map<String, byte[]> before = new TreeMap<>(TheGate.RELEASE);
        List<Map.Entry<Edit, Map<String, byte[]>>> all = Edit.in(file).stream()
                .map(edit -> {
                    Map<String, byte[]> files = new TreeMap<>(before);
                    files.putAll(edit.files(before));
                    if (edit.finds().isEmpty()) {
                        before.putAll(files);
                    }
                    return Map.entry(edit, files);
                })
                .toList();
        return all.parallelStream()
                .map(each -> new Tried(each.getKey(), TheGate.findings(each.getValue())))
                .toList()
                .stream();
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
