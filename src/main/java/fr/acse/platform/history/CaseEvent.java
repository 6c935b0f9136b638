package fr.acse.platform.history;

import fr.acse.codes.Login;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A completed step, a fired timer or a reached end in the history of a case.
 *
 * @param definition id of the process definition, which includes its version
 * @param element id of the step, timer or end event in the model
 * @param task id of the completed task; null for a timer or an end event
 * @param by login of the person who did the step or caused the end; null for a timer
 * @param flows ids of the named sequence flows that the process took after a step, in the same command; a flow stands for an answer
 */
public record CaseEvent(
        Instant at, String definition, String element, Kind kind, UUID task, Login by, List<String> flows) {

    /** Kind of the element in the model. */
    public enum Kind {
        STEP,
        CLOCK,
        END
    }
}
