package fr.acse.platform.engine;

/** A command that thinks longer than the database lets a transaction wait, such as looking at all paths of all models. */
public interface TakesLong {}
