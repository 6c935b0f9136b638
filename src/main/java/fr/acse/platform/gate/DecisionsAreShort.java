package fr.acse.platform.gate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import fr.acse.platform.model.Names;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A decision compares values. It goes through no list that it makes itself, and calls only functions whose time is short whatever they are
 * given: it is worked out in the server, while a case waits.
 */
class DecisionsAreShort implements RuleOfFile {

    /** Comments, names in back quotes, powers, and numbers of any size: they hide functions, or take long by themselves. */
    private static final Pattern UNUSUAL = Pattern.compile("/[*/]|`|\\*\\*|\\d{16}|\\d[eE]");

    private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Set<String> LONG =
            Set.of("for", "some", "every", "return", "satisfies", "function", "external");

    /** By their last word, as in {@code string length(}. */
    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "date",
            "time",
            "duration",
            "string",
            "length",
            "substring",
            "contains",
            "with",
            "case",
            "min",
            "max",
            "sum",
            "count",
            "abs",
            "today",
            "now",
            "and",
            "or",
            "in",
            "if",
            "then",
            "else");

    @Override
    public Stream<Finding> findings(ModelFile file) {
        return file.isDiagram()
                ? Stream.empty()
                : Stream.of("inputExpression", "inputEntry", "outputEntry", "literalExpression")
                        .flatMap(file::each)
                        .flatMap(expression -> tooLong(file, expression));
    }

    private static Stream<Finding> tooLong(ModelFile file, Element expression) {
        String text = expression.getTextContent();
        Matcher unusual = UNUSUAL.matcher(text);
        if (unusual.find()) {
            return Stream.of(Finding.of("decisionLong", file, expression, unusual.group()));
        }
        return Names.in(QUOTED.matcher(text).replaceAll("0")).stream()
                .filter(name -> LONG.contains(name.text()) || name.isCalled() && !FUNCTIONS.contains(name.text()))
                .map(name -> Finding.of("decisionLong", file, expression, name.text()))
                .limit(1);
    }
}
