package fr.acse.words;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Matches of a pattern in a text, in a time that is linear in the length of the text (RE2). */
public final class Found {

    private Found() {}

    /** Whole matches, in their order. */
    public static List<String> in(String text, Pattern pattern) {
        return in(text, pattern, 0);
    }

    /** One group of each match, in their order. */
    public static List<String> in(String text, Pattern pattern, int group) {
        List<String> all = new ArrayList<>();
        for (Matcher match = pattern.matcher(text); match.find(); ) {
            all.add(match.group(group));
        }
        return all;
    }

    /** The text with each match replaced. */
    public static String replaced(String text, Pattern pattern, UnaryOperator<String> by) {
        StringBuilder all = new StringBuilder();
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            match.appendReplacement(all, Matcher.quoteReplacement(by.apply(match.group())));
        }
        return match.appendTail(all).toString();
    }
}
