package fr.acse.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private final EmbeddedDatabase database = new EmbeddedDatabase();

    @TempDir
    Path data;

    @Test
    void dataIsWrittenThroughToTheDiskAndIsThereAfterARestart() throws Exception {
        try (EmbeddedPostgres first = database.postgres(data, true)) {
            assertThat(ask(first, "show fsync")).isEqualTo("on");
            assertThat(ask(first, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(first, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(first, "show server_version")).startsWith("17.");
            ask(first, "create table kept as select 'still here' as said; select said from kept");

            assertThatThrownBy(() -> database.postgres(data, true)).hasMessageContaining("is in use by another run");
        }
        try (EmbeddedPostgres second = database.postgres(data, true)) {
            assertThat(ask(second, "select said from kept")).isEqualTo("still here");
        }
    }

    @Test
    void theServerThatAKilledRunLeftBehindIsStoppedAndItsDataIsKept() throws Exception {
        Path folder = data.resolve("postgres");
        EmbeddedPostgres killed = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
        ask(killed, "create table kept as select 'still here' as said; select said from kept");
        long leftBehind = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
        releaseLockAsIfKilled(killed);

        try (EmbeddedPostgres next = database.postgres(data, true)) {
            assertThat(ask(next, "select said from kept")).isEqualTo("still here");
            assertThat(ProcessHandle.of(leftBehind)).isEmpty();
        }
    }

    @Test
    void itAsksForAPasswordListensOnTheLoopbackOnlyAndItsFilesAreClosedToOthers() throws Exception {
        try (EmbeddedPostgres server = database.postgres(data, true)) {
            for (String password : new String[] {"", "postgres"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(
                                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", password))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(ask(server, "show listen_addresses")).isEqualTo("localhost");
            assertThat(ask(server, "show unix_socket_directories")).isEmpty();
            assertThat(ask(server, "select count(*) from pg_hba_file_rules where auth_method = 'trust'"))
                    .isEqualTo("0");
            for (String folder : new String[] {"", "keys", "postgres", "binaries"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(folder))))
                        .as(folder)
                        .isEqualTo("rwx------");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("keys/database.txt"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aDatabaseOfAnEarlierReleaseIsGivenAPasswordAndKeepsItsData() throws Exception {
        try (EmbeddedPostgres open = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start()) {
            ask(open, "create table kept as select 'still here' as said; select said from kept");
        }
        for (int start = 0; start < 2; start++) {
            try (EmbeddedPostgres server = database.postgres(data, true)) {
                assertThat(ask(server, "select said from kept")).isEqualTo("still here");
                assertThat(ask(server, "select count(*) from pg_hba_file_rules where auth_method = 'trust'"))
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void dataOfAnotherVersionIsRefusedWithWords() throws IOException {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "14\n");

        assertThatThrownBy(() -> database.postgres(data, true))
                .hasMessageContaining("belongs to PostgreSQL 14, and this version brings PostgreSQL 17");
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            var answer = statement.getResultSet();
            answer.next();
            return answer.getString(1);
        }
    }

    /** The lock ends with the process that is killed; here the process is the test itself. */
    private static void releaseLockAsIfKilled(EmbeddedPostgres killed) throws Exception {
        var stream = EmbeddedPostgres.class.getDeclaredField("lockStream");
        stream.setAccessible(true);
        ((FileOutputStream) stream.get(killed)).close();
        TimeUnit.MILLISECONDS.sleep(100);
    }
}
