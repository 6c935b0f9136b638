package fr.acse.transfer;

import fr.acse.codes.Login;
import java.time.Instant;

/**
 * The part of a journey that they are on.
 *
 * @param number from 1
 * @param last whether it ends at the shelter
 * @param expectedAt when they are expected at its end
 * @param reminderAt when escort and operator are reminded if nothing was heard
 * @param alarmAt when the silence alarm is raised
 */
public record Stretch(
        int number, boolean last, Login escort, Instant expectedAt, Instant reminderAt, Instant alarmAt) {}
