package fr.acse.codes;

/** Ids of the groups of people. Groups of associations and shelters have the id {@code org-<code>}. */
public final class Groups {

    /** People who work for an association. */
    public static final String OPERATORS = "operators";

    public static final String COORDINATION = "coordination";

    /** People who work in a shelter. */
    public static final String SHELTERS = "shelters";

    public static final String FINANCE = "finance";
    public static final String SUPERVISORS = "supervisors";

    /** Managers of the associations and shelters that they work for. Managers give tasks to colleagues. */
    public static final String MANAGERS = "managers";

    public static final String ANALYSTS = "analysts";

    private Groups() {}
}
