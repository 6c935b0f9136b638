package fr.acse.platform.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that happened in a case.
 *
 * @param definition id of the version of the process
 * @param element id of the step, timer or end in the process
 * @param task id of the task that was done; null for a timer or an end
 * @param flows ids of the named flows that were taken after a step, in the same command: they say what was answered
 */
public record CaseEvent(Instant at, String definition, String element, Kind kind, UUID task, List<String> flows) {

    /** Kind of the element. */
    public enum Kind {
        STEP,
        CLOCK,
        END
    }
}
