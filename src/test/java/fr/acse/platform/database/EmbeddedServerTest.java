package fr.acse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import fr.acse.platform.start.StartFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedServerTest {

    private static final String KEEP = "create table kept as select 'still here' as said; select said from kept";
    private static final String KEPT = "select said from kept";

    private final AtomicInteger hopeless = new AtomicInteger();

    @TempDir
    Path data;

    private HttpServer anotherProgram;

    @BeforeEach
    void unpack() {
        UnpackedPostgres.unpackInto(data);
    }

    @BeforeEach
    void startAnotherProgram() throws IOException {
        anotherProgram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        anotherProgram.start();
    }

    @AfterEach
    void stopAnotherProgram() {
        anotherProgram.stop(0);
    }

    @Test
    void dataIsWrittenThroughToTheDiskAndIsThereAfterARestart() throws Exception {
        try (EmbeddedServer first = start()) {
            assertThat(ask(first, "show fsync")).isEqualTo("on");
            assertThat(ask(first, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(first, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(first, "show server_version")).startsWith("17.");
            ask(first, KEEP);

            assertThatThrownBy(this::start).hasMessageContaining("is in use by another run");
        }
        try (EmbeddedServer second = start()) {
            assertThat(ask(second, KEPT)).isEqualTo("still here");
        }
    }

    @Test
    void theServerThatAKilledRunLeftBehindIsStoppedAndItsDataIsKept() throws Exception {
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/database.txt"), "secret");
        EmbeddedPostgres killed = leftBehind(data.resolve("postgres"));
        ask(killed.getPostgresDatabase(), KEEP);
        long leftBehind = process();
        releaseLockAsIfKilled(killed);

        try (EmbeddedServer next = start()) {
            assertThat(ask(next, KEPT)).isEqualTo("still here");
            assertThat(ProcessHandle.of(leftBehind)).isEmpty();
        }
    }

    @Test
    void aServerThatIsKilledIsStartedAgainAndServesWithWhatWasWritten() throws Exception {
        try (EmbeddedServer server = start()) {
            ask(server, KEEP);
            String url = server.url();

            kill();

            assertThat(eventually(server, KEPT)).isEqualTo("still here");
            assertThat(server.url()).isEqualTo(url);
            assertThat(hopeless).hasValue(0);
        }
    }

    @Test
    void aServerThatCannotBeKeptRunningEndsTheApplication() throws Exception {
        try (EmbeddedServer server = start()) {
            for (int kill = 0; kill < 3; kill++) {
                kill();
                eventually(server, "select 'runs'");
                // Killed while it is still being started, it would only be tried once more.
                awaitEndOfRestart();
            }
            assertThat(hopeless).hasValue(0);

            kill();

            Instant end = Instant.now().plusSeconds(20);
            while (hopeless.get() == 0 && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(hopeless).hasValue(1);
        }
    }

    @Test
    void aFirstRunThatWasKilledWhileItMadeTheDatabaseStopsNoLaterOne() throws Exception {
        // As initdb leaves a folder that it was killed in.
        Files.createDirectories(data.resolve("postgres/base"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
        Files.writeString(data.resolve("postgres/postgresql.conf"), "");
        Files.writeString(data.resolve("postgres.begun"), "");

        try (EmbeddedServer server = start()) {
            assertThat(ask(server, "select 'whole'")).isEqualTo("whole");
        }
        try (var files = Files.list(data)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("postgres.unfinished-"))
                    .doesNotContain("postgres.begun");
        }
    }

    @Test
    void itAsksForAPasswordListensOnTheLoopbackOnlyAndItsFilesAreClosedToOthers() throws Exception {
        try (EmbeddedServer server = start()) {
            for (String password : new String[] {"", "postgres"}) {
                assertThatThrownBy(() -> DriverManager.getConnection(
                                "jdbc:postgresql://localhost:" + server.port() + "/postgres", "postgres", password))
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
    void dataWhosePasswordIsLostIsRefusedWithWords() throws IOException {
        start().close();
        Files.delete(data.resolve("keys/database.txt"));

        assertThatThrownBy(this::start)
                .hasMessageContaining("keys/database.txt")
                .hasMessageContaining("bring it back from your backup");
    }

    @Test
    void dataOfAnotherVersionIsRefusedWithWords() throws IOException {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "14\n");

        assertThatThrownBy(this::start)
                .hasMessageContaining("belongs to PostgreSQL 14, and this version brings PostgreSQL 17");
    }

    @Test
    void aPortThatAnotherProgramTakesIsReplacedByAnotherPort(CapturedOutput said) throws Exception {
        int taken = anotherProgram.getAddress().getPort();
        Iterator<Integer> ports = List.of(taken, EmbeddedServer.freePort()).iterator();

        try (EmbeddedServer server = EmbeddedServer.start(data, true, false, ports::next, hopeless::incrementAndGet)) {
            assertThat(ask(server, "select 'whole'")).isEqualTo("whole");
            assertThat(server.port()).isNotEqualTo(taken);
        }
        assertThat(said).contains("ended while it was started on port " + taken);
    }

    @Test
    void aServerThatEndsWhileItIsStartedEndsTheStartWithWords() throws Exception {
        int taken = anotherProgram.getAddress().getPort();
        // Beside it runs another child of this Java, whose arguments are too long for the system to tell them.
        Process child = new ProcessBuilder("sh", "-c", "read waits", "x".repeat(9_000)).start();
        try {
            assertThat(child.info().arguments()).isEmpty();
            assertThatThrownBy(() -> EmbeddedServer.start(data, true, false, () -> taken, hopeless::incrementAndGet))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("ends while it is started");
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void theDemoBeginsAnewWithOneSettingAndTheDatabaseBeforeIsKeptBeside() throws Exception {
        try (EmbeddedServer first = start()) {
            ask(first, KEEP);
        }
        for (int time = 0; time < 2; time++) {
            try (EmbeddedServer anew = EmbeddedServer.start(data, true, true, hopeless::incrementAndGet)) {
                assertThatThrownBy(() -> ask(anew, KEPT)).hasMessageContaining("does not exist");
            }
            assertThat(data.resolve("postgres.before/PG_VERSION")).exists();
        }
    }

    private EmbeddedServer start() throws IOException {
        return EmbeddedServer.start(data, true, hopeless::incrementAndGet);
    }

    private static EmbeddedPostgres leftBehind(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(EmbeddedServer.freePort())
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    private long process() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0));
    }

    private void kill() throws IOException {
        ProcessHandle server = ProcessHandle.of(process()).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    private static void awaitEndOfRestart() throws InterruptedException {
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("database-watch")) {
                each.join();
            }
        }
    }

    private static String eventually(EmbeddedServer server, String sql) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(end)) {
            try {
                return ask(server, sql);
            } catch (SQLException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return fail("The server does not come back");
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException {
        return ask(server.administration(), sql);
    }

    private static String ask(DataSource server, String sql) throws SQLException {
        try (var connection = server.getConnection();
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
