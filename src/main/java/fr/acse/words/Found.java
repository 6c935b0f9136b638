package fr.acse.words;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Finds matches of a pattern in a text with RE2. The time is linear in the length of the text. */
public final class Found {

    private Found() {}

    /** All complete matches in the text, in their order. */
    public static List<String> in(String text, Pattern pattern) {
        return in(text, pattern, 0);
    }

    /** The given group of each match, in the order of the matches. */
    public static List<String> in(String text, Pattern pattern, int group) {
        List<String> all = new ArrayList<>();
        for (Matcher match = pattern.matcher(text); match.find(); ) {
            all.add(match.group(group));
        }
        return all;
    }

    /** Returns the text with each match replaced. */
    public static String replaced(String text, Pattern pattern, UnaryOperator<String> by) {
        StringBuilder all = new StringBuilder();
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            match.appendReplacement(all, Matcher.quoteReplacement(by.apply(match.group())));
        }
        return match.appendTail(all).toString();
    }
}
