package fr.acse.referral;

import com.google.re2j.Pattern;
import java.util.List;

/**
 * The result with which a referral ended: the property {@code outcome} of the end event. Analysts may add other outcomes.
 *
 * @param code in capital letters
 */
public record Outcome(String code) {

    /** The pattern that the code of each outcome must match. */
    public static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{2,39}");

    public static final Outcome NOT_ELIGIBLE = new Outcome("NOT_ELIGIBLE");
    public static final Outcome CHILD_PROTECTION = new Outcome("CHILD_PROTECTION");
    public static final Outcome COMMITMENT_NOT_GIVEN = new Outcome("COMMITMENT_NOT_GIVEN");
    public static final Outcome NO_SHELTER = new Outcome("NO_SHELTER");
    public static final Outcome PLACE_REFUSED = new Outcome("PLACE_REFUSED");
    public static final Outcome NO_SHOW = new Outcome("NO_SHOW");
    public static final Outcome WITHDRAWN = new Outcome("WITHDRAWN");
    public static final Outcome EXCLUDED = new Outcome("EXCLUDED");
    public static final Outcome DISAPPEARED = new Outcome("DISAPPEARED");
    public static final Outcome COMPLETED = new Outcome("COMPLETED");

    /** The outcomes that have their own constant here. Analysts may add others. */
    public static final List<Outcome> KNOWN = List.of(
            NOT_ELIGIBLE,
            CHILD_PROTECTION,
            COMMITMENT_NOT_GIVEN,
            NO_SHELTER,
            PLACE_REFUSED,
            NO_SHOW,
            WITHDRAWN,
            EXCLUDED,
            DISAPPEARED,
            COMPLETED);

    /** @throws IllegalArgumentException if the code does not match {@link #CODE} */
    public Outcome {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("An outcome is in capital letters: " + code);
        }
    }
}
