package fr.acse.platform.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A name or a number in an expression of EL or FEEL.
 *
 * @param before the character before the name, or 0 at the beginning of the expression
 * @param after the character after the name, or 0 at the end of the expression
 * @param isCalled whether an opening bracket follows, which makes it the name of a function
 */
public record Names(String text, char before, char after, boolean isCalled) {

    /** All names and numbers of an expression, in their order. The caller must first remove the texts in quotation marks. */
    public static List<Names> in(String expression) {
        List<Names> all = new ArrayList<>();
        int at = 0;
        while (at < expression.length()) {
            int end = endOf(expression, at);
            if (end > at) {
                all.add(new Names(
                        expression.substring(at, end),
                        at == 0 ? 0 : expression.charAt(at - 1),
                        end == expression.length() ? 0 : expression.charAt(end),
                        isCalled(expression, end)));
            }
            at = Math.max(end, at + 1);
        }
        return all;
    }

    /** Whether the name is a variable. A function, a number, and a property of another value are no variables. */
    public boolean isVariable() {
        return !isNumber() && before != '.' && !isCalled;
    }

    public boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }

    private static int endOf(String text, int begin) {
        int end = begin;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(char sign) {
        return sign == '_' || sign < 128 && Character.isLetterOrDigit(sign);
    }

    private static boolean isCalled(String text, int end) {
        int at = end;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '(';
    }
}
