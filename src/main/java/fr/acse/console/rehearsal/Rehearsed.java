package fr.acse.console.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The result of the scenarios with one set of models.
 *
 * @param passed ids of the elements that the stories passed, by process
 */
record Rehearsed(List<Played> stories, Map<String, Set<String>> passed) {

    boolean isAsWritten() {
        return stories.stream().allMatch(each -> each.failed() == null);
    }

    /** @param failed difference from the written story, in words; null if there is none */
    record Played(String file, String title, String failed, List<Line> lines) {}

    /**
     * An event of a story.
     *
     * @param kind STEP, CLOCK or END
     * @param who person who did the step; empty for a timer or an end
     * @param seconds seconds since the story began
     */
    record Line(String process, String element, String name, String kind, String who, long seconds) {

        boolean isSame(Line other) {
            return process.equals(other.process) && element.equals(other.element) && kind.equals(other.kind);
        }
    }
}
