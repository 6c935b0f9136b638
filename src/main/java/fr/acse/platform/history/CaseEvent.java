package fr.acse.platform.history;

import java.time.Instant;

/**
 * Something that happened in a case.
 *
 * @param definition id of the version of the process
 * @param element id of the step, clock or end in it
 */
public record CaseEvent(Instant at, String definition, String element, Kind kind) {

    /** What the element is. */
    public enum Kind {
        STEP,
        CLOCK,
        END
    }
}
