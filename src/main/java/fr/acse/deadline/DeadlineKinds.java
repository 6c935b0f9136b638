package fr.acse.deadline;

import fr.acse.words.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of timers in the models, from the table {@code deadlines.txt}. Supervisors see these kinds. */
@Component
public class DeadlineKinds {

    /** Kind of the 48-hour deadline. */
    public static final String ANSWER = "answer";

    /** Kind of the time after which an alarm that nobody has taken rises to the next role. */
    public static final String ALARM = "alarm";

    /** Kind of deadlines that only remind and require no action. */
    public static final String REMINDER = "reminder";

    /**
     * @param kind name of the kind; its text has the key {@code deadline.<kind>}
     * @param who role that must act before the deadline
     * @param furthest how far from now a supervisor may move the deadline; null if nobody may move it
     */
    public record Kind(String kind, String who, Duration furthest) {

        public boolean movable() {
            return furthest != null;
        }
    }

    private static final Kind UNKNOWN = new Kind("other", "coordination", null);

    private final Map<String, Kind> kinds;

    DeadlineKinds() {
        kinds = Table.rows(DeadlineKinds.class, "deadlines.txt")
                .collect(Collectors.toUnmodifiableMap(
                        cells -> key(cells.get(0), cells.get(1)),
                        cells -> new Kind(
                                cells.get(2),
                                cells.get(3),
                                cells.get(4).equals("never") ? null : Duration.parse(cells.get(4)))));
    }

    /** The kind of a timer. A timer that an analyst added has the kind {@code other}: the coordination must act, and nobody can move it. */
    public Kind of(String process, String activity) {
        return kinds.getOrDefault(key(process, activity), UNKNOWN);
    }

    public boolean knows(String process, String activity) {
        return kinds.containsKey(key(process, activity));
    }

    /** All kinds of the table, sorted. */
    public List<String> kinds() {
        return kinds.values().stream().map(Kind::kind).distinct().sorted().toList();
    }

    private static String key(String process, String activity) {
        return process + "/" + activity;
    }
}
