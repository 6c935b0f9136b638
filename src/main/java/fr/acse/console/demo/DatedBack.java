package fr.acse.console.demo;

import fr.acse.codes.CaseReference;
import fr.acse.platform.engine.EngineTables;
import fr.acse.platform.start.DemoProfile;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves all times of a demo case back by the same duration: its events, its deadlines, and the jobs of the deadlines. The logs with hash
 * chains keep their times.
 */
@Component
@Profile(DemoProfile.NAME)
@RequiredArgsConstructor
class DatedBack {

    private static final String OWN_MOMENTS = """
            select c.table_name, c.column_name, c.data_type from information_schema.columns c
            where c.table_schema = current_schema() and c.data_type in ('timestamp with time zone', 'date')
                and c.is_generated = 'NEVER'
                and exists (select from information_schema.columns r where r.table_schema = c.table_schema
                    and r.table_name = c.table_name and r.column_name = 'reference')""";

    private final JdbcTemplate jdbc;
    private final EngineTables engine;

    @Transactional
    public void by(Duration time, CaseReference reference) {
        String interval = time.toSeconds() + " seconds";
        long days = time.toDays();
        // Constraints of the database compare the times of a row, so one statement changes all times of a table.
        jdbc.queryForList(OWN_MOMENTS).stream()
                .collect(Collectors.groupingBy(column -> column.get("table_name")))
                .forEach((table, columns) -> jdbc.update(
                        "update " + table + " set "
                                + columns.stream()
                                        .map(column -> earlier(column, interval, days))
                                        .collect(Collectors.joining(", "))
                                + " where reference = ?",
                        reference.value()));
        jdbc.update(
                "update offer set opened_at = opened_at - ?::interval, expires_at = expires_at - ?::interval,"
                        + " ended_at = ended_at - ?::interval, said_at = said_at - ?::interval"
                        + " where request in (select id from orientation_request where reference = ?)",
                interval,
                interval,
                interval,
                interval,
                reference.value());
        engine.makeOlder(reference, time);
    }

    private static String earlier(Map<String, Object> column, String interval, long days) {
        String name = (String) column.get("column_name");
        return name + " = " + name
                + ("date".equals(column.get("data_type")) ? " - " + days : " - interval '" + interval + "'");
    }
}
