package fr.acse.search;

import com.google.re2j.Pattern;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One word of a name, as it is written and as it may sound. Names are written in many ways: with and without accents, in other alphabets,
 * after the rules of another language, or with a typing error.
 *
 * @param written the word in small Latin letters without accents
 * @param spoken codes of its possible sounds: spellings of the same sound have the same code
 * @param consonants the code without vowels. A word in an alphabet that does not write vowels is compared by this code.
 * @param withoutVowels true if the word is in such an alphabet
 */
record Spelling(String written, Set<String> spoken, String consonants, boolean withoutVowels) {

    /** A name of more words is no name of a person. Letters that become several words, as in Chinese, count as words. */
    static final int MOST_WORDS = 10;

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_WORD = 30;
    private static final int SHORT_WORD = 4;

    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin");
    private static final Transliterator ASCII = Transliterator.getInstance("NFD; [:M:] Remove; Latin-ASCII");

    /** Marks that change the direction or are invisible; apostrophes and the marks that stand for letters in transliterations. */
    private static final Pattern INSIDE_WORDS = Pattern.compile("[\\p{Cf}\\p{Cc}'’‘ʼʻʹʺʾʿ`´]+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern WITHOUT_VOWELS = Pattern.compile("[\\p{Arabic}\\p{Hebrew}]");
    private static final Pattern FOREIGN = Pattern.compile("[^\\p{Latin}\\p{Common}\\p{Inherited}]");
    private static final Pattern VOWELS = Pattern.compile("[aeiuv]+|h$");

    /** Sounds that the transliteration of other alphabets writes with a mark. Languages with Latin letters write some of them so, too. */
    private static final String[][] MARKED = {
        {"ŝ", "sch"}, {"š", "sh"}, {"č", "ch"}, {"ć", "ch"}, {"ž", "zh"}, {"ş", "sh"}, {"â", "ia"}, {"û", "iu"}
    };

    /** Spellings of a sound, in the order in which they are replaced. Capital letters are codes: C for ch and sh, J for j and dj. */
    private static final String[][] SOUNDS = {
        {"schtsch", "C"},
        {"shch", "C"},
        {"tsch", "C"},
        {"tch", "C"},
        {"sch", "C"},
        {"sh", "C"},
        {"ch", "C"},
        {"cz", "C"},
        {"sz", "C"},
        {"dzh", "J"},
        {"zh", "J"},
        {"dj", "J"},
        {"xh", "J"},
        {"gj", "J"},
        {"ph", "f"},
        {"kh", "k"},
        {"gh", "g"},
        {"th", "t"},
        {"dh", "d"},
        {"bh", "b"},
        {"rh", "r"},
        {"gue", "ge"},
        {"gui", "gi"},
        {"qu", "k"},
        {"q", "k"},
        {"ck", "k"},
        {"x", "ks"},
        {"ts", "s"},
        {"tz", "s"},
        {"ce", "se"},
        {"ci", "si"},
        {"cy", "si"},
        {"c", "k"},
        {"oo", "u"},
        {"ou", "u"},
        {"ee", "i"},
        {"w", "v"},
        {"yi", "i"},
        {"y", "i"},
        {"aj", "ai"},
        {"ej", "ei"},
        {"j", "J"},
        {"ff", "f"},
        {"ai", "e"},
        {"ei", "e"},
        {"ae", "e"},
        {"o", "u"}
    };

    private static final String[] RELATED_FIRST_LETTERS = {"aeiu", "iJ", "bpv", "fvp", "td", "kgC", "sC", "szJ"};

    /** The words of a text. Texts beyond 200 signs and words beyond 30 letters are cut. */
    static List<Spelling> words(String text) {
        List<Spelling> words = new ArrayList<>();
        String name = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        for (String word : BETWEEN_WORDS.split(withoutMarks(name))) {
            for (String part : latin(word).split(" ")) {
                if (!part.isEmpty() && words.size() < MOST_WORDS) {
                    words.add(of(word, part.substring(0, Math.min(part.length(), LONGEST_WORD))));
                }
            }
        }
        return words;
    }

    /** Composed letters stay composed, so that a letter with a mark can be told from two letters. */
    private static String withoutMarks(String text) {
        return INSIDE_WORDS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    /** A word in Latin letters with their marks. A word in another alphabet may become several words. */
    private static String latin(String word) {
        String small = word.toLowerCase(Locale.ROOT).replace("ة", "");
        String latin = FOREIGN.matcher(small).find() ? LATIN.transliterate(small) : small;
        return BETWEEN_WORDS
                .matcher(INSIDE_WORDS
                        .matcher(Normalizer.normalize(latin, Normalizer.Form.NFC))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    private static Spelling of(String original, String latin) {
        boolean withoutVowels = WITHOUT_VOWELS.matcher(original).find();
        String written = plain(latin);
        Set<String> spoken = new LinkedHashSet<>();
        String marked = latin;
        for (String[] each : MARKED) {
            marked = marked.replace(each[0], each[1]);
        }
        String code = code(plain(marked));
        spoken.add(sound(code));
        if (!FOREIGN.matcher(original).find()) {
            spoken.add(sound(code(written)));
        }
        return new Spelling(written, spoken, VOWELS.matcher(code).replaceAll(""), withoutVowels);
    }

    private static String plain(String latin) {
        return ASCII.transliterate(latin).toLowerCase(Locale.ROOT);
    }

    /** Each sound as one letter. Doubled letters count once. */
    private static String code(String plain) {
        String code = plain;
        for (String[] each : SOUNDS) {
            code = code.replace(each[0], each[1]);
        }
        return single(code);
    }

    /** The code of what is heard: without h. The endings -ov, -ow and -off of Slavic names are the same, as are -i and -ij. */
    private static String sound(String code) {
        String heard = single(code.replace("h", ""));
        String begin = heard.isEmpty() ? "" : heard.substring(0, heard.length() - 1);
        if (begin.isEmpty()) {
            return code;
        }
        return heard.endsWith("v") ? begin + "f" : heard.endsWith("iJ") ? begin : heard;
    }

    private static String single(String code) {
        StringBuilder single = new StringBuilder();
        for (char letter : code.toCharArray()) {
            if (single.isEmpty() || single.charAt(single.length() - 1) != letter) {
                single.append(letter);
            }
        }
        return single.toString();
    }

    /** This word and the next one as one word: Ben Ali and Benali are the same name. */
    Spelling joined(Spelling next) {
        // Two languages are not mixed in one name, so that the sounds do not multiply.
        Set<String> both = new LinkedHashSet<>();
        both.add(first(spoken) + first(next.spoken));
        both.add(last(spoken) + last(next.spoken));
        return new Spelling(
                written + next.written, both, consonants + next.consonants, withoutVowels || next.withoutVowels);
    }

    private static String first(Set<String> sounds) {
        return sounds.iterator().next();
    }

    private static String last(Set<String> sounds) {
        return sounds.stream().reduce((earlier, later) -> later).orElseThrow();
    }

    boolean isWrittenLike(Spelling other) {
        return written.equals(other.written);
    }

    /** Whether both words may be the same name: they sound alike, or differ by one typing error. */
    boolean isLike(Spelling other) {
        if (isWrittenLike(other)) {
            return true;
        }
        if (withoutVowels || other.withoutVowels) {
            return consonants.length() > 1 && consonants.equals(other.consonants);
        }
        return spoken.stream().anyMatch(own -> other.spoken.stream().anyMatch(its -> differLittle(own, its)));
    }

    private static boolean differLittle(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int longer = Math.max(one.length(), other.length());
        if (!isOneErrorAway(one, other) || Math.min(one.length(), other.length()) < 3) {
            return false;
        }
        return longer > SHORT_WORD
                ? beginAlike(one, other)
                : isTransposed(one, other) || haveSameConsonants(one, other);
    }

    private static boolean beginAlike(String one, String other) {
        char first = one.charAt(0);
        char its = other.charAt(0);
        if (first == its || one.startsWith(other.substring(1, 3)) || other.startsWith(one.substring(1, 3))) {
            return true;
        }
        for (String related : RELATED_FIRST_LETTERS) {
            if (related.indexOf(first) >= 0 && related.indexOf(its) >= 0) {
                return true;
            }
        }
        return isTransposed(one, other);
    }

    private static boolean haveSameConsonants(String one, String other) {
        String own = VOWELS.matcher(one).replaceAll("");
        return own.length() > 1 && own.equals(VOWELS.matcher(other).replaceAll(""));
    }

    /** Whether one letter is missing, added or wrong, or two neighbouring letters are exchanged. */
    private static boolean isOneErrorAway(String one, String other) {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        String rest = one.substring(same);
        String itsRest = other.substring(same);
        if (rest.length() == itsRest.length()) {
            return rest.substring(1).equals(itsRest.substring(1)) || isTransposed(one, other);
        }
        return rest.length() > itsRest.length()
                ? rest.substring(1).equals(itsRest)
                : itsRest.substring(1).equals(rest);
    }

    private static boolean isTransposed(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int at = 0;
        while (at < one.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }

    /** Texts whose hashes find this word again: two words that are alike have at least one of these texts in common. */
    Set<String> traces() {
        Set<String> traces = new LinkedHashSet<>();
        traces.add("w" + written);
        if (consonants.length() > 1) {
            traces.add((withoutVowels ? "abjad" : "latin") + consonants);
        }
        spoken.forEach(sound -> {
            traces.add("s" + sound);
            for (int at = 0; at < sound.length() && sound.length() > 2; at++) {
                traces.add("s" + sound.substring(0, at) + sound.substring(at + 1));
            }
        });
        return traces;
    }

    /** The texts that find words which are like this one. */
    Set<String> sought() {
        Set<String> sought = traces();
        if (consonants.length() > 1) {
            sought.remove("latin" + consonants);
            sought.add("abjad" + consonants);
            if (withoutVowels) {
                sought.add("latin" + consonants);
            }
        }
        return sought;
    }
}
