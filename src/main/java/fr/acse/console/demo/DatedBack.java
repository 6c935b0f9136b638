package fr.acse.console.demo;

import fr.acse.codes.CaseReference;
import fr.acse.platform.start.DemoProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes everything that belongs to a demo case older: what happened, what is promised, and the jobs that keep the promises, all by
 * the same time. Logs with a chain of hashes stay as they are.
 */
@Component
@Profile(DemoProfile.NAME)
class DatedBack {

    private static final String OWN_MOMENTS = """
            select c.table_name, c.column_name, c.data_type from information_schema.columns c
            where c.table_schema = current_schema() and c.data_type in ('timestamp with time zone', 'date')
                and c.is_generated = 'NEVER'
                and exists (select from information_schema.columns r where r.table_schema = c.table_schema
                    and r.table_name = c.table_name and r.column_name = 'reference')""";

    private static final String INSTANCES =
            "(select id_ from act_ru_execution where business_key_ = ? and parent_id_ is null)";

    private static final List<String> OF_THE_ENGINE = List.of(
            "update act_ru_task set create_time_ = create_time_ - ?::interval, due_date_ = due_date_ - ?::interval"
                    + " where proc_inst_id_ in " + INSTANCES,
            "update act_ru_job set duedate_ = duedate_ - ?::interval, create_time_ = create_time_ - ?::interval"
                    + " where process_instance_id_ in " + INSTANCES,
            "update act_hi_procinst set start_time_ = start_time_ - ?::interval, end_time_ = end_time_ - ?::interval"
                    + " where business_key_ = ?");

    private final JdbcTemplate jdbc;

    DatedBack(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void by(Duration time, CaseReference reference) {
        String interval = time.toSeconds() + " seconds";
        long days = time.toDays();
        // A table at a time, because rules of the database compare the moments of a row.
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
        OF_THE_ENGINE.forEach(statement -> jdbc.update(statement, interval, interval, reference.value()));
        jdbc.update(
                "update act_ru_variable set long_ = long_ - ? where type_ = 'date' and proc_inst_id_ in " + INSTANCES,
                time.toMillis(),
                reference.value());
        jdbc.update(
                "update act_ru_variable set text_ = (text_::date - ?)::text where type_ = 'string'"
                        + " and text_ ~ '^\\d{4}-\\d{2}-\\d{2}$' and proc_inst_id_ in " + INSTANCES,
                (int) days,
                reference.value());
    }

    private static String earlier(Map<String, Object> column, String interval, long days) {
        String name = (String) column.get("column_name");
        return name + " = " + name
                + ("date".equals(column.get("data_type")) ? " - " + days : " - interval '" + interval + "'");
    }
}
