package fr.acse.platform.start;

import com.google.re2j.Pattern;

/** Models are rehearsed by an application of their own, in a schema of their own, with invented people. */
public final class RehearsalProfile {

    public static final String NAME = "rehearsal";

    /** Name of the command that an application runs under this profile. */
    public static final String COMMAND = "rehearse";

    /** Name of the schema of a rehearsal. */
    public static final String SCHEMA = "rehearsal_[0-9a-f]{12}";

    private static final Pattern IN_ITS_SCHEMA = Pattern.compile(".*[?&]currentSchema=" + SCHEMA);

    private static final Pattern ITS_SCHEMA = Pattern.compile(SCHEMA);

    private RehearsalProfile() {}

    /** Whether a schema or a folder is called as those of rehearsals are. */
    public static boolean isSchema(String name) {
        return ITS_SCHEMA.matches(name);
    }

    /** @param url of the database */
    static boolean isInItsSchema(String url) {
        return IN_ITS_SCHEMA.matcher(url).matches();
    }
}
