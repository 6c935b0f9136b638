package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import java.time.Instant;

/**
 * A timer of the engine at its start.
 *
 * @param reference reference of the case, or null if the timer belongs to no case
 * @param instance id of the process instance, or null if the timer starts a process
 * @param execution id of the execution that waits for the timer, or null
 * @param activity id of the timer in its model
 * @param responsible role or group that must act before the timer is due
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
