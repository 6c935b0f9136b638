package fr.acse.alarm;

/**
 * The person who has taken a task says that she works on it.
 *
 * @param task id of the task
 */
public record OnIt(String task) {}
