package fr.acse.alarm;

import fr.acse.codes.CaseReference;

/**
 * Event: the person who has taken a task says that the work on it has begun.
 *
 * @param task id of the task
 * @param step id of its step in the model
 * @param reference case of the task, or null
 */
public record OnIt(String task, String step, CaseReference reference) {}
