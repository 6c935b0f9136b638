package fr.acse.alarm;

import fr.acse.words.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The urgent steps that raise an alarm, from the table {@code alarms.txt}. */
@Component
public class AlarmKinds {

    /**
     * @param kind name of the kind; its text has the key {@code alarm.<kind>}
     * @param pace speed of the alarm, which the model {@code alarm.bpmn} uses
     * @param until what ends the alarm
     * @param awaits whether the shelter that awaits the woman reads that something is wrong on the way to it
     * @param mail name of the notice's {@code Event}, or null for no mail
     */
    public record Kind(
            String process,
            String step,
            String kind,
            String pace,
            Until until,
            boolean awaits,
            String onlyIf,
            String mail) {

        private boolean fits(UnaryOperator<String> values) {
            if (onlyIf.equals(ALWAYS)) {
                return true;
            }
            return Arrays.stream(onlyIf.split("&"))
                    .map(each -> each.split("="))
                    .allMatch(sides -> sides.length == 2 && sides[1].equals(values.apply(sides[0])));
        }
    }

    /** What ends an alarm. */
    public enum Until {
        TAKEN,
        /** The task is done, or the late request is answered. */
        DONE,
        /** As {@link #DONE}; until then the woman of the case is missing. */
        FOUND
    }

    private static final String ALWAYS = "-";
    private static final String BY_TIMER = "timer";
    private static final String JOURNEY = "journey";

    private final List<Kind> kinds;

    AlarmKinds() {
        kinds = Table.rows(AlarmKinds.class, "alarms.txt")
                .map(cells -> new Kind(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        Until.valueOf(cells.get(4).toUpperCase(Locale.ROOT)),
                        cells.get(5).equals("yes"),
                        cells.get(6),
                        cells.get(7).equals(ALWAYS) ? null : cells.get(7)))
                .toList();
    }

    /** Whether a step can raise an alarm. */
    public boolean knows(String process, String step) {
        return kinds.stream()
                .anyMatch(each -> each.process().equals(process) && each.step().equals(step));
    }

    /** @param values returns the value of a variable or a fact of the case, by its name */
    public Optional<Kind> of(String process, String step, UnaryOperator<String> values) {
        return kinds.stream()
                .filter(each -> each.process().equals(process) && each.step().equals(step))
                .filter(each -> each.fits(values))
                .findFirst();
    }

    /** The kind of alarm that a timer of the model raises for a step. */
    public Kind byTimer(String process, String step) {
        return kinds.stream()
                .filter(each -> each.process().equals(process) && each.step().equals(step))
                .filter(each -> each.onlyIf().equals(BY_TIMER))
                .findFirst()
                .orElseThrow();
    }

    /** Ids of the steps that can raise an alarm when their task opens. */
    public List<String> stepsThatOpenWithOne() {
        return kinds.stream()
                .filter(each -> !each.onlyIf().equals(BY_TIMER))
                .map(Kind::step)
                .distinct()
                .toList();
    }

    /** Names of the kinds of alarms about a journey. */
    public Set<String> onTheWay() {
        return named(each -> each.process().equals(JOURNEY));
    }

    /** Names of the kinds of alarms that the shelter that awaits the woman may know of. */
    public Set<String> awaited() {
        return named(Kind::awaits);
    }

    private Set<String> named(Predicate<Kind> which) {
        return kinds.stream().filter(which).map(Kind::kind).collect(Collectors.toSet());
    }

    /** All kinds of alarms, in the order of the table. */
    List<Kind> all() {
        return kinds;
    }
}
