package fr.acse.herdata;

import com.google.re2j.Pattern;
import fr.acse.words.Found;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** Removes names, places, numbers and codes of other people from a text, with or without capitals and accents. */
@RequiredArgsConstructor
final class Redaction {

    static final String TAKEN_OUT = "[…]";

    /** Text that looks like a telephone number, a mail address, a street address or a shelter code. This text is always removed. */
    private static final Pattern ALWAYS = Pattern.compile(
            "\\+?\\d(?:[\\s\\p{Z}.,()/–-]{0,3}\\d){7,}|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|\\b[sS][\\s\\p{Z}.-]?\\d{2,3}\\b|\\b\\d{1,4}\\s*(?:bis|ter)?,?\\s+(?:rue|avenue|av\\.|boulevard|bd|place|chemin|impasse|allée|allee|quai|route|cours|street|road)\\b[^,;.\\n]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
    private static final Pattern BETWEEN_HALVES = Pattern.compile("['’-]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final int SHORTEST = 3;
    private static final int MOST_WORDS_OF_A_NAME = 3;
    private static final Set<String> TITLES = Set.of("Mr", "Ms", "Dr", "Me", "De", "Du", "La", "Le");

    /** Letters that Unicode does not decompose into a base letter and an accent. */
    private static final Map<String, String> LETTERS =
            Map.of("ł", "l", "œ", "oe", "æ", "ae", "ø", "o", "đ", "d", "ß", "ss", "ı", "i", "þ", "th");

    private final Set<String> words;

    /** Names of two letters, compared with capitals and accents. Without this, they would match many common words. */
    private final Set<String> shortNames;

    /**
     * @param others texts about other people; names and words with digits in them are removed
     * @param strike texts whose words a user marked for removal; all their words are removed
     * @param hers texts of the woman herself; their words are kept, unless {@code strike} contains them
     */
    static Redaction of(Collection<String> others, Collection<String> strike, Collection<String> hers) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> shortNames = new LinkedHashSet<>();
        for (String text : others) {
            Set<String> all = eachWord(text);
            // Up to three words without a capital letter are a name that a user typed without capitals.
            boolean noCapitals =
                    all.size() <= MOST_WORDS_OF_A_NAME && all.stream().noneMatch(Redaction::isName);
            for (String word : all) {
                boolean otherScript = Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.LATIN
                        && !Character.isDigit(word.codePointAt(0));
                if (otherScript || word.length() >= SHORTEST && (noCapitals || isName(word))) {
                    words.add(folded(word));
                } else if (word.length() == 2 && Character.isUpperCase(word.charAt(0)) && !TITLES.contains(word)) {
                    shortNames.add(word);
                }
            }
        }
        Set<String> own = hers.stream()
                .flatMap(text -> eachWord(text).stream())
                .map(Redaction::folded)
                .collect(Collectors.toSet());
        words.removeAll(own);
        strike.forEach(text -> eachWord(text).stream().map(Redaction::folded).forEach(words::add));
        return new Redaction(words, shortNames);
    }

    String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String without = ALWAYS.matcher(composed).replaceAll(TAKEN_OUT);
        return Found.replaced(without, WORD, word -> isOfOthers(word) ? TAKEN_OUT : word);
    }

    private boolean isOfOthers(String word) {
        return shortNames.contains(word) || words.contains(folded(word)) || parts(word);
    }

    /** True if one half of a double name is removed. The whole double name is then removed. */
    private boolean parts(String word) {
        for (String part : BETWEEN_HALVES.split(word)) {
            if (part.length() >= SHORTEST && words.contains(folded(part))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(String word) {
        return Character.isUpperCase(word.codePointAt(0))
                || word.chars().anyMatch(Character::isDigit)
                || Character.UnicodeBlock.of(word.codePointAt(0)) != Character.UnicodeBlock.BASIC_LATIN;
    }

    private static Set<String> eachWord(String text) {
        Set<String> all = new LinkedHashSet<>();
        for (String word : Found.in(Normalizer.normalize(text, Normalizer.Form.NFC), WORD)) {
            all.add(word);
            for (String part : BETWEEN_HALVES.split(word)) {
                if (!part.isEmpty()) {
                    all.add(part);
                }
            }
        }
        return all;
    }

    /** The word in lower case and without accents, for comparison. */
    private static String folded(String word) {
        String plain = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return plain;
    }
}
