package fr.acse.alarm;

/**
 * Whoever has a task in hand says that she is on it.
 *
 * @param task its id
 */
public record OnIt(String task) {}
