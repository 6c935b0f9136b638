package fr.acse.casefile;

import fr.acse.codes.Login;

/**
 * Event: the reading guard has stopped a person who read more sealed values in an hour than the limit allows.
 *
 * @param readings the limit of readings in an hour
 */
public record ReadingStopped(Login person, int readings) {}
