package fr.acse.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the software says to people, from {@code words.properties}, so that another language can be laid over it. */
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("words", Locale.ENGLISH);

    private Words() {}

    /** The words for a key, or other words if the key has none. */
    public static String orElse(String key, String otherwise) {
        return BUNDLE.containsKey(key) ? of(key) : otherwise;
    }

    /** @throws java.util.MissingResourceException if there are no words for the key */
    public static String of(String key, Object... details) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(details);
    }
}
