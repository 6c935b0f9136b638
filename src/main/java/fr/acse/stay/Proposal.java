package fr.acse.stay;

import java.time.LocalDate;

/**
 * The values of a proposal that the woman leaves or must leave.
 *
 * @param kind leaves, withdraws, disappeared or exclusion
 * @param destination code of the place to which the woman goes, if she leaves
 * @param day on which the woman leaves, if she leaves
 * @param nextContact day on which the woman wants to be asked how she is, or null
 * @param clause of the commitment that the woman broke, for an exclusion
 */
public record Proposal(String kind, String destination, LocalDate day, LocalDate nextContact, String clause) {

    static final String LEAVES = "leaves";
    static final String WITHDRAWS = "withdraws";
    static final String DISAPPEARED = "disappeared";
    static final String EXCLUSION = "exclusion";

    /** Makes the proposal that the woman leaves her shelter, as it was entered in a follow-up. */
    public static Proposal leaves(String destination, LocalDate day) {
        return new Proposal(LEAVES, destination, day, null, null);
    }

    /** True if the woman is missing. */
    public boolean isMissing() {
        return is(DISAPPEARED);
    }

    boolean is(String other) {
        return kind.equals(other);
    }
}
