package fr.acse.casefile;

/**
 * Somebody has read more sealed values in an hour than daily work needs; she reads none until a supervisor has answered.
 *
 * @param readings how many
 */
public record ReadingStopped(String person, int readings) {}
