package fr.acse.transfer;

import fr.acse.codes.Login;
import java.time.Instant;

/**
 * The stretch of a journey on which the woman and the escort travel.
 *
 * @param number from 1
 * @param last whether the stretch ends at the shelter
 * @param expectedAt when the stretch is expected to end
 * @param reminderAt when the escort and the association are reminded if no news came
 * @param alarmAt when the silence alarm is raised
 */
public record Stretch(
        int number, boolean last, Login escort, Instant expectedAt, Instant reminderAt, Instant alarmAt) {}
