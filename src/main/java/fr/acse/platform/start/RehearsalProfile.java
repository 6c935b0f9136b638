package fr.acse.platform.start;

import com.google.re2j.Pattern;

/** Spring profile of the separate application that rehearses models, with its own database schema and invented people. */
public final class RehearsalProfile {

    public static final String NAME = "rehearsal";

    /** Name of the command that runs under the rehearsal profile. */
    public static final String COMMAND = "rehearse";

    /** Pattern for the name of a rehearsal's database schema. */
    public static final String SCHEMA = "rehearsal_[0-9a-f]{12}";

    private static final Pattern IN_ITS_SCHEMA = Pattern.compile(".*[?&]currentSchema=" + SCHEMA);

    private static final Pattern ITS_SCHEMA = Pattern.compile(SCHEMA);

    private RehearsalProfile() {}

    /** Whether the name of a schema or a folder matches the pattern of rehearsals. */
    public static boolean isSchema(String name) {
        return ITS_SCHEMA.matches(name);
    }

    /** @param url JDBC URL of the database */
    static boolean isInItsSchema(String url) {
        return IN_ITS_SCHEMA.matcher(url).matches();
    }
}
