package fr.acse.search;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import fr.acse.words.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a user types to find a woman: words of her name or nickname, with or without a birth date, or a telephone number.
 *
 * @param born birth date, or null
 * @param telephones last nine digits of the typed telephone numbers
 */
public record Wanted(List<Spelling> words, LocalDate born, Set<String> telephones) {

    private static final int LONGEST = 100;
    private static final int OLDEST = 120;
    private static final int SHORTEST_WORD = 2;
    private static final int MOST_WORDS = 8;

    private static final Pattern DAY_FIRST = Pattern.compile("\\b(\\d{1,2})[/.\\-](\\d{1,2})[/.\\-](\\d{4})\\b");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\b(\\d{4})[/.\\-](\\d{1,2})[/.\\-](\\d{1,2})\\b");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    /**
     * Reads the typed text. Signs that are no letters and no digits only separate words.
     *
     * @throws Refusal if the text is empty, too long, or only a birth date; if the date does not exist; or if a number is neither a date
     *     nor a telephone number
     */
    public static Wanted of(String text, LocalDate today) {
        String typed = text == null ? "" : text.strip();
        Refusal.unless(typed.codePointCount(0, typed.length()) <= LONGEST, "searchTooLong", LONGEST);
        Matcher french = DAY_FIRST.matcher(typed);
        Matcher iso = YEAR_FIRST.matcher(typed);
        LocalDate born = null;
        String rest = typed;
        if (french.find()) {
            born = day(french.group(3), french.group(2), french.group(1), today);
            rest = typed.substring(0, french.start()) + " " + typed.substring(french.end());
        } else if (iso.find()) {
            born = day(iso.group(1), iso.group(2), iso.group(3), today);
            rest = typed.substring(0, iso.start()) + " " + typed.substring(iso.end());
        }
        Set<String> telephones = Identity.telephones(rest);
        if (!telephones.isEmpty()) {
            return new Wanted(List.of(), null, telephones);
        }
        Refusal.unless(!DIGIT.matcher(rest).find(), "searchNumber");
        List<Spelling> words =
                Spelling.words(rest).stream().filter(Wanted::isLongEnough).toList();
        Refusal.unless(!words.isEmpty() || born == null, "searchDateAlone");
        Refusal.unless(!words.isEmpty(), "searchEmpty", SHORTEST_WORD);
        Refusal.unless(words.size() <= MOST_WORDS, "searchWords", MOST_WORDS);
        return new Wanted(words, born, Set.of());
    }

    /** Whether a nickname has a word that a search accepts. */
    static boolean canBeSearchedFor(String nickname) {
        return !DIGIT.matcher(nickname).find()
                && Spelling.words(nickname).stream().anyMatch(Wanted::isLongEnough);
    }

    private static boolean isLongEnough(Spelling word) {
        return word.written().length() >= SHORTEST_WORD;
    }

    private static LocalDate day(String year, String month, String day, LocalDate today) {
        try {
            LocalDate born = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            Refusal.unless(!born.isAfter(today) && born.isAfter(today.minusYears(OLDEST)), "searchDate");
            return born;
        } catch (DateTimeException noDay) {
            throw new Refusal("searchDate");
        }
    }
}
