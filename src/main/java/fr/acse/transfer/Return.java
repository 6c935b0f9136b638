package fr.acse.transfer;

import fr.acse.codes.Login;
import java.time.Instant;

/**
 * The way back to the association.
 *
 * @param escort person who confirms that they are back
 * @param alarmAt when the coordination must find out whether they are back
 */
public record Return(Login escort, Instant expectedAt, Instant alarmAt) {}
