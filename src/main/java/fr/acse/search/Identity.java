package fr.acse.search;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is known of a woman from some sealed values of her case file.
 *
 * @param firstNames words of her first names
 * @param lastNames words of her last names
 * @param born her birth date, or null if it is unknown
 * @param telephones the last nine digits of the telephone numbers in the text about how she can be reached
 */
record Identity(List<Spelling> firstNames, List<Spelling> lastNames, LocalDate born, Set<String> telephones) {

    static final String FIRST_NAME = "sealed_firstName";
    static final String LAST_NAME = "sealed_lastName";
    static final String BIRTH_DATE = "sealed_birthDate";
    static final String CONTACT = "sealed_safeContact";

    /** The sealed fields by which a woman is found. */
    static final Set<String> FIELDS = Set.of(FIRST_NAME, LAST_NAME, BIRTH_DATE, CONTACT);

    /** French numbers, then numbers with a country code. Hours and postcodes beside a number do not belong to it. */
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?:\\+33|0033)[ .\\-]?(?:\\(0\\))?[ .\\-]?[1-9](?:[ .\\-]?\\d\\d){4}|\\b0[1-9](?:[ .\\-]?\\d\\d){4}"
                    + "|(?:\\+|\\b00)[1-9]\\d(?:[ .()\\-]{0,2}\\d){6,12}");

    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");
    private static final int SIGNIFICANT = 9;
    private static final int MOST_TELEPHONES = 10;

    /** @param plain decrypted values by field; fields that the reader may not read are missing */
    static Identity of(Map<String, String> plain) {
        return new Identity(
                Spelling.words(plain.getOrDefault(FIRST_NAME, "")),
                Spelling.words(plain.getOrDefault(LAST_NAME, "")),
                day(plain.get(BIRTH_DATE)),
                telephones(plain.getOrDefault(CONTACT, "")));
    }

    private static LocalDate day(String iso) {
        try {
            return iso == null || iso.isEmpty() ? null : LocalDate.parse(iso);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    /** The first ten telephone numbers in a text, without the country code and the first zero. */
    static Set<String> telephones(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = TELEPHONE.matcher(text);
        while (found.size() < MOST_TELEPHONES && matcher.find()) {
            String digits = NO_DIGIT.matcher(matcher.group()).replaceAll("");
            found.add(digits.substring(Math.max(0, digits.length() - SIGNIFICANT)));
        }
        return found;
    }

    List<Spelling> names() {
        return Stream.concat(firstNames.stream(), lastNames.stream()).toList();
    }
}
