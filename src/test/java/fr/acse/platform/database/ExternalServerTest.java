package fr.acse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.platform.database.Connections.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** A node and a server that is not there yet, refuses it, or has another time. */
@ExtendWith(OutputCaptureExtension.class)
class ExternalServerTest {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = on(EmbeddedServer.freePort());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aServerThatComesLaterIsWaitedForWithWords(CapturedOutput said) throws Exception {
        int port = EmbeddedServer.freePort();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(
                () -> new WaitForDatabase(Duration.ofMinutes(1)).until(place(port, "postgres", "?password=secret1")));
        TimeUnit.SECONDS.sleep(1);
        assertThat(waiting).isNotDone();

        try (EmbeddedPostgres late = on(port)) {
            assertThat(late.getPort()).isEqualTo(port);
            assertThatCode(() -> waiting.get(2, TimeUnit.MINUTES)).doesNotThrowAnyException();
        }
        assertThat(said)
                .contains("The database jdbc:postgresql://localhost:" + port + "/postgres takes no connection yet.")
                .doesNotContain("secret1", "Exception");
    }

    @Test
    void aServerThatDoesNotComeEndsTheStartWithWords() throws IOException {
        int port = EmbeddedServer.freePort();

        assertThatThrownBy(() -> new WaitForDatabase(Duration.ZERO).until(place(port, "postgres", "")))
                .hasMessageContaining("has taken no connection for 0 minutes. Please start it");
    }

    @Test
    void aServerThatRefusesIsNotAskedAgain() {
        assertThatThrownBy(() -> new WaitForDatabase(Duration.ofMinutes(5))
                        .until(place(server.getPort(), "no_such_database", "")))
                .hasMessageContaining("refuses the connection (code 3D000). Please check the name of the database");
    }

    @Test
    void aNodeWhoseClockIsTenMinutesAheadDoesNotStart() throws SQLException {
        SimpleDriverDataSource another = withAnotherTime("- interval '10 minutes'");

        assertThat(ClockCheck.ahead(another).orElseThrow()).isBetween(Duration.ofSeconds(595), Duration.ofSeconds(605));
        assertThatThrownBy(() -> new ClockCheck(Duration.ofSeconds(10)).refuseToStartIfWrong(another))
                .hasMessageContaining("seconds ahead of the database's clock. Timers would fire at the wrong time");
    }

    @Test
    void aNodeWhoseClockIsBehindDoesNotStartEither() throws SQLException {
        assertThatThrownBy(() -> new ClockCheck(Duration.ofSeconds(10))
                        .refuseToStartIfWrong(withAnotherTime("+ interval '30 seconds'")))
                .hasMessageContaining("seconds behind the database's clock");
    }

    @Test
    void clocksThatDifferByLessAreRight() throws SQLException {
        assertThatCode(() -> new ClockCheck(Duration.ofSeconds(10))
                        .refuseToStartIfWrong(withAnotherTime("+ interval '5 seconds'")))
                .doesNotThrowAnyException();
    }

    /** A server whose function for the time is replaced. */
    private static SimpleDriverDataSource withAnotherTime(String difference) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists another_time");
            statement.execute(
                    "create or replace function another_time.clock_timestamp() returns timestamptz language sql"
                            + " as $$ select pg_catalog.clock_timestamp() " + difference + " $$");
        }
        return new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                "jdbc:postgresql://localhost:" + server.getPort()
                        + "/postgres?user=postgres&currentSchema=another_time,pg_catalog");
    }

    private static EmbeddedPostgres on(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    private static DatabaseAddress place(int port, String database, String parameters) {
        return new DatabaseAddress(
                "jdbc:postgresql://localhost:" + port + "/" + database + parameters, "postgres", "postgres");
    }
}
