package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import java.time.Instant;

/**
 * A timer as it is started.
 *
 * @param reference case it belongs to, or null if it belongs to none
 * @param instance id of the process instance, or null if the timer starts one
 * @param execution id of the execution that waits for it, or null
 * @param activity id of the timer in its model
 * @param responsible role or group that must act before it is due
 */
public record Timer(
        String job,
        CaseReference reference,
        String process,
        String instance,
        String execution,
        String activity,
        DeadlineKinds.Kind kind,
        String responsible,
        Instant dueAt) {}
