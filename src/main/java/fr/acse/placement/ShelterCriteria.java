package fr.acse.placement;

import fr.acse.referral.Household;
import java.util.List;

/** What a shelter must be able to do for a household, as analysts say in {@code shelter-criteria.dmn}. */
public interface ShelterCriteria {

    /**
     * A criterion that a shelter does not meet.
     *
     * @param name as in {@code ranking.<name>}
     * @param leavesOut whether the shelter cannot be asked for it, or only ranks lower
     */
    record Unmet(String name, boolean leavesOut) {}

    /** How one search asks the table, which may have changed since the last. */
    interface Table {

        List<Unmet> unmet(Household household, Criteria criteria);
    }

    Table table();
}
