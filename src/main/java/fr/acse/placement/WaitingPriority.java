package fr.acse.placement;

import fr.acse.referral.Household;

/** Whose turn it is first, as analysts say in {@code waiting-priority.dmn}. */
public interface WaitingPriority {

    /** How one call of the waiting list asks the table, which may have changed since the last. */
    interface Table {

        /**
         * @param days that she has waited
         * @return points; more come first
         */
        int points(boolean urgent, Household household, long days);
    }

    Table table();
}
