package fr.acse.console.cases;

import fr.acse.alarm.AlarmKinds;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.ReadingRules;
import fr.acse.platform.database.Like;
import fr.acse.platform.identity.People;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of the cases in which a user has a part. The database searches, filters, sorts and pages the list. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class CaseList {

    /** The stage of a case. The words for a stage have the key {@code stage.<name>}. */
    enum Stage {
        OPENED,
        ASSESSED,
        COMMITTED,
        REQUESTED,
        WAITING,
        PLACE_HELD,
        AGREED,
        PLANNED,
        TRAVELLING,
        RETURNING,
        STAYING,
        MISSING,
        CLOSED
    }

    /** A filter of the case list. */
    enum Show {
        OPEN,
        /** Cases in which the user or one of the user's groups has a task. */
        TO_DO,
        ALARM,
        MISSING,
        URGENT,
        CLOSED
    }

    enum Sort {
        /** Danger, missing, other alarms and late answers, urgent; then the earliest due time of the case or of the user's own tasks. */
        DUE("rank, due_at asc nulls last"),
        REFERENCE("reference"),
        OPENED("opened_at desc"),
        LAST("last_at desc nulls last");

        private final String order;

        Sort(String order) {
            this.order = order;
        }
    }

    /** @param text any part of a case reference, or null */
    record Asked(String text, Show show, Stage stage, Sort sort, int page, int size) {}

    private static final int MOST_AMONG = 100;

    /**
     * @param operator code of the association that asked for the woman
     * @param relations the parts that the user has in the case
     * @param outcome code of the outcome, or null while the case is open
     */
    record Row(
            CaseReference reference,
            String operator,
            Set<Relation> relations,
            Stage stage,
            String outcome,
            Instant openedAt,
            Instant closedAt,
            boolean urgent,
            boolean alarm,
            boolean danger,
            boolean missing) {

        Row with(Set<Relation> parts) {
            return new Row(
                    reference, operator, parts, stage, outcome, openedAt, closedAt, urgent, alarm, danger, missing);
        }
    }

    /** @param counts number of cases for each {@link Show}, without the filter by stage */
    record Found(List<Row> rows, long total, Map<Show, Long> counts, Instant now) {}

    /** The query starts from the user's rows in {@code case_part}. Its cost does not depend on the number of other cases. */
    private static final String HERS = """
            r.reference in (select p.reference from case_part p where p.part in ('OPERATOR', 'ASKED', 'HOLDER', 'LEAVING', 'FOLLOWER')
                and p.code = any(:codes))
            or :finance and r.reference in (select p.reference from case_part p where p.part = 'FINANCE')""";

    private static final String HOLDS = has("'HOLDER'");

    private static String has(String parts) {
        return "exists (select from case_part p where p.reference = c.reference and p.part in (" + parts
                + ") and p.code = any(:codes))";
    }

    private static final String STAGE = """
            case when outcome is not null then 'CLOSED'
                when exists (select from alarm m where m.reference = c.reference and m.stands and m.until = 'FOUND')
                    then 'MISSING'
                when exists (select from journey j where j.reference = c.reference and j.ended_at is null
                    and j.back_expected_at is not null) then 'RETURNING'
                when exists (select from journey j where j.reference = c.reference and j.ended_at is null
                    and j.departed_at is not null) then 'TRAVELLING'
                when exists (select from journey j where j.reference = c.reference and j.ended_at is null) then 'PLANNED'
                when exists (select from allocation a where a.reference = c.reference and a.released_at is null
                    and a.occupied) then 'STAYING'
                when arrival_date is not null then 'AGREED'
                when exists (select from allocation a where a.reference = c.reference and a.released_at is null)
                    then 'PLACE_HELD'
                when exists (select from orientation_request q where q.reference = c.reference
                    and q.answered_at is null) then 'REQUESTED'
                when exists (select from orientation_request q where q.reference = c.reference
                    and q.outcome = 'WAITING_LIST') then 'WAITING'
                when commitment_full then 'COMMITTED'
                when language is not null then 'ASSESSED'
                else 'OPENED' end""";

    /** The cases in which the user or one of the user's groups has a task, and the earliest due time. The query runs once for all cases. */
    private static final String TASKS = """
            todo as materialized (select i.reference task_of, min(t.due_at) task_due
                from engine_task t join engine_instance i on i.id = t.instance
                where t.id in (select o.id from engine_task o where o.assignee = :login
                    union all select c.task from engine_candidate c
                    join engine_task o on o.id = c.task and o.assignee is null
                    where c.role = any(:groups))
                group by i.reference)""";

    private static final String TO_DO = "c.reference in (select task_of from todo)";

    /** Condition that the user may read the stage: the coordination, supervisors, the operator and the holding or leaving shelter may. */
    private static final String KNOWS = "(:all or operator = any(:codes) or " + has("'HOLDER', 'LEAVING'") + ")";

    /** Condition that the user may read the urgency of a case. A shelter that is asked may read it. Finance only pays, and may not. */
    private static final String KNOWS_NEEDS = "(" + KNOWS + " or " + has("'ASKED'") + ")";

    private static final String DANGERS = "m.pace = 'danger' and m.until <> 'FOUND'";

    /** Condition that an alarm about danger stands which the user was notified of, or may read. */
    private static final String DANGER = "(" + standing(DANGERS + " and m.told && :groups")
            + " or (:all or operator = any(:codes)) and " + standing(DANGERS) + " or " + HOLDS + " and "
            + standing(DANGERS + " and m.kind = any(:awaited)") + ")";

    private static String standing(String which) {
        return "c.reference in (select m.reference from alarm m where m.stands and m.reference is not null and " + which
                + ")";
    }

    private static final String MISSING = "(" + KNOWS + " and " + standing("m.until = 'FOUND'") + ")";

    /** Condition that an alarm stands which the user was notified of, or a danger or a missing woman in a case of the user's organisation. */
    private static final String ALARM = "(" + standing("m.told && :groups") + " or (operator = any(:codes) or "
            + has("'HOLDER', 'LEAVING'") + ") and (" + DANGER + " or " + MISSING + "))";

    private static final String LATE = """
            ((:all or operator = any(:codes)) and c.reference in (select q.reference from orientation_request q
                where q.late_at is not null and q.answered_at is null))""";

    private static final String URGENT =
            "(" + KNOWS_NEEDS + " and c.reference in (select reference from urgent_request))";

    private static final String RANK = "case when " + DANGER + " then 0 when " + MISSING + " then 1 when " + ALARM
            + " or " + LATE + " then 2 when " + URGENT + " then 3 else 4 end";

    /**
     * The processes whose steps the user may not read in a case, and the readable deadline kinds. Hidden times do not affect the sorting.
     */
    private static final String BY_PART = byPart("steps", "hidden") + ", " + byPart("deadline", "shown");

    private static String byPart(String what, String name) {
        return "case when :all then '{}' when operator = any(:codes) then :" + what + "OPERATOR when " + HOLDS
                + " then :" + what + "HOLDER else :" + what + "LEAVING end::varchar[] " + name;
    }

    private final NamedParameterJdbcTemplate jdbc;
    private final People people;
    private final CaseAccess access;
    private final ReadingRules rules;
    private final AlarmKinds kinds;
    private final Clock clock;

    Found of(Login person, Asked asked) {
        return of(person, asked, List.of());
    }

    /** Those of some cases that are in the user's list, open or closed, in the order in which they are given. */
    List<Row> among(Login person, List<CaseReference> references) {
        return references.isEmpty()
                ? List.of()
                : of(person, new Asked(null, null, null, Sort.REFERENCE, 0, MOST_AMONG), references).rows().stream()
                        .sorted(Comparator.comparing(row -> references.indexOf(row.reference())))
                        .toList();
    }

    private Found of(Login person, Asked asked, List<CaseReference> among) {
        Set<String> groups = people.groupsOf(person);
        boolean coordination = groups.contains(Groups.COORDINATION);
        boolean supervisor = groups.contains(Groups.SUPERVISORS);
        boolean all = coordination || supervisor;
        MapSqlParameterSource values = new MapSqlParameterSource("login", person.value())
                .addValue("groups", groups.toArray(String[]::new))
                .addValue("codes", People.organisationsAmong(groups).toArray(String[]::new))
                .addValue("all", all)
                .addValue("awaited", kinds.awaited().toArray(String[]::new))
                .addValue("finance", groups.contains(Groups.FINANCE))
                .addValue("text", asked.text() == null ? null : "%" + Like.escaped(asked.text()) + "%")
                .addValue("stage", asked.stage() == null ? null : asked.stage().name())
                .addValue("now", Timestamp.from(clock.instant()))
                .addValue("among", among.stream().map(CaseReference::value).toArray(String[]::new))
                .addValue("size", asked.size())
                .addValue("from", (long) asked.page() * asked.size());
        for (Relation part : List.of(Relation.OPERATOR, Relation.HOLDER, Relation.LEAVING)) {
            values.addValue("steps" + part, named("steps.", part, false));
            values.addValue("deadline" + part, named("deadline.", part, true));
        }
        // PostgreSQL cannot estimate how many cases are in a stage, so the query materialises the cases first.
        String mine = "with " + TASKS + ", c as " + (asked.stage() == null ? "" : "materialized ")
                + "(select r.*, task_due from referral r left join todo on task_of = r.reference where "
                + (all ? "true" : "(" + HERS + ")")
                + (among.isEmpty() ? "" : " and r.reference = any(:among)")
                + (asked.text() == null ? "" : " and replace(r.reference, '-', '') like :text") + ") ";
        Map<Show, Long> counts = asked.show() == null ? new EnumMap<>(Show.class) : counts(mine, values);
        String which = " where " + (asked.show() == null ? "true" : condition(asked.show()))
                + (asked.stage() == null ? "" : " and " + KNOWS + " and " + STAGE + " = :stage");
        // A closed case has no due time, so closed cases are sorted by the time of closing.
        String order = asked.show() == Show.CLOSED && asked.sort() == Sort.DUE ? "closed_at desc" : asked.sort().order;
        long total = asked.stage() == null
                ? counts.getOrDefault(asked.show(), 0L)
                : jdbc.queryForObject(mine + "select count(*) from c" + which, values, Long.class);
        List<Row> rows = jdbc.query(
                mine + ", shown as (select c.*, " + ALARM + " alarm, " + DANGER + " danger, " + MISSING + " missing, "
                        + URGENT + " urgent, "
                        + RANK + " rank,"
                        + " least(task_due, case when " + KNOWS
                        + " then (select min(d.due_at) from deadline d where d.reference = c.reference and d.open"
                        + " and d.kind not in ('reminder', 'alarm')"
                        + " and (d.process <> all(h.hidden) or d.kind = any(h.shown))"
                        + ") end) due_at,"
                        + " case when " + KNOWS
                        + " then (select max(v.at) from case_event v where v.reference = c.reference"
                        + " and split_part(v.definition, ':', 1) <> all(h.hidden))"
                        + " end last_at from c cross join lateral (select " + BY_PART + " offset 0) h" + which
                        + " order by " + order + ", reference limit :size offset :from)"
                        + " select c.*, " + STAGE + " stage from shown c order by " + order
                        + ", reference",
                values,
                (row, number) -> row(row));
        Map<CaseReference, Set<Relation>> parts =
                access.relations(person, rows.stream().map(Row::reference).toList());
        List<Row> withParts =
                rows.stream().map(row -> row.with(parts.get(row.reference()))).toList();
        return new Found(withParts, total, counts, clock.instant());
    }

    /** One case of the user's list. The result is empty if the list does not contain the case. */
    Optional<Row> row(Login person, CaseReference reference) {
        String text = reference.value().replace("-", "");
        return Stream.of(Show.OPEN, Show.CLOSED)
                .flatMap(show -> of(person, new Asked(text, show, null, Sort.OPENED, 0, 1)).rows().stream())
                .findFirst();
    }

    private Map<Show, Long> counts(String mine, MapSqlParameterSource values) {
        String each = Arrays.stream(Show.values())
                .map(show -> "count(*) filter (where " + condition(show) + ") " + show.name())
                .collect(Collectors.joining(", "));
        Map<Show, Long> counts = new EnumMap<>(Show.class);
        jdbc.query(mine + "select " + each + " from c", values, row -> {
            for (Show show : Show.values()) {
                counts.put(show, row.getLong(show.name()));
            }
        });
        return counts;
    }

    private static String condition(Show show) {
        return switch (show) {
            case OPEN -> "outcome is null";
            case CLOSED -> "outcome is not null";
            case TO_DO -> TO_DO;
            case ALARM -> ALARM;
            case MISSING -> "outcome is null and " + MISSING;
            case URGENT -> "outcome is null and " + URGENT;
        };
    }

    /** Names in the reading rules that begin with a prefix, without the prefix: those that a relation may, or may not, read. */
    private String[] named(String begin, Relation part, boolean readable) {
        return rules.named().stream()
                .filter(name -> name.startsWith(begin) && rules.mayRead(name, Set.of(part)) == readable)
                .map(name -> name.substring(begin.length()))
                .toArray(String[]::new);
    }

    private static Row row(ResultSet row) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Row(
                new CaseReference(row.getString("reference")),
                row.getString("operator"),
                Set.of(),
                Stage.valueOf(row.getString("stage")),
                row.getString("outcome"),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getBoolean("urgent"),
                row.getBoolean("alarm"),
                row.getBoolean("danger"),
                row.getBoolean("missing"));
    }
}
