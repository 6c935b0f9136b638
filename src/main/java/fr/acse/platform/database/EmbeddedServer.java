package fr.acse.platform.database;

import fr.acse.platform.start.PrivateFiles;
import fr.acse.platform.start.StartFailure;
import fr.acse.words.Words;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that comes with the dependencies, for running without a separate database server. The data of the server is in
 * {@code <data-dir>/postgres}. The server listens only on the loopback address and requires a password, which is stored beside the
 * encryption keys. If the process of the server ends unexpectedly, the server is started again on the same port.
 */
@RequiredArgsConstructor
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String AUTHENTICATION = "scram-sha-256";
    private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(15);
    private static final int MOST_FIRST_STARTS = 3;

    /** Lowest port of the server. The ports of the server are below those for outgoing connections (Linux: from 32768). */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 12_000;
    private static final int MOST_PORTS_TRIED = 100;
    private static final Duration STARTED_AGAIN_WITHIN = Duration.ofSeconds(60);
    private static final Duration BACKENDS_END_WITHIN = Duration.ofSeconds(10);
    private static final int MOST_RESTARTS = 3;
    private static final Duration RESTARTS_COUNTED_FOR = Duration.ofMinutes(10);

    /** Action that runs if the embedded server cannot be kept running. */
    interface Hopeless {
        void end();
    }

    /** Chooses the port of the server. */
    interface Ports {
        int next() throws IOException;
    }

    private final ServerFolder data;
    private final boolean durable;

    private final Ports ports;
    private final Hopeless hopeless;
    private final Deque<Instant> restarts = new ArrayDeque<>();
    private EmbeddedPostgres server;

    @Getter
    private String password;

    @Getter
    private int port;

    private volatile boolean closed;

    /**
     * Starts the server with the data of an earlier run, or creates a new database.
     *
     * @param durable whether a commit waits until its data is on the disk
     * @throws StartFailure if another run uses the data, or the data is of another PostgreSQL version
     */
    static EmbeddedServer start(Path dataDir, boolean durable, Hopeless hopeless) throws IOException {
        return start(dataDir, durable, false, hopeless);
    }

    /** @param anew whether to begin with an empty database; the old database is kept beside the new one until the next such start */
    static EmbeddedServer start(Path dataDir, boolean durable, boolean anew, Hopeless hopeless) throws IOException {
        return start(dataDir, durable, anew, EmbeddedServer::freePort, hopeless);
    }

    static EmbeddedServer start(Path dataDir, boolean durable, boolean anew, Ports ports, Hopeless hopeless)
            throws IOException {
        EmbeddedServer embedded =
                new EmbeddedServer(new ServerFolder(PrivateFiles.folder(dataDir)), durable, ports, hopeless);
        embedded.startFirst(anew);
        return embedded;
    }

    private synchronized void startFirst(boolean anew) throws IOException {
        data.lock();
        try {
            if (anew) {
                data.putBeforeAside();
            }
            password = data.prepare();
            server = startOnFreePort();
            // Unpacking the binaries opens their folder to other users. This call closes the folder again.
            PrivateFiles.folder(data.binaries());
            data.isWhole();
            watch();
        } catch (IOException | RuntimeException failed) {
            data.unlock();
            throw failed;
        }
    }

    /** Starts the server on a free port. If another program takes the port before the server starts, the method chooses another port. */
    private EmbeddedPostgres startOnFreePort() throws IOException {
        for (int start = 1; ; start++) {
            port = ports.next();
            try {
                return startServer();
            } catch (StartFailure ended) {
                if (start == MOST_FIRST_STARTS) {
                    throw ended;
                }
                LOG.warn(Words.of("database.otherPort", Integer.toString(port)));
            }
        }
    }

    /** Starts the server and waits at most 15 minutes for its recovery. The wait ends early if the process of the server ends. */
    private EmbeddedPostgres startServer() throws IOException {
        // The library also locks the folder, and keeps its lock if its server does not start. The ServerFolder lock is
        // enough.
        Files.deleteIfExists(data.folder().resolve("epg-lock"));
        Thread starting = Thread.currentThread();
        Thread lookout = new Thread(() -> data.process().interruptWhenGone(starting), "database-start");
        lookout.setDaemon(true);
        lookout.start();
        try {
            EmbeddedPostgres started = begin();
            if (Thread.interrupted()) {
                started.close();
                throw new StartFailure("start.databaseEnds", data.folder());
            }
            return started;
        } finally {
            lookout.interrupt();
        }
    }

    private EmbeddedPostgres begin() throws IOException {
        String written = durable ? "on" : "off";
        Path binaries = PrivateFiles.folder(data.binaries());
        // Without this setting, the library would use the machine's temporary folder, which is open to all users.
        System.setProperty("ot.epg.working-dir", binaries.toString());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                // The library passes this setting to initdb, so that the server requires a password from the beginning.
                .setLocaleConfig("auth", AUTHENTICATION)
                .setLocaleConfig("pwfile", data.passwordFile().toString())
                .setConnectConfig("password", password)
                .setDataDirectory(data.folder())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", written)
                .setServerConfig("synchronous_commit", written)
                .setServerConfig("full_page_writes", written)
                .setServerConfig("max_connections", "80")
                .setPGStartupWait(RECOVERED_WITHIN)
                .start();
    }

    Path folder() {
        return data.folder();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    String user() {
        return "postgres";
    }

    /** Connections of the database administrator, without a connection pool. */
    DataSource administration() {
        return server.getPostgresDatabase();
    }

    /** Calls {@link #ended} when the process of the server has ended. */
    private void watch() throws IOException {
        data.process()
                .find()
                .orElseThrow(() -> new IOException("The database server has ended as soon as it started"))
                .onExit()
                .thenRunAsync(this::ended, work -> new Thread(work, "database-watch").start());
    }

    private void ended() {
        // The shutdown of the application needs the monitor of this object. This call runs without the monitor.
        if (!isKeptRunning()) {
            hopeless.end();
        }
    }

    private synchronized boolean isKeptRunning() {
        if (closed) {
            return true;
        }
        LOG.error(Words.of("database.ended"));
        Instant now = Instant.now();
        restarts.removeIf(each -> each.isBefore(now.minus(RESTARTS_COUNTED_FOR)));
        restarts.add(now);
        boolean runs = restarts.size() <= MOST_RESTARTS && startAgain();
        if (!runs && !closed) {
            LOG.error(Words.of("database.hopeless", data.folder()));
        }
        return runs || closed;
    }

    private boolean startAgain() {
        Instant until = Instant.now().plus(STARTED_AGAIN_WITHIN);
        Exception last = null;
        while (!closed && Instant.now().isBefore(until)) {
            try {
                server.close();
                waitForBackends();
                server = startServer();
                watch();
                LOG.info(Words.of("database.startedAgain"));
                return true;
            } catch (IOException | RuntimeException notYet) {
                last = notYet;
            }
        }
        LOG.error("The database server does not start", last);
        return false;
    }

    /** Waits for the backends of a killed server. A new server cannot start until they have released the shared memory. */
    private void waitForBackends() throws IOException {
        String binaries = data.binaries().toRealPath().toString();
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(each -> each.info().command().orElse("").startsWith(binaries))
                .toList();
        for (ProcessHandle each : left) {
            try {
                each.onExit().get(BACKENDS_END_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException stillThere) {
                each.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
        }
    }

    /** Shuts down the server in an orderly way. The library allows five seconds for the shutdown. */
    @Override
    public void close() throws IOException {
        closed = true;
        stopAndUnlock();
    }

    private synchronized void stopAndUnlock() throws IOException {
        server.close();
        data.unlock();
    }

    static int freePort() throws IOException {
        IOException last = null;
        for (int port : new SecureRandom()
                .ints(MOST_PORTS_TRIED, FIRST_PORT, FIRST_PORT + PORTS)
                .toArray()) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw last;
    }
}
