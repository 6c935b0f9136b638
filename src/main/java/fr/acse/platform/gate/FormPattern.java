package fr.acse.platform.gate;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Limits the regular expression of a field. A browser tries all ways to match an expression, and the server first compiles the expression
 * to a program. An expression must therefore be short, contain few choices, and repeat no group that contains a choice.
 */
final class FormPattern {

    private static final int LONGEST = 200;
    private static final int LARGEST_PROGRAM = 2_000;
    private static final int MOST_REPETITIONS = 2;
    private static final int MOST_OPTIONAL = 6;

    private final String text;
    /** For each enclosing group: whether the group contains a repetition, an optional part or an alternative. */
    private final Deque<Boolean> groups = new ArrayDeque<>();

    private boolean lastVaries;
    private int repetitions;
    private int optional;

    private FormPattern(String text) {
        this.text = text;
        groups.push(false);
    }

    static boolean isQuick(String pattern) {
        return pattern.length() <= LONGEST && new FormPattern(pattern).leavesFewChoices() && compiles(pattern);
    }

    private static boolean compiles(String pattern) {
        try {
            return Pattern.compile(pattern).programSize() <= LARGEST_PROGRAM;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private boolean leavesFewChoices() {
        int at = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            switch (sign) {
                case '\\' -> {
                    at++;
                    lastVaries = false;
                }
                case '[' -> {
                    at = endOfClass(at);
                    lastVaries = false;
                }
                case '(' -> {
                    at += text.startsWith("?:", at + 1) ? 2 : 0;
                    groups.push(false);
                    lastVaries = false;
                }
                case ')' -> {
                    if (groups.size() == 1) {
                        return false;
                    }
                    lastVaries = groups.pop();
                    noteChoice(lastVaries);
                    optional += lastVaries ? 1 : 0;
                }
                case '?' -> {
                    optional++;
                    noteChoice(true);
                }
                case '|' -> {
                    noteChoice(true);
                    lastVaries = false;
                }
                case '*', '+', '{' -> {
                    if (lastVaries) {
                        return false;
                    }
                    int end = sign == '{' ? Math.max(at, text.indexOf('}', at)) : at;
                    boolean varies = sign != '{' || text.substring(at, end).contains(",");
                    repetitions += varies ? 1 : 0;
                    at = end;
                    lastVaries = true;
                    noteChoice(varies);
                }
                default -> lastVaries = false;
            }
            at++;
        }
        return repetitions <= MOST_REPETITIONS && optional <= MOST_OPTIONAL;
    }

    private void noteChoice(boolean varies) {
        groups.push(groups.pop() || varies);
    }

    /** Index of the bracket that closes a character class. A closing bracket at the first position belongs to the class. */
    private int endOfClass(int begin) {
        int at = begin + 1;
        at += at < text.length() && text.charAt(at) == '^' ? 1 : 0;
        at += at < text.length() && text.charAt(at) == ']' ? 1 : 0;
        while (at < text.length() && text.charAt(at) != ']') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
