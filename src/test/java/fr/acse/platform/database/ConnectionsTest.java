package fr.acse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.zaxxer.hikari.HikariDataSource;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.platform.door.Door;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is held too long is taken away, and people cannot use up what clocks need. */
@ProcessTest
class ConnectionsTest {

    @Autowired
    @Qualifier("connectionsOfPeople")
    HikariDataSource ofPeople;

    @Autowired
    @Qualifier("connectionsOfJobs")
    HikariDataSource ofJobs;

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "lock_timeout, 15s",
        "statement_timeout, 20s",
        "idle_in_transaction_session_timeout, 10s",
        "jit, off",
        "TimeZone, UTC"
    })
    void everyConnectionHasItsLimits(String setting, String value) throws SQLException {
        for (HikariDataSource pool : List.of(ofPeople, ofJobs)) {
            assertThat(new JdbcTemplate(pool).queryForObject("select current_setting(?)", String.class, setting))
                    .isIn(value, "Etc/UTC");
        }
        assertThat(ofPeople.getDataSourceProperties())
                .containsEntry("socketTimeout", "30")
                .containsEntry("tcpKeepAlive", "true");
    }

    @Test
    void peopleWhoTakeAllTheirConnectionsStopNoClockAndAreToldToComeAgain() throws SQLException {
        String reference = network.requested();
        Door coordinator = Door.web(port, "coordinator");
        List<Connection> taken = new ArrayList<>();
        try {
            for (int each = 0; each < ofPeople.getMaximumPoolSize(); each++) {
                taken.add(ofPeople.getConnection());
            }

            assertThatCode(() -> network.pass(reference, Duration.ofHours(48))).doesNotThrowAnyException();
            HttpResponse<String> answer = coordinator.call("GET", "/task?maxResults=1", null);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body())
                    .contains("Please try again in a few seconds")
                    .doesNotContain("Hikari", "SQL");
        } finally {
            for (Connection each : taken) {
                each.close();
            }
        }
        assertThat(jdbc.queryForObject(
                        "select late_at is not null from orientation_request where reference = ?",
                        Boolean.class,
                        reference))
                .isTrue();
        TestTime.begin();
        assertThat(coordinator.call("GET", "/task?maxResults=1", null).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "53100, 507, The database has no room left.",
        "57014, 503, The application has too much to do",
        "55P03, 503, The application has too much to do",
        "08006, 503, Your step may have been saved or not.",
        "23505, 400, Somebody else changed this at the same moment."
    })
    void aDatabaseThatCannotTakeAStepIsToldInWordsAndNamesNoFile(String state, int status, String words)
            throws Exception {
        String reference = network.committed();
        String task = network.task(reference, "task_submitRequest").getId();
        jdbc.execute("create or replace function fail_now() returns trigger language plpgsql as"
                + " $$ begin raise exception 'could not extend file \"base/5/16384\", one_open_request' using errcode = '"
                + state + "'; end $$");
        jdbc.execute("create trigger failing before insert on orientation_request"
                + " for each row execute function fail_now()");
        HttpResponse<String> answer;
        try {
            answer = Door.rest(port, "operator")
                    .submit(
                            task,
                            FormAnswers.of(
                                    "submit-request", Clock.systemUTC(), Map.of("sealed_functionalNeeds", "Quiet")));
        } finally {
            jdbc.execute("drop trigger failing on orientation_request");
        }

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words).doesNotContain("base/5", "one_open_request", "SQL", "Exception");
        network.complete(reference, "task_submitRequest", "operator", "sealed_functionalNeeds", "Quiet");
    }
}
