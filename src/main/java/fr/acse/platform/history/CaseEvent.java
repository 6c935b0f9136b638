package fr.acse.platform.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that happened in a case.
 *
 * @param definition id of the version of the process
 * @param element id of the step, clock or end in it
 * @param task that was done; null for a clock or an end
 * @param flows ids of the flows that a step was followed by before somebody had to wait: they say what was answered
 */
public record CaseEvent(Instant at, String definition, String element, Kind kind, UUID task, List<String> flows) {

    /** What the element is. */
    public enum Kind {
        STEP,
        CLOCK,
        END
    }
}
