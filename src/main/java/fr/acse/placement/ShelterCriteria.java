package fr.acse.placement;

import fr.acse.referral.Household;
import java.util.List;

/** The criteria that a shelter must meet for a household. Analysts define the criteria in {@code shelter-criteria.dmn}. */
public interface ShelterCriteria {

    /**
     * A criterion that a shelter does not meet.
     *
     * @param name part of the key {@code ranking.<name>}
     * @param leavesOut true if the criterion excludes the shelter; false if it only lowers the rank of the shelter
     */
    record Unmet(String name, boolean leavesOut) {}

    /** The table for one search. Analysts may have changed the table since the previous search. */
    interface Table {

        List<Unmet> unmet(Household household, Criteria criteria);
    }

    Table table();
}
