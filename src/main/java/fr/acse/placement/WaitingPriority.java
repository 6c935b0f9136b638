package fr.acse.placement;

import fr.acse.referral.Household;

/** The order of the waiting cases, as analysts say in {@code waiting-priority.dmn}. */
public interface WaitingPriority {

    /** The table for one call of the waiting list. It may have changed since the last call. */
    interface Table {

        /**
         * @param days that she has waited
         * @return points; more come first
         */
        int points(boolean urgent, Household household, long days);
    }

    Table table();
}
