package fr.acse.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who comes and what they need, in codes only.
 *
 * @param childrenCount children who come with her, babies among them
 * @param oldestChildAge years, 0 when she comes alone
 * @param language code of the language she speaks best
 */
@Embeddable
public record Household(
        @Column(name = "children_count") int childrenCount,
        @Column(name = "baby_count") int babyCount,
        @Column(name = "oldest_child_age") int oldestChildAge,
        @Column(name = "pregnant") boolean pregnant,
        @Column(name = "step_free") boolean stepFree,
        @Column(name = "language") String language) {

    /** The same woman with other children. */
    public Household with(int children, int babies, int oldest) {
        return new Household(children, babies, oldest, pregnant, stepFree, language);
    }

    /** Places of a shelter that the household takes: one for each person. */
    public int places() {
        return 1 + childrenCount;
    }
}
