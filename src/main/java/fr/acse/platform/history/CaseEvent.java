package fr.acse.platform.history;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened in a case.
 *
 * @param definition id of the version of the process
 * @param element id of the step, clock or end in it
 * @param task that was done; null for a clock or an end
 */
public record CaseEvent(Instant at, String definition, String element, Kind kind, UUID task) {

    /** What the element is. */
    public enum Kind {
        STEP,
        CLOCK,
        END
    }
}
