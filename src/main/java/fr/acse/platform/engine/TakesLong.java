package fr.acse.platform.engine;

/** A command that computes longer than a transaction may be idle, such as a check of all paths of all models. */
public interface TakesLong {}
