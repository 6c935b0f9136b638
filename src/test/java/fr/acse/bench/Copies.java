package fr.acse.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies of a case, row by row in all tables, each with a reference and ids of its own: what has been gone through once, a hundred thousand
 * women have gone through. The chains of the logs are not copied.
 */
public final class Copies {

    private static final String UUID = "'^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'";

    /** How the rows of a case are found in a table that has this column; the first one counts. */
    private static final Map<String, String> OF_THE_CASE = Map.of(
            "reference", "reference = '%1$s'",
            "business_key_",
                    "root_proc_inst_id_ in (select root_proc_inst_id_ from act_hi_procinst where business_key_ = '%1$s')",
            "proc_inst_id_", "proc_inst_id_ in (select id_ from act_hi_procinst where business_key_ = '%1$s')",
            "process_instance_id_",
                    "process_instance_id_ in (select id_ from act_hi_procinst where business_key_ = '%1$s')",
            "task_id_",
                    "task_id_ in (select t.id_ from act_ru_task t join act_hi_procinst p on p.id_ = t.proc_inst_id_"
                            + " where p.business_key_ = '%1$s')",
            "request", "request in (select id from orientation_request where reference = '%1$s')");

    private static final List<String> ORDER =
            List.of("reference", "business_key_", "proc_inst_id_", "process_instance_id_", "task_id_", "request");

    /** Ids that all cases share. */
    private static final List<String> SHARED =
            List.of("deployment_id_", "job_def_id_", "proc_def_id_", "process_def_id_", "configuration_");

    private final JdbcTemplate jdbc;

    public Copies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes copies number {@code first} to {@code last} of a case. */
    public void make(String reference, int first, int last) {
        make(reference, List.of(), first, last);
    }

    /** So that no shelter and no association has more than its share, the copies are spread over five hundred of each. */
    void makeElsewhere(String reference, List<String> organisations, int first, int last) {
        make(reference, organisations, first, last);
    }

    private void make(String reference, List<String> organisations, int first, int last) {
        List<String> inserts = jdbc
                .queryForList(
                        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                                + " and relname not like 'act%case%'",
                        String.class)
                .stream()
                .map(table -> insert(table, reference, organisations))
                .filter(sql -> sql != null)
                .toList();
        jdbc.execute((Connection connection) -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create temporary table copy (n int primary key, named varchar(14))");
                name(connection, first, last);
                statement.execute("set session_replication_role = replica");
                statement.execute("set statement_timeout = 0");
                for (int from = first; from <= last; from += 10_000) {
                    for (String insert : inserts) {
                        statement.execute(insert.replace(":from", String.valueOf(from))
                                .replace(":to", String.valueOf(Math.min(last, from + 9_999))));
                    }
                }
                statement.execute("drop table copy");
                statement.execute("reset session_replication_role");
                statement.execute("reset statement_timeout");
            }
            return null;
        });
    }

    private static void name(Connection connection, int first, int last) throws SQLException {
        try (PreparedStatement name = connection.prepareStatement(
                "insert into copy select ? + number, named from unnest(?) with ordinality as x (named, number)")) {
            name.setInt(1, first - 1);
            name.setArray(2, connection.createArrayOf("varchar", References.random(last - first + 1)));
            name.execute();
        }
    }

    private String insert(String table, String reference, List<String> organisations) {
        List<Map<String, Object>> columns = jdbc.queryForList(
                "select column_name, data_type from information_schema.columns where table_schema = 'public'"
                        + " and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER' and coalesce(column_default, '') not like 'nextval%' and coalesce(column_default, '') not like '%_number()'",
                table);
        List<String> names =
                columns.stream().map(each -> (String) each.get("column_name")).toList();
        return ORDER.stream()
                .filter(names::contains)
                .findFirst()
                .map(column -> "insert into " + table + " (" + String.join(", ", names) + ") select "
                        + columns.stream()
                                .map(each -> copied(
                                        (String) each.get("column_name"),
                                        (String) each.get("data_type"),
                                        reference,
                                        organisations))
                                .collect(Collectors.joining(", "))
                        + " from " + table + ", copy c where c.n between :from and :to and "
                        + OF_THE_CASE.get(column).formatted(reference))
                .orElse(null);
    }

    private static String copied(String column, String type, String reference, List<String> organisations) {
        if (SHARED.contains(column)) {
            return column;
        }
        return switch (type) {
            case "uuid" -> "md5(" + column + "::text || n)::uuid";
            case "bigint" -> column.equals("id") ? "-(id * 10000000 + n)" : column;
            case "bytea" -> column.equals("person_key") ? "sha256(person_key || n::text::bytea)" : column;
            case "character varying", "character", "text" ->
                "case when " + column + " = '" + reference + "' then c.named"
                        + organisations.stream()
                                .map(each -> " when " + column + " = '" + each + "' then 'z' || n % 500 when " + column
                                        + " = 'org-" + each + "' then 'org-z' || n % 500")
                                .collect(Collectors.joining())
                        + " when " + column + " ~ " + UUID + " then md5(" + column + " || n)::uuid::text when " + column
                        + " ~ " + UUID.replace("^", "^[^:]+:") + " then split_part(" + column
                        + ", ':', 1) || ':' || md5("
                        + column + " || n)::uuid else " + column + " end";
            // A place has one person at a time.
            default -> column.equals("number") ? "number * 1000000 + n" : column;
        };
    }
}
