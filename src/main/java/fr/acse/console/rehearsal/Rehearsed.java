package fr.acse.console.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of the scenarios with one set of models.
 *
 * @param passed ids of the elements that were passed, by process
 */
record Rehearsed(List<Played> stories, Map<String, Set<String>> passed) {

    boolean isAsWritten() {
        return stories.stream().allMatch(each -> each.failed() == null);
    }

    /** @param failed what was not as written, or null */
    record Played(String file, String title, String failed, List<Line> lines) {}

    /**
     * Something that happened in a story.
     *
     * @param kind STEP, CLOCK or END
     * @param who did it; empty for a clock or an end
     * @param seconds since the story began
     */
    record Line(String process, String element, String name, String kind, String who, long seconds) {

        boolean isSame(Line other) {
            return process.equals(other.process) && element.equals(other.element) && kind.equals(other.kind);
        }
    }
}
