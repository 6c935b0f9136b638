package fr.acse.console.cases;

import fr.acse.alarm.AlarmService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.platform.access.ReadingRules;
import fr.acse.platform.identity.People;
import fr.acse.words.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open, due and done steps of the cases on one page, limited to what the user may read. Four queries read all cases of the page. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class CaseLines {

    /** @param mine whether the task is for the user or one of the user's groups; @param task id of that task, else null */
    record Open(CaseSteps.Step step, Instant since, boolean mine, String task) {}

    record Due(String kind, String process, String activity, Instant at, boolean late, boolean atRisk) {}

    /** @param open open steps: first the user's own, then the others; each group begins with the most urgent step */
    record Line(List<Open> open, Due due, CaseSteps.Step last) {}

    /** Stands for the process id in the {@link CaseSteps.Step} of an alarm. */
    private static final String ALARM = "alarm";

    private static final int LAST_EVENTS = 12;

    private final NamedParameterJdbcTemplate jdbc;
    private final CaseSteps steps;
    private final ReadingRules rules;
    private final People people;

    Map<CaseReference, Line> of(Login person, List<CaseList.Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        MapSqlParameterSource values = new MapSqlParameterSource(
                        "references",
                        rows.stream().map(row -> row.reference().value()).toArray(String[]::new))
                .addValue("login", person.value())
                .addValue("groups", people.groupsOf(person).toArray(String[]::new))
                .addValue("most", LAST_EVENTS)
                .addValue("reports", CaseSteps.REPORTS.toArray(String[]::new))
                .addValue("now", Timestamp.from(now));
        Map<String, List<Open>> open = open(values);
        Map<String, List<Due>> due = due(values);
        Map<String, List<CaseSteps.Step>> done = done(values);
        Map<String, List<CaseSteps.Step>> reported = reported(values);
        return rows.stream()
                .collect(Collectors.toMap(
                        CaseList.Row::reference,
                        row -> new Line(
                                open.getOrDefault(row.reference().value(), List.of()).stream()
                                        .filter(each -> each.mine()
                                                || mayRead(each.step().process(), row))
                                        .toList(),
                                due.getOrDefault(row.reference().value(), List.of()).stream()
                                        .filter(each -> mayRead(each.process(), row)
                                                || rules.mayRead("deadline." + each.kind(), row.relations()))
                                        .findFirst()
                                        .orElse(null),
                                Stream.concat(
                                                done
                                                        .getOrDefault(
                                                                row.reference().value(), List.of())
                                                        .stream()
                                                        .filter(each -> mayRead(each.process(), row)),
                                                rules.mayRead("alarms", row.relations())
                                                        ? reported
                                                                .getOrDefault(
                                                                        row.reference()
                                                                                .value(),
                                                                        List.of())
                                                                .stream()
                                                        : Stream.of())
                                        .max(Comparator.comparing(CaseLines::happened))
                                        .orElse(null))));
    }

    private boolean mayRead(String process, CaseList.Row row) {
        return rules.mayRead("steps." + process, row.relations());
    }

    private Map<String, List<Open>> open(MapSqlParameterSource values) {
        return grouped(
                """
                select i.reference, t.*, coalesce(t.assignee = :login, false)
                        or t.assignee is null and exists (select from engine_candidate c where c.task = t.id
                            and c.role = any(:groups)) mine
                from engine_instance i join engine_task t on t.instance = i.id
                where i.reference = any(:references)
                order by mine desc, t.priority desc, t.due_at, t.created_at, t.id""",
                values,
                row -> new Open(
                        steps.step(row.getString("definition"), row.getString("step"), instant(row, "due_at")),
                        instant(row, "created_at"),
                        row.getBoolean("mine"),
                        row.getBoolean("mine") ? row.getString("id") : null));
    }

    private Map<String, List<Due>> due(MapSqlParameterSource values) {
        return grouped(
                """
                select reference, kind, process, activity, due_at, state = 'OVERDUE' or due_at <= :now late,
                    at_risk_at <= :now at_risk
                from deadline where open and kind not in ('reminder', 'alarm') and reference = any(:references)
                order by due_at, job""",
                values,
                row -> new Due(
                        row.getString("kind"),
                        row.getString("process"),
                        row.getString("activity"),
                        instant(row, "due_at"),
                        row.getBoolean("late"),
                        row.getBoolean("at_risk")));
    }

    /** A step of the coordination that a supervisor did is hers. */
    private Map<String, List<CaseSteps.Step>> done(MapSqlParameterSource values) {
        return grouped(
                """
                select v.*, exists (select from engine_member m where m.login = v.done_by and m.role = :supervisors)
                    and not exists (select from engine_member m where m.login = v.done_by and m.role = :coordination) supervised
                from unnest(:references::varchar[]) r (reference)
                cross join lateral (select * from case_event where reference = r.reference
                    and (kind = 'STEP' or kind = 'END' and split_part(definition, ':', 1) = any(:reports))
                    order by at desc, id desc limit :most) v""",
                values.addValue("supervisors", Groups.SUPERVISORS).addValue("coordination", Groups.COORDINATION),
                row -> steps.step(row.getString("definition"), row.getString("element"), instant(row, "at"))
                        .by(row.getBoolean("supervised") ? Words.of("reads.role." + Groups.SUPERVISORS) : null));
    }

    /** A report has the same time as the step in which it was made. One more second makes the report the later event. */
    private static Instant happened(CaseSteps.Step step) {
        return step.process().equals(ALARM) ? step.at().plusSeconds(1) : step.at();
    }

    /** The last alarm of each case that a person raised. The kind of the alarm says more than the name of the reporting step. */
    private Map<String, List<CaseSteps.Step>> reported(MapSqlParameterSource values) {
        return grouped(
                """
                select distinct on (reference) reference, kind, raised_by, raised_at from alarm
                where reference = any(:references) and raised_by <> :clock order by reference, raised_at desc, id desc""",
                values.addValue("clock", AlarmService.CLOCK),
                row -> new CaseSteps.Step(
                        ALARM,
                        Words.of("alarm." + row.getString("kind")),
                        Words.of("alarm.by." + row.getString("raised_by")),
                        instant(row, "raised_at"),
                        null,
                        null));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<String, List<T>> grouped(String sql, MapSqlParameterSource values, Reading<T> reading) {
        return jdbc.query(sql, values, (row, number) -> Map.entry(row.getString("reference"), reading.of(row))).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
