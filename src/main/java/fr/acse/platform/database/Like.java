package fr.acse.platform.database;

/** Text in a pattern of SQL's {@code like}. */
public final class Like {

    private Like() {}

    /** The text with its wildcards escaped: each stands for itself. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
