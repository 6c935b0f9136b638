package fr.acse.stay;

import java.time.LocalDate;

/**
 * What somebody proposes about a woman who goes, or should.
 *
 * @param kind leaves, withdraws, disappeared or exclusion
 * @param destination code of where she goes, if she leaves
 * @param day on which she leaves, if she does
 * @param nextContact on which she wants to be asked how she is, or null
 * @param clause of the commitment that was broken, if she is to be excluded
 */
public record Proposal(String kind, String destination, LocalDate day, LocalDate nextContact, String clause) {

    static final String LEAVES = "leaves";
    static final String WITHDRAWS = "withdraws";
    static final String DISAPPEARED = "disappeared";
    static final String EXCLUSION = "exclusion";

    /** She leaves her shelter, as a follow-up says. */
    public static Proposal leaves(String destination, LocalDate day) {
        return new Proposal(LEAVES, destination, day, null, null);
    }

    /** Nobody knows where she is: that comes before everything else. */
    public boolean isMissing() {
        return is(DISAPPEARED);
    }

    boolean is(String other) {
        return kind.equals(other);
    }
}
