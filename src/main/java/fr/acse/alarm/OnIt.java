package fr.acse.alarm;

/** Event: the person who has taken a task says that the work on it has begun. */
public record OnIt(String task) {}
