package fr.acse.casefile;

/**
 * Somebody has read more sealed values in an hour than daily work needs; she cannot read any until a supervisor has
 * decided.
 *
 * @param readings how many
 */
public record ReadingStopped(String person, int readings) {}
