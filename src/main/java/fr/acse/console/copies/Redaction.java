package fr.acse.console.copies;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes names, places, numbers and codes of others out of a text, however they are written. */
final class Redaction {

    static final String TAKEN_OUT = "[…]";

    /** Whatever looks like a telephone, an address of mail, or a code of a shelter, whoever it belongs to. */
    private static final Pattern ALWAYS = Pattern.compile(
            "\\+?\\d(?:[ .()/-]?\\d){7,}|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|\\b[sS]\\d{2,3}\\b|\\b\\d{1,4}\\s*(?:bis|ter)?,?\\s+(?:rue|avenue|av\\.|boulevard|bd|place|chemin|impasse|allée|allee|quai|route|cours|street|road)\\b[^,;.\\n]*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
    private static final int SHORTEST = 3;

    private final Set<String> words;

    private Redaction(Set<String> words) {
        this.words = words;
    }

    /**
     * @param others texts about others: each word in it that is a name or holds a number is taken out
     * @param strike words that somebody named: they are all taken out
     * @param hers what stays in any case, since it is her own
     */
    static Redaction of(Collection<String> others, Collection<String> strike, Collection<String> hers) {
        Set<String> words = new LinkedHashSet<>();
        others.forEach(text -> eachWord(text).stream()
                .filter(word -> word.length() >= SHORTEST && isName(word))
                .map(Redaction::folded)
                .forEach(words::add));
        strike.forEach(text -> eachWord(text).stream().map(Redaction::folded).forEach(words::add));
        Set<String> own = hers.stream()
                .flatMap(text -> eachWord(text).stream())
                .map(Redaction::folded)
                .collect(Collectors.toSet());
        words.removeAll(own);
        return new Redaction(words);
    }

    String of(String text) {
        String without = ALWAYS.matcher(text).replaceAll(Matcher.quoteReplacement(TAKEN_OUT));
        return WORD.matcher(without)
                .replaceAll(found -> Matcher.quoteReplacement(
                        words.contains(folded(found.group())) || parts(found.group()) ? TAKEN_OUT : found.group()));
    }

    /** A double name is taken out with one of its halves. */
    private boolean parts(String word) {
        for (String part : word.split("['’-]")) {
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
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            all.add(word.group());
            for (String part : word.group().split("['’-]")) {
                if (!part.isEmpty()) {
                    all.add(part);
                }
            }
        }
        return all;
    }

    /** Case and accents do not matter. */
    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
