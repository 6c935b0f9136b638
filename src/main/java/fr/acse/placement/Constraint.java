package fr.acse.placement;

/** A constraint of the search that a named person may relax. Departments to avoid are not among them. */
public enum Constraint {
    LANGUAGE,
    CHILD_AGE,
    ACCESSIBILITY,
    PREGNANCY,
    ASKED_BEFORE
}
