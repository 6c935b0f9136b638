package fr.acse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** What a change of tables makes of rows that were there before. */
class MigrationsTest {

    private static EmbeddedPostgres server;
    private static JdbcTemplate jdbc;

    @BeforeAll
    static void rowsOfTheReleaseBefore() throws IOException {
        server = EmbeddedPostgres.start();
        migrate("37");
        // Rows of their own: nobody looks for what they refer to.
        jdbc = new JdbcTemplate(new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                server.getJdbcUrl("postgres", "postgres") + "&options=-c%20session_replication_role=replica"));
        account("s01", "2026-03-01", null);
        order("s01", "2026-03-02", "PAID");
        account("s02", "2026-03-01", "2026-03-10");
        order("s02", "2026-03-02", "REFUSED");
        account("s03", "2026-03-11", "2026-03-10");
        order("s03", "2026-03-02", "SENT");
        order("s03", "2026-03-12", "SENT");
        jdbc.update("insert into year_report (year, report) values (2012, ?)", """
                {"year": 2012, "fewest": 11, "keptOn": "2013-02-01", "sections": [
                 {"lines": [{"label": "Women who arrived at a shelter", "depth": 0, "breakdown": 0, "value": 44, "euros": null}]},
                 {"lines": [{"label": "Women to whom an allowance was handed over", "depth": 0, "breakdown": 0, "value": 44, "euros": "20672.00"},
                            {"label": "Advanced by a shelter", "depth": 1, "breakdown": 0, "value": null, "euros": null}]},
                 {"lines": [{"label": "Women whose journey is reimbursed", "depth": 0, "breakdown": 0, "value": 20, "euros": "1200.00"}]}]}""");
        migrate("latest");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void anAccountIsGoodIfTheBankHasNotRefusedItsLastEdition() {
        assertThat(jdbc.queryForList("""
                        select shelter || ' ' || edition || ' ' || refused_edition || ' ' || coalesce(refused_because, '')
                        from shelter_account order by shelter""", String.class))
                .containsExactly("s01 1 0 ", "s02 1 1 accountClosed", "s03 2 1 noReason");
    }

    @Test
    void anOrderKnowsToWhichEditionItsFileWasWritten() {
        assertThat(jdbc.queryForList("""
                        select a.advanced_by || ' ' || o.account_edition from payment_order o join allowance a on a.id = o.allowance
                        order by a.advanced_by, o.account_edition""", String.class)).containsExactly("s01 1", "s02 1", "s03 1", "s03 2");
    }

    @Test
    void moneyOfAllowancesIsNotShownInReportsThatWereKept() {
        assertThat(jdbc.queryForList("""
                        select line ->> 'label' || ': ' || coalesce(line ->> 'euros', '') || coalesce(line ->> 'areEurosHidden', '')
                        from year_report, jsonb_array_elements(report::jsonb -> 'sections') section,
                            jsonb_array_elements(section -> 'lines') line""", String.class))
                .containsExactly(
                        "Women who arrived at a shelter: ",
                        "Women to whom an allowance was handed over: true",
                        "Advanced by a shelter: false",
                        "Women whose journey is reimbursed: 1200.00");
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .placeholders(Map.of("appUser", ""))
                .target(target)
                .initSql("set session_replication_role = replica")
                .load()
                .migrate();
    }

    private static void account(String shelter, String confirmed, String refused) {
        jdbc.update(
                "insert into shelter_account (shelter, file, entered_by, confirmed_by, confirmed_at, refused_at)"
                        + " values (?, 'ACCT-1', 'coordinator', 'coordinator2', ?::date, ?::date)",
                shelter,
                confirmed,
                refused);
    }

    private static void order(String shelter, String started, String state) {
        UUID allowance = UUID.randomUUID();
        String run = "PRUN-" + started.substring(5) + shelter;
        jdbc.update(
                "insert into allowance (id, reference, person_key, amount_cents, state, granted_at, approved_by, handed_over_by,"
                        + " handed_over_on, advanced_by)"
                        + " values (?, ?, decode(md5(?), 'hex'), 30400, 'HANDED_OVER', now(), 'finance', 'shelter', current_date, ?)",
                allowance,
                allowance.toString().substring(0, 13),
                allowance.toString(),
                shelter);
        jdbc.update(
                "insert into payment_run (reference, execution_date, state, started_by, started_at) values (?, ?::date, 'RELEASED', 'finance', ?::date)",
                run,
                started,
                started);
        jdbc.update(
                "insert into payment_order (id, allowance, end_to_end_id, amount_cents, state, run, line, bank_reason, ordered_at)"
                        + " values (?, ?, ?, 30400, ?, ?, 1, ?, ?::date)",
                UUID.randomUUID(),
                allowance,
                allowance.toString().replace("-", ""),
                state,
                run,
                state.equals("REFUSED") ? "accountClosed" : null,
                started);
    }
}
