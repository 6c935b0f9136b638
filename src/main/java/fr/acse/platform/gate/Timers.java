package fr.acse.platform.gate;

import com.google.re2j.Pattern;
import fr.acse.platform.model.Variable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The engine must be able to parse every time in a model, and no timer may be due more often than once a minute. */
class Timers implements Rule {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    /** Format of a duration in the engine. Weeks cannot be combined with other units. A value must follow the letters P and T. */
    private static final Pattern WRITTEN =
            Pattern.compile("P(\\d+Y)?(\\d+M)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?|P\\d+W");

    private static final Pattern ONE_VARIABLE = Pattern.compile("[#$]\\{\\s*\\w+\\s*}");
    private static final Pattern CYCLE = Pattern.compile("[0-9*/,?A-Z -]+");
    private static final Pattern REPEATED = Pattern.compile("R\\d*/[^/]+");
    private static final Pattern ONE_SECOND = Pattern.compile("\\d{1,2}");

    private static final LocalDateTime BEGIN = LocalDate.of(2026, 1, 1).atStartOfDay();

    private final Known known;

    Timers(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return Stream.concat(
                set.nodes().flatMap(node -> node.timer().flatMap(timer -> timer(node, timer))),
                set.nodes()
                        .filter(node -> node.is("userTask"))
                        .flatMap(task ->
                                Stream.of("dueDate", "followUpDate").flatMap(each -> due(task, task.camunda(each)))));
    }

    private Stream<Finding> timer(Node node, Element timer) {
        String text = timer.getTextContent().strip();
        boolean readable =
                switch (timer.getLocalName()) {
                    case "timeDate" -> Expressions.isOne(text) && isMoment(node, text);
                    case "timeDuration" -> length(text).isPresent();
                    default -> node.is("startEvent") && isCycle(text);
                };
        if (!readable) {
            return Stream.of(Finding.of("timer", node, text));
        }
        boolean often = timer.getLocalName().equals("timeDuration")
                        && length(text).orElseThrow().compareTo(SHORTEST) < 0
                || timer.getLocalName().equals("timeCycle") && isOften(text);
        return often ? Stream.of(Finding.of("timerOften", node, text)) : Stream.empty();
    }

    private Stream<Finding> due(Node task, String text) {
        return text.isEmpty() || length(text).isPresent() || Expressions.isOne(text) && isMoment(task, text)
                ? Stream.empty()
                : Stream.of(Finding.of("due", task, text));
    }

    private boolean isMoment(Node node, String text) {
        Set<String> names = Expressions.variables(text);
        return ONE_VARIABLE.matches(text)
                && names.stream()
                        .allMatch(name -> known.variable(node.process(), name)
                                .map(Variable::type)
                                .filter(type -> type == Date.class)
                                .isPresent());
    }

    /** Length of a period or a duration, counted from 1 January 2026; empty if the text is invalid. */
    static Optional<Duration> length(String text) {
        try {
            if (!WRITTEN.matches(text) || text.endsWith("P") || text.endsWith("T")) {
                return Optional.empty();
            }
            int time = text.indexOf('T');
            Period days = time == 1 ? Period.ZERO : Period.parse(time < 0 ? text : text.substring(0, time));
            Duration hours = time < 0 ? Duration.ZERO : Duration.parse("P" + text.substring(time));
            return Optional.of(Duration.between(BEGIN, BEGIN.plus(days).plus(hours)))
                    .filter(length -> !length.isNegative() && !length.isZero());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the cycle of a start event is valid: a cron expression with six fields, or a repetition. */
    private static boolean isCycle(String text) {
        return CYCLE.matches(text)
                && (text.split(" ").length == 6 || repeated(text).isPresent());
    }

    private static boolean isOften(String text) {
        return text.startsWith("R")
                ? repeated(text).filter(each -> each.compareTo(SHORTEST) >= 0).isEmpty()
                : !ONE_SECOND.matches(text.split(" ")[0]);
    }

    /** Interval of a repetition; empty if the text is no valid repetition. */
    private static Optional<Duration> repeated(String text) {
        return REPEATED.matches(text) ? length(text.substring(text.indexOf('/') + 1)) : Optional.empty();
    }
}
