package fr.acse.deadline;

import java.time.Instant;

/**
 * A timer as it is started.
 *
 * @param reference case it belongs to, or null if it belongs to none
 * @param instance id of the process instance
 * @param activity id of the timer in its model
 */
public record Timer(String job, String reference, String process, String instance, String activity, Instant dueAt) {}
