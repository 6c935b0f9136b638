package fr.acse.words;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * The texts that people read, from {@code words.properties}, {@code pages.properties} for the pages, {@code vendor.properties} for the
 * vendor's pages, and {@code rules.properties} for the rules of models. Another language can replace these files.
 */
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("words", Locale.ENGLISH);

    private static final ResourceBundle PAGES = ResourceBundle.getBundle("pages", Locale.ENGLISH);

    private static final ResourceBundle VENDOR = ResourceBundle.getBundle("vendor", Locale.ENGLISH);

    private static final ResourceBundle RULES = ResourceBundle.getBundle("rules", Locale.ENGLISH);

    /** Prefix of the keys of texts that the server and the pages share. */
    private static final String SHARED = "standing.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH'\u00a0h\u00a0'mm");

    private Words() {}

    /** Formats a day as {@code dd/MM/yyyy}, the same as forms do. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Formats a moment in the French form, such as {@code 15/04/1996 14 h 30}, with spaces that no line breaks at. */
    public static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    /** Formats an amount such as {@code 304.00} in the French form, {@code 304,00 €}, with spaces that no line breaks at. */
    public static String euros(String amount) {
        return NumberFormat.getCurrencyInstance(Locale.FRANCE).format(new BigDecimal(amount));
    }

    /** Texts for the scripts of the pages, by key. The scripts insert the details themselves. */
    public static Map<String, String> ofPages() {
        Map<String, String> phrases = new TreeMap<>();
        PAGES.keySet().forEach(key -> phrases.put(key, PAGES.getString(key)));
        BUNDLE.keySet().stream()
                .filter(key -> key.startsWith(SHARED))
                .forEach(key -> phrases.put(key, BUNDLE.getString(key)));
        return phrases;
    }

    /** Words on the vendor's pages that differ from the vendor's own, by application and key. */
    public static Map<String, Map<String, String>> ofVendor() {
        Map<String, Map<String, String>> words = new TreeMap<>();
        for (String key : VENDOR.keySet()) {
            int dot = key.indexOf('.');
            words.computeIfAbsent(key.substring(0, dot), app -> new TreeMap<>())
                    .put(key.substring(dot + 1), VENDOR.getString(key));
        }
        return words;
    }

    /** The text of a key, or another text if the key does not exist. */
    public static String orElse(String key, String otherwise) {
        return BUNDLE.containsKey(key) ? of(key) : otherwise;
    }

    /**
     * The message of a rule for models, from {@code rules.properties}.
     *
     * @throws java.util.MissingResourceException if the key has no text
     */
    public static String ofRule(String key, Object... details) {
        return new MessageFormat(RULES.getString(key), Locale.ENGLISH).format(details);
    }

    /** @throws java.util.MissingResourceException if the key has no text */
    public static String of(String key, Object... details) {
        Object[] written = Arrays.stream(details)
                .map(detail -> detail instanceof LocalDate day ? day(day) : detail)
                .toArray();
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(written);
    }
}
