package fr.acse.words;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * All texts for people, from {@code words.properties} and, for our pages, {@code pages.properties}, so that another
 * language can replace them.
 */
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("words", Locale.ENGLISH);

    private static final ResourceBundle PAGES = ResourceBundle.getBundle("pages", Locale.ENGLISH);

    private static final ResourceBundle RULES = ResourceBundle.getBundle("rules", Locale.ENGLISH);

    /** Prefix of the keys of words that the server and the pages share. */
    private static final String SHARED = "standing.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Words() {}

    /** A day in the form that forms show. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Texts of the scripts of our pages, by key. The scripts fill in the details themselves. */
    public static Map<String, String> ofPages() {
        Map<String, String> phrases = new TreeMap<>();
        PAGES.keySet().forEach(key -> phrases.put(key, PAGES.getString(key)));
        BUNDLE.keySet().stream()
                .filter(key -> key.startsWith(SHARED))
                .forEach(key -> phrases.put(key, BUNDLE.getString(key)));
        return phrases;
    }

    /** The words of a key, or other words if there is no such key. */
    public static String orElse(String key, String otherwise) {
        return BUNDLE.containsKey(key) ? of(key) : otherwise;
    }

    /**
     * The message of a rule for models, from {@code rules.properties}.
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
