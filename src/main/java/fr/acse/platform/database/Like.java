package fr.acse.platform.database;

/** Escapes text for a pattern of SQL's {@code like}. */
public final class Like {

    private Like() {}

    /** The text with its wildcards escaped. Each escaped wildcard stands for itself. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
