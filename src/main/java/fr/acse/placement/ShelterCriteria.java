package fr.acse.placement;

import fr.acse.referral.Household;
import java.util.List;

/** The criteria that a shelter must meet for a household, as analysts say in {@code shelter-criteria.dmn}. */
public interface ShelterCriteria {

    /**
     * A criterion that a shelter does not meet.
     *
     * @param name as in {@code ranking.<name>}
     * @param leavesOut whether the shelter cannot be asked because of it; otherwise it only ranks lower
     */
    record Unmet(String name, boolean leavesOut) {}

    /** The table for one search. It may have changed since the last search. */
    interface Table {

        List<Unmet> unmet(Household household, Criteria criteria);
    }

    Table table();
}
