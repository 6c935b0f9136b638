package fr.acse.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The woman and the children who come with her, and their needs, in codes only.
 *
 * @param childrenCount children who come with the woman, including babies
 * @param oldestChildAge age in years; 0 when the woman comes alone
 * @param language code of the language that the woman speaks best
 */
@Embeddable
public record Household(
        @Column(name = "children_count") int childrenCount,
        @Column(name = "baby_count") int babyCount,
        @Column(name = "oldest_child_age") int oldestChildAge,
        @Column(name = "pregnant") boolean pregnant,
        @Column(name = "step_free") boolean stepFree,
        @Column(name = "language") String language) {

    /** A copy of the household for the same woman with other children. */
    public Household with(int children, int babies, int oldest) {
        return new Household(children, babies, oldest, pregnant, stepFree, language);
    }

    /** Number of places that the household needs in a shelter: one for each person. */
    public int places() {
        return 1 + childrenCount;
    }
}
