package untouched;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A whole case as it was once gone through.
 *
 * @param steps in their order
 * @param written what each service task wrote, at its first, second, … time, by {@code process/element}
 */
public record RecordedCase(List<Step> steps, Map<String, List<Map<String, Object>>> written) implements Serializable {

    /** What is done in a step. */
    public enum Kind {
        /** A person starts a process. */
        START,
        COMPLETE,
        JOB,
        /** The software has started a process besides. */
        BESIDE,
        /** A message of the software has ended a process. */
        OVER
    }

    /**
     * @param element of the model; for a start by a person, of nothing
     * @param person who does it; null for what nobody does
     * @param entries what she fills in; for a process besides, its variables
     */
    public record Step(Kind kind, String process, String element, String person, Map<String, Object> entries)
            implements Serializable {}
}
