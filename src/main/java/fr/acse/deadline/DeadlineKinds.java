package fr.acse.deadline;

import fr.acse.words.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of timers of the models as supervisors see them, from the table {@code deadlines.txt}. */
@Component
public class DeadlineKinds {

    /** Kind of the 48-hour clock. */
    public static final String ANSWER = "answer";

    /** Kind of clocks that only remind; nobody has to meet them. */
    public static final String REMINDER = "reminder";

    /**
     * @param kind as in {@code deadline.<kind>}
     * @param who must act before it is due
     * @param movable whether a supervisor may move it
     */
    public record Kind(String kind, String who, boolean movable) {}

    private static final Kind UNKNOWN = new Kind("other", "coordination", false);

    private final Map<String, Kind> kinds;

    DeadlineKinds() {
        kinds = Table.rows(DeadlineKinds.class, "deadlines.txt")
                .collect(Collectors.toUnmodifiableMap(
                        cells -> key(cells.get(0), cells.get(1)),
                        cells -> new Kind(
                                cells.get(2), cells.get(3), cells.get(4).equals("yes"))));
    }

    /**
     * A timer that an analyst has added is of the kind {@code other}; the coordination must act on it, and nobody can
     * move it.
     */
    public Kind of(String process, String activity) {
        return kinds.getOrDefault(key(process, activity), UNKNOWN);
    }

    public boolean knows(String process, String activity) {
        return kinds.containsKey(key(process, activity));
    }

    /** Every kind there is. */
    public List<String> kinds() {
        return kinds.values().stream().map(Kind::kind).distinct().sorted().toList();
    }

    private static String key(String process, String activity) {
        return process + "/" + activity;
    }
}
