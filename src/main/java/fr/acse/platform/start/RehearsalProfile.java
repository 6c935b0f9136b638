package fr.acse.platform.start;

import com.google.re2j.Pattern;

/** Profile of the separate application that rehearses models, in its own schema and with invented people. */
public final class RehearsalProfile {

    public static final String NAME = "rehearsal";

    /** Name of the command that an application runs under this profile. */
    public static final String COMMAND = "rehearse";

    /** Pattern of the names of rehearsals' schemas. */
    public static final String SCHEMA = "rehearsal_[0-9a-f]{12}";

    private static final Pattern IN_ITS_SCHEMA = Pattern.compile(".*[?&]currentSchema=" + SCHEMA);

    private static final Pattern ITS_SCHEMA = Pattern.compile(SCHEMA);

    private RehearsalProfile() {}

    /** Whether a schema or a folder has the name of one of a rehearsal. */
    public static boolean isSchema(String name) {
        return ITS_SCHEMA.matches(name);
    }

    /** @param url of the database */
    static boolean isInItsSchema(String url) {
        return IN_ITS_SCHEMA.matcher(url).matches();
    }
}
