package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import fr.acse.platform.database.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the deadlines for supervisors. The database filters, sorts and pages them. A deadline contains no sealed value of a case. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class DeadlineBoard {

    /** Deadlines that were answered late stay on the list for 30 days. */
    private static final Duration KEPT_IN_SIGHT = Duration.ofDays(30);

    /** State of a deadline on the list. AT_RISK means that less than a quarter of its time is left. */
    public enum Standing {
        ON_TIME,
        AT_RISK,
        LATE,
        ANSWERED_LATE
    }

    /** A sort order of the list, with its columns. */
    public enum Sort {
        /** Alarms that nobody has taken come first, then the 48-hour deadlines; the nightly erasure comes last. Each group is sorted by due time. */
        MOST_URGENT("case kind when 'alarm' then 0 when 'answer' then 1 when 'retention' then 3 else 2 end"),
        DUE("due_at"),
        REFERENCE("reference"),
        KIND("kind"),
        STEP("process %1$s, activity"),
        RESPONSIBLE("responsible");

        private final String columns;

        Sort(String columns) {
            this.columns = columns;
        }

        private String orderBy(boolean descending) {
            String direction = descending ? "desc" : "asc";
            String due = this == DUE ? "" : ", due_at";
            return columns.formatted(direction) + " " + direction + due + ", job";
        }
    }

    /**
     * Conditions for the deadlines on the list. A null means no condition.
     *
     * @param standing state of the deadline; null for every open deadline
     * @param kind kind of deadline; null for every kind except reminders, which require no action
     * @param reference any part of the case reference, with or without its hyphens
     */
    public record Filter(Standing standing, String kind, String responsible, String reference) {}

    /**
     * @param instance id of the process instance, or null if the timer starts a process
     * @param stuckSince when the job of the timer was found stuck, or null if it is not stuck
     */
    public record Row(
            String job,
            CaseReference reference,
            String kind,
            String process,
            String activity,
            String instance,
            String responsible,
            Instant startedAt,
            Instant dueAt,
            Instant endedAt,
            Standing standing,
            boolean movable,
            int moves,
            Instant stuckSince) {}

    /**
     * @param standings number of deadlines of each standing that meet the filter's other conditions
     * @param stuck number of stuck jobs and timers of all cases
     */
    public record Page(List<Row> rows, long total, Map<Standing, Long> standings, long stuck, Instant now) {}

    private static final String STANDING = """
            case when state = 'ANSWERED_LATE' then 'ANSWERED_LATE'
                 when state = 'OVERDUE' or due_at <= :now then 'LATE'
                 when at_risk_at <= :now then 'AT_RISK'
                 else 'ON_TIME' end""";

    private static final String STUCK_SINCE = " (select s.since from stuck_job s where s.job = d.job) stuck_since";

    private final NamedParameterJdbcTemplate jdbc;
    private final DeadlineKinds kinds;
    private final Clock clock;

    /** @param number page number, counted from 0 */
    public Page page(Filter filter, Sort sort, boolean descending, int number, int size) {
        MapSqlParameterSource values = values(filter).addValue("size", size).addValue("from", (long) number * size);
        List<Row> rows = jdbc.query(
                select(filter) + " order by " + sort.orderBy(descending) + " limit :size offset :from",
                values,
                this::row);
        Map<Standing, Long> standings = standings(filter);
        long total = filter.standing() == null
                ? standings.entrySet().stream()
                        .filter(each -> each.getKey() != Standing.ANSWERED_LATE)
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                : standings.get(filter.standing());
        return new Page(rows, total, standings, stuck(), clock.instant());
    }

    /** Passes every deadline that meets the filter to {@code use}, in the sort order. */
    public void each(Filter filter, Sort sort, boolean descending, Consumer<Row> use) {
        jdbc.query(
                select(filter) + " order by " + sort.orderBy(descending),
                values(filter),
                (ResultSet row) -> use.accept(row(row, 0)));
    }

    /** The open deadlines of a process instance. */
    public List<Row> ofInstance(String instance) {
        return jdbc.query(
                "select d.*, " + STANDING + " standing, 0 moves," + STUCK_SINCE
                        + " from deadline d where open and instance = :instance",
                new MapSqlParameterSource("instance", instance).addValue("now", Timestamp.from(clock.instant())),
                this::row);
    }

    /** All kinds of deadlines. */
    public List<String> kinds() {
        return kinds.kinds();
    }

    /** The roles and groups that must act on an open deadline. */
    public List<String> responsible() {
        return jdbc.queryForList("""
                with recursive each(responsible) as (
                    (select min(responsible) from deadline where open)
                    union all
                    select (select min(d.responsible) from deadline d where d.open and d.responsible > e.responsible)
                    from each e where e.responsible is not null)
                select responsible from each where responsible is not null""", Map.of(), String.class);
    }

    /** Number of stuck jobs and timers. */
    public long stuck() {
        return jdbc.queryForObject("select count(*) from stuck_job", Map.of(), Long.class);
    }

    private Map<Standing, Long> standings(Filter filter) {
        Map<Standing, Long> counts = new EnumMap<>(Standing.class);
        jdbc.query(
                "select count(*) filter (where not late and at_risk_at > :now) on_time,"
                        + " count(*) filter (where not late and at_risk_at <= :now) at_risk,"
                        + " count(*) filter (where late) late from"
                        + " (select at_risk_at, state = 'OVERDUE' or due_at <= :now late from deadline where open"
                        + narrowed(filter) + ") d",
                values(filter),
                row -> {
                    counts.put(Standing.ON_TIME, row.getLong("on_time"));
                    counts.put(Standing.AT_RISK, row.getLong("at_risk"));
                    counts.put(Standing.LATE, row.getLong("late"));
                });
        counts.put(
                Standing.ANSWERED_LATE,
                jdbc.queryForObject(
                        "select count(*) from deadline where state = 'ANSWERED_LATE' and ended_at > :since"
                                + narrowed(filter),
                        values(filter),
                        Long.class));
        return counts;
    }

    private static String select(Filter filter) {
        return "select d.*, " + STANDING + " standing,"
                + " (select count(*) from deadline_move m where m.job = d.job) moves," + STUCK_SINCE
                + " from deadline d where "
                + which(filter.standing())
                + narrowed(filter);
    }

    private static String which(Standing standing) {
        if (standing == null) {
            return "open";
        }
        return switch (standing) {
            case ON_TIME -> "open and state = 'RUNNING' and at_risk_at > :now and due_at > :now";
            case AT_RISK -> "open and state = 'RUNNING' and at_risk_at <= :now and due_at > :now";
            case LATE -> "open and due_at <= :now";
            case ANSWERED_LATE -> "state = 'ANSWERED_LATE' and ended_at > :since";
        };
    }

    private static String narrowed(Filter filter) {
        return (filter.kind() == null ? " and kind <> 'reminder'" : " and kind = :kind")
                + (filter.responsible() == null ? "" : " and responsible = :responsible")
                + (filter.reference() == null ? "" : " and replace(reference, '-', '') like :reference");
    }

    private MapSqlParameterSource values(Filter filter) {
        Instant now = clock.instant();
        return new MapSqlParameterSource("now", Timestamp.from(now))
                .addValue("since", Timestamp.from(now.minus(KEPT_IN_SIGHT)))
                .addValue("kind", filter.kind())
                .addValue("responsible", filter.responsible())
                .addValue(
                        "reference",
                        filter.reference() == null
                                ? null
                                : "%" + Like.escaped(filter.reference().replace("-", "")) + "%");
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String process = row.getString("process");
        String activity = row.getString("activity");
        return new Row(
                row.getString("job"),
                CaseReference.orNull(row.getString("reference")),
                row.getString("kind"),
                process,
                activity,
                row.getString("instance"),
                row.getString("responsible"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("due_at").toInstant(),
                moment(row, "ended_at"),
                Standing.valueOf(row.getString("standing")),
                kinds.of(process, activity).movable() && "RUNNING".equals(row.getString("state")),
                row.getInt("moves"),
                moment(row, "stuck_since"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
