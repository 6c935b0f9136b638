package fr.acse.platform.engine;

/** Marks a command that computes for longer than the idle limit of a transaction, such as a check of all paths of all models. */
public interface TakesLong {}
