package fr.acse.referral;

/** How a referral ended. */
public enum Outcome {
    NOT_ELIGIBLE,
    CHILD_PROTECTION,
    COMMITMENT_NOT_GIVEN,
    NO_SHELTER,
    PLACE_REFUSED,
    NO_SHOW,
    WITHDRAWN,
    EXCLUDED,
    COMPLETED
}
