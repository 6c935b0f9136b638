package fr.acse.words;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * What the software says to people, from {@code words.properties} and, for our pages, {@code pages.properties}, so that
 * another language can be laid over it.
 */
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("words", Locale.ENGLISH);

    private static final ResourceBundle PAGES = ResourceBundle.getBundle("pages", Locale.ENGLISH);

    private static final ResourceBundle RULES = ResourceBundle.getBundle("rules", Locale.ENGLISH);

    /** Words that the server and the pages share begin like this. */
    private static final String SHARED = "standing.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Words() {}

    /** A day as forms show it. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** What the scripts of our pages say, by key. They replace the details themselves. */
    public static Map<String, String> ofPages() {
        Map<String, String> phrases = new TreeMap<>();
        PAGES.keySet().forEach(key -> phrases.put(key, PAGES.getString(key)));
        BUNDLE.keySet().stream()
                .filter(key -> key.startsWith(SHARED))
                .forEach(key -> phrases.put(key, BUNDLE.getString(key)));
        return phrases;
    }

    /** The words for a key, or other words if the key has none. */
    public static String orElse(String key, String otherwise) {
        return BUNDLE.containsKey(key) ? of(key) : otherwise;
    }

    /**
     * What a rule for models says, from {@code rules.properties}.
     *
     * @throws java.util.MissingResourceException if there are no words for the key
     */
    public static String ofRule(String key, Object... details) {
        return new MessageFormat(RULES.getString(key), Locale.ENGLISH).format(details);
    }

    /** @throws java.util.MissingResourceException if there are no words for the key */
    public static String of(String key, Object... details) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(details);
    }
}
