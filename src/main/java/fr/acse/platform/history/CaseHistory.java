package fr.acse.platform.history;

import fr.acse.casefile.Traces;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the events of each case, and statistics that contain no reference of a case. */
@Component
@Order(10)
@RequiredArgsConstructor
public class CaseHistory implements Traces {

    /** Key of the advisory lock in the database. No other lock uses this number. */
    private static final long LOCK = 0x4143_434fL;

    private static final String WRITE = """
            with events as (
                insert into case_event (reference, at, definition, element, kind, task, flows, done_by)
                select reference, ?, definition, element, kind, task, flows, done_by
                from unnest(?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::uuid[], ?::varchar[], ?::varchar[])
                    as e (reference, definition, element, kind, task, flows, done_by))
            insert into passed (at, definition, element, seconds)
            select ?, definition, element, seconds
            from unnest(?::varchar[], ?::varchar[], ?::bigint[]) as p (definition, element, seconds)""";

    private static final String COUNT = """
            with gone as (
                delete from passed returning split_part(definition, ':', 1) as process,
                    nullif(split_part(definition, ':', 2), '')::int as version, element, date_trunc('month', at)::date as month, seconds),
            flows as (
                insert into flow_count (process, version, flow, month, times)
                select process, version, element, month, count(*) from gone
                where seconds is null and version is not null group by 1, 2, 3, 4
                on conflict (process, version, flow, month) do update set times = flow_count.times + excluded.times)
            insert into waiting_time (process, version, step, month, n, times)
            select process, version, element, month, ceil(log(2, greatest(seconds, 1)))::int, count(*)
            from gone where seconds is not null and version is not null group by 1, 2, 3, 4, 5
            on conflict (process, version, step, month, n) do update set times = waiting_time.times + excluded.times""";

    private final JdbcTemplate jdbc;

    void write(Instant at, List<Path.Passed> passed, List<Path.Happened> happened) {
        OffsetDateTime when = at.atOffset(ZoneOffset.UTC);
        jdbc.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(WRITE);
            statement.setObject(1, when);
            set(
                    connection,
                    statement,
                    2,
                    happened.stream().map(Path.Happened::reference).toArray());
            set(
                    connection,
                    statement,
                    3,
                    happened.stream().map(Path.Happened::definition).toArray());
            set(
                    connection,
                    statement,
                    4,
                    happened.stream().map(Path.Happened::element).toArray());
            set(
                    connection,
                    statement,
                    5,
                    happened.stream().map(Path.Happened::kind).toArray());
            set(
                    connection,
                    statement,
                    6,
                    happened.stream().map(Path.Happened::task).toArray());
            set(
                    connection,
                    statement,
                    7,
                    happened.stream().map(Path.Happened::flowsInOrder).toArray());
            set(
                    connection,
                    statement,
                    8,
                    happened.stream().map(Path.Happened::by).toArray());
            statement.setObject(9, when);
            set(
                    connection,
                    statement,
                    10,
                    passed.stream().map(Path.Passed::definition).toArray());
            set(
                    connection,
                    statement,
                    11,
                    passed.stream().map(Path.Passed::element).toArray());
            set(
                    connection,
                    statement,
                    12,
                    passed.stream().map(Path.Passed::seconds).toArray());
            return statement;
        });
    }

    private static void set(Connection connection, PreparedStatement statement, int position, Object[] values)
            throws SQLException {
        statement.setArray(
                position,
                connection.createArrayOf(
                        "varchar",
                        Arrays.stream(values)
                                .map(value -> value == null ? null : value.toString())
                                .toArray()));
    }

    /** Adds the flows and steps that were passed since the last run to the statistics. Only one node at a time runs this job. */
    @Scheduled(fixedDelayString = "${acse.counts.every}", initialDelayString = "${acse.counts.every}")
    @Transactional
    public void count() {
        if (Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK))) {
            jdbc.update(COUNT);
        }
    }

    /** Events of one kind in a case, the latest first. */
    public List<CaseEvent> of(CaseReference reference, CaseEvent.Kind kind, int most) {
        return jdbc.query(
                "select * from case_event where reference = ? and kind = ? order by at desc, id desc limit ?",
                CaseHistory::event,
                reference.value(),
                kind.name(),
                most);
    }

    /** The ends of the given processes in a case, the latest first. */
    public List<CaseEvent> endsOf(CaseReference reference, Set<String> processes, int most) {
        return jdbc.query(
                "select * from case_event where reference = ? and kind = 'END'"
                        + " and split_part(definition, ':', 1) = any(?) order by at desc, id desc limit ?",
                CaseHistory::event,
                reference.value(),
                processes.toArray(String[]::new),
                most);
    }

    /** All events of a case, the earliest first. */
    public List<CaseEvent> inOrder(CaseReference reference) {
        return jdbc.query(
                "select * from case_event where reference = ? order by id", CaseHistory::event, reference.value());
    }

    private static CaseEvent event(ResultSet row, int index) throws SQLException {
        return new CaseEvent(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("definition"),
                row.getString("element"),
                CaseEvent.Kind.valueOf(row.getString("kind")),
                row.getObject("task", UUID.class),
                row.getString("done_by") == null ? null : new Login(row.getString("done_by")),
                Path.Happened.flowsFrom(row.getString("flows")));
    }

    @Override
    public Map<String, Integer> remove(CaseReference reference) {
        return Map.of("case_event", jdbc.update("delete from case_event where reference = ?", reference.value()));
    }
}
