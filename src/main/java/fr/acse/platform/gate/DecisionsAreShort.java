package fr.acse.platform.gate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import fr.acse.platform.model.Names;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * A decision may compare values and call the listed functions, which take little time for every input. A decision must not iterate over
 * lists. The server evaluates the decision while a case waits.
 */
class DecisionsAreShort implements RuleOfFile {

    /** Matches comments and names in back quotes (they can hide functions), powers and large numbers (they can take long to compute). */
    private static final Pattern UNUSUAL = Pattern.compile("/[*/]|`|\\*\\*|\\d{16}|\\d[eE]");

    private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Set<String> LONG =
            Set.of("for", "some", "every", "return", "satisfies", "function", "external");

    /** Allowed functions by the last word of their name, for example {@code length} for {@code string length(}. */
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
