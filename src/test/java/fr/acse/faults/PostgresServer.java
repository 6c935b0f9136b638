package fr.acse.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server that a trial starts, kills and promotes: the binaries that come with the dependencies, server and tools of one
 * version. A replica is made with the server's own backup functions and a copy of its files.
 */
final class PostgresServer {

    private static Path unpacked;

    private final Path binaries;
    private final Path folder;
    private final int port;
    private final String password;

    PostgresServer(Path binaries, Path folder, int port, String password) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        this.password = password;
    }

    /** Unpacks the binaries, once for each Java: the library does not do it again. @return their folder */
    static synchronized Path binaries() {
        if (unpacked == null) {
            Path into = Path.of("target/test-data/server-binaries");
            try {
                Files.createDirectories(into);
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(into.toFile())
                        .setPort(Processes.freePort())
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start()
                        .close();
                try (Stream<Path> folders = Files.list(into)) {
                    unpacked = folders.filter(
                                    each -> each.getFileName().toString().startsWith("PG-"))
                            .filter(Files::isDirectory)
                            .findFirst()
                            .orElseThrow()
                            .resolve("bin");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return unpacked;
    }

    int port() {
        return port;
    }

    void start() {
        // A trial kills processes, not machines: what is written is in the system's cache and survives without fsync.
        run(
                "pg_ctl",
                "-D",
                folder.toString(),
                "-l",
                folder.resolveSibling(folder.getFileName() + ".log").toString(),
                "-w",
                "-t",
                "60",
                "-o",
                "-p " + port + " -F -c listen_addresses=localhost -c unix_socket_directories= -c max_connections=120"
                        + " -c log_lock_waits=on -c wal_keep_size=1GB -c hot_standby=on -c archive_mode=on -c archive_command='cp %p "
                        + archive() + "/%f'",
                "start");
    }

    /** @param mode smart, fast or immediate, as in {@code pg_ctl stop} */
    void stop(String mode) {
        run("pg_ctl", "-D", folder.toString(), "-m", mode, "-w", "-t", "30", "stop");
    }

    void kill() {
        long pid = pid();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        Processes.waitFor(
                "the killed server",
                Processes.PATIENCE,
                () -> ProcessHandle.of(pid).isEmpty());
        Processes.waitFor("its port", Processes.PATIENCE, () -> !answers());
    }

    boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException away) {
            return false;
        }
    }

    void promote() {
        run("pg_ctl", "-D", folder.toString(), "-w", "-t", "60", "promote");
    }

    /** Makes a server that follows this one; from then on nothing is acknowledged before it has it, too. */
    PostgresServer replica(Path into, int atPort) {
        try {
            backup(into);
            Files.writeString(into.resolve("standby.signal"), "");
            Files.writeString(
                    into.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=" + port + " user=postgres password=" + password
                            + " application_name=replica'\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PostgresServer replica = new PostgresServer(binaries, into, atPort, password);
        replica.start();
        Processes.waitFor(
                "the replica",
                Processes.PATIENCE,
                () -> ask("select count(*) from pg_stat_replication" + " where state = 'streaming'")
                        .equals("1"));
        tell("alter system set synchronous_standby_names = 'replica'");
        tell("select pg_reload_conf()");
        Processes.waitFor(
                "synchronous replication",
                Processes.PATIENCE,
                () -> ask("select count(*) from pg_stat_replication" + " where sync_state = 'sync'")
                        .equals("1"));
        return replica;
    }

    /** Copies the server's files while it works, as {@code pg_basebackup} does. */
    void backup(Path into) throws IOException, SQLException {
        FileSystemUtils.deleteRecursively(into);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = ''");
            statement.execute("select pg_reload_conf()");
            statement.execute("select pg_backup_start('backup', true)");
            copy(into);
            try (var label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(into.resolve("backup_label"), label.getString(1));
            }
        }
    }

    /** What a backup becomes with all that was archived until a moment. */
    PostgresServer restore(Path backup, int atPort, String until) throws IOException {
        Files.writeString(backup.resolve("recovery.signal"), "");
        Files.writeString(
                backup.resolve("postgresql.auto.conf"),
                "restore_command = 'cp " + archive() + "/%f %p'\nrecovery_target_time = '" + until
                        + "'\nrecovery_target_action = 'promote'\n");
        PostgresServer restored = new PostgresServer(binaries, backup, atPort, password);
        restored.start();
        Processes.waitFor(
                "the end of the recovery",
                Processes.PATIENCE,
                () -> restored.ask("select pg_is_in_recovery()").equals("f"));
        return restored;
    }

    private Path archive() {
        try {
            return Files.createDirectories(folder.resolveSibling("archive").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path into) throws IOException {
        Process copying = new ProcessBuilder("cp", "-a", folder.toString(), into.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        // Files that vanish meanwhile are temporary; cp tells of them and copies the others.
        Processes.exit(copying, Processes.PATIENCE);
        for (String ofTheOther : List.of("postmaster.pid", "postmaster.opts", "epg-lock")) {
            Files.deleteIfExists(into.resolve(ofTheOther));
        }
        try (Stream<Path> written = Files.list(into.resolve("pg_wal"))) {
            for (Path each : written.filter(Files::isRegularFile).toList()) {
                Files.delete(each);
            }
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/postgres?connectTimeout=2&socketTimeout=60",
                "postgres",
                password);
    }

    void tell(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void tellAlthoughReadOnly(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String ask(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String tool, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // The server refuses root; in a name space of its own it does not see that it is root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve(tool).toString());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolveSibling("tools.log").toFile()))
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command + " failed at " + Instant.now());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
