package fr.acse.platform.gate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import fr.acse.platform.model.Names;
import fr.acse.words.Found;
import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;

/** Parses the expressions of the models, and evaluates them without a case. */
final class Expressions {

    private static final Pattern QUOTED = Pattern.compile("'(\\\\.|[^'\\\\])*'|\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern INSIDE = Pattern.compile("[#$]\\{([^}]*)}");
    private static final Pattern COMPARISON =
            Pattern.compile("(?:^|[^\\w.])([a-zA-Z_]\\w*)\\s*(?:==|!=|\\beq\\b|\\bne\\b)\\s*(?:'([^']*)'|\"([^\"]*)\")"
                    + "|(?:'([^']*)'|\"([^\"]*)\")\\s*(?:==|!=|\\beq\\b|\\bne\\b)\\s*([a-zA-Z_]\\w*)");
    private static final String CASE_REFERENCE = "execution.processBusinessKey";
    /** Matches access to a property or a list element, and a second expression after a semicolon. */
    private static final Pattern REACHES = Pattern.compile("[A-Za-z_)\\]'\"]\\s*\\.|\\[|;");
    /** Matches a single equals sign, which is no comparison. */
    private static final Pattern ASSIGNS = Pattern.compile("(?:^|[^=!<>])=(?:[^=]|$)");

    private static final Set<String> OPERATORS =
            Set.of("and", "or", "not", "empty", "div", "mod", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "empty",
            "true",
            "false",
            "null",
            "instanceof",
            "execution");
    private static final ExpressionFactoryImpl FACTORY = new ExpressionFactoryImpl();

    private Expressions() {}

    static boolean isOne(String text) {
        return text.startsWith("#{") || text.startsWith("${");
    }

    /** Names of the variables in an expression. */
    static Set<String> variables(String text) {
        Set<String> names = new LinkedHashSet<>();
        inside(text)
                .forEach(inside -> Names.in(inside).stream()
                        .filter(Names::isVariable)
                        .map(Names::text)
                        .filter(name -> !KEYWORDS.contains(name))
                        .forEach(names::add));
        return names;
    }

    private static List<String> inside(String text) {
        return Found.in(QUOTED.matcher(text).replaceAll("0"), INSIDE, 1);
    }

    /** Texts with which a condition compares each variable. */
    static Map<String, Set<String>> compared(String condition) {
        Map<String, Set<String>> all = new TreeMap<>();
        Matcher comparison = COMPARISON.matcher(condition);
        while (comparison.find()) {
            String name = first(comparison.group(1), comparison.group(6));
            String text = first(comparison.group(2), comparison.group(3), comparison.group(4), comparison.group(5));
            all.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(text);
        }
        return all;
    }

    private static String first(String... some) {
        return Stream.of(some).filter(each -> each != null).findFirst().orElse("");
    }

    /** Quoted texts in an expression, without their quotes. */
    static Set<String> literals(String text) {
        Set<String> all = new LinkedHashSet<>();
        Found.in(text, QUOTED).forEach(each -> all.add(each.substring(1, each.length() - 1)));
        return all;
    }

    /** Returns a text without the double quotes around it. */
    static String unquoted(String text) {
        int begin = text.startsWith("\"") ? 1 : 0;
        int end = text.length() > begin && text.endsWith("\"") ? text.length() - 1 : text.length();
        return text.substring(begin, end);
    }

    /** Whether all expressions in a text can be parsed. The text may contain several expressions, and other text between them. */
    static boolean isReadable(String text) {
        try {
            String left = INSIDE.matcher(text).replaceAll("");
            Found.in(text, INSIDE).forEach(one -> FACTORY.createValueExpression(context(Map.of()), one, Object.class));
            return !left.contains("{") && !left.contains("}");
        } catch (ELException e) {
            return false;
        }
    }

    /** Whether a condition is true for the given values; empty if the condition cannot be evaluated. */
    static Optional<Boolean> holds(String condition, Map<String, Object> values) {
        try {
            Object result = FACTORY.createValueExpression(context(values), condition, Object.class)
                    .getValue(context(values));
            return result == null
                    ? Optional.of(false)
                    : result instanceof Boolean yes ? Optional.of(yes) : Optional.empty();
        } catch (ELException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether an expression only compares and combines variables. A simple expression accesses no property and calls no function. */
    static boolean isSimple(String text) {
        return inside(text).stream()
                .allMatch(inside -> inside.strip().equals(CASE_REFERENCE)
                        || !REACHES.matcher(inside).find()
                                && !ASSIGNS.matcher(inside).find()
                                && Names.in(inside).stream().noneMatch(Expressions::calls));
    }

    private static boolean calls(Names name) {
        return name.isCalled() && (!OPERATORS.contains(name.text()) || name.before() == ':');
    }

    /** Returns a context with variables only, because the gate evaluates an analyst's expressions before a person has reviewed them. */
    private static ELContext context(Map<String, Object> values) {
        SimpleContext context = new SimpleContext(new VariablesOnly());
        values.forEach((name, value) -> context.setVariable(name, FACTORY.createValueExpression(value, Object.class)));
        return context;
    }

    private static final class VariablesOnly extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            throw new PropertyNotFoundException(String.valueOf(property));
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            throw new PropertyNotFoundException(String.valueOf(method));
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            throw new PropertyNotFoundException(String.valueOf(property));
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            throw new PropertyNotFoundException(String.valueOf(property));
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return Object.class;
        }
    }
}
