package fr.acse.placement;

import fr.acse.referral.Household;

/** The priority of the waiting cases. Analysts define the points in {@code waiting-priority.dmn}. */
public interface WaitingPriority {

    /** The table for one call of the waiting list. Analysts may have changed the table since the previous call. */
    interface Table {

        /**
         * @param days number of days for which the woman has waited
         * @return points of the case; a case with more points is called first
         */
        int points(boolean urgent, Household household, long days);
    }

    Table table();
}
