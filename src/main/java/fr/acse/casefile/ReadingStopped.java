package fr.acse.casefile;

import fr.acse.codes.Login;

/**
 * Somebody has read more sealed values in an hour than daily work needs; she cannot read any until a supervisor has
 * decided.
 *
 * @param readings number of her readings
 */
public record ReadingStopped(Login person, int readings) {}
