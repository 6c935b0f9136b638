package fr.acse.placement;

/** A constraint of the search that a user may relax. Nobody can relax the departments to avoid. */
public enum Constraint {
    LANGUAGE,
    CHILD_AGE,
    ACCESSIBILITY,
    PREGNANCY,
    ASKED_BEFORE
}
