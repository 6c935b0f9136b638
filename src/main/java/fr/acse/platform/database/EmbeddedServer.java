package fr.acse.platform.database;

import fr.acse.platform.start.PrivateFiles;
import fr.acse.platform.start.StartFailure;
import fr.acse.words.Words;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL that comes with the dependencies, for running without a database server. Its data is kept in {@code
 * <data-dir>/postgres}, written through to the disk. It listens on the loopback address and asks for a password, which is kept
 * beside the keys. If it ends by itself, it is started again on the same port.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String MAJOR_VERSION = "17";
    private static final String AUTHENTICATION = "scram-sha-256";
    private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(15);
    private static final int MOST_FIRST_STARTS = 3;
    /** Below the ports that operating systems give to outgoing connections (Linux: from 32768). */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 12_000;
    private static final int MOST_PORTS_TRIED = 100;
    private static final Duration STARTED_AGAIN_WITHIN = Duration.ofSeconds(60);
    private static final Duration BACKENDS_END_WITHIN = Duration.ofSeconds(10);

    private static final int MOST_RESTARTS = 3;
    private static final Duration RESTARTS_COUNTED_FOR = Duration.ofMinutes(10);

    /** What happens if the server cannot be kept running. */
    interface Hopeless {
        void end();
    }

    /** Chooses the port of the server. */
    interface Ports {
        int next() throws IOException;
    }

    private final Path dataDir;
    private final Path folder;
    private final ServerProcess process;
    private final boolean durable;
    private final Ports ports;
    private final Hopeless hopeless;
    private final Deque<Instant> restarts = new ArrayDeque<>();
    private EmbeddedPostgres server;
    private String password;
    private int port;
    private FileChannel lock;
    private volatile boolean closed;

    private EmbeddedServer(Path dataDir, boolean durable, Ports ports, Hopeless hopeless) {
        this.dataDir = dataDir;
        this.folder = dataDir.resolve("postgres").toAbsolutePath().normalize();
        this.process = new ServerProcess(folder);
        this.durable = durable;
        this.ports = ports;
        this.hopeless = hopeless;
    }

    /**
     * Starts the server on the data of an earlier run, or makes a new database.
     *
     * @param durable whether what is written is on the disk when it is acknowledged
     * @throws StartFailure if the data is in use or of another version
     */
    static EmbeddedServer start(Path dataDir, boolean durable, Hopeless hopeless) throws IOException {
        return start(dataDir, durable, false, hopeless);
    }

    /** @param anew whether to begin with an empty database; the one before is kept beside, until this is asked again */
    static EmbeddedServer start(Path dataDir, boolean durable, boolean anew, Hopeless hopeless) throws IOException {
        return start(dataDir, durable, anew, EmbeddedServer::freePort, hopeless);
    }

    static EmbeddedServer start(Path dataDir, boolean durable, boolean anew, Ports ports, Hopeless hopeless)
            throws IOException {
        EmbeddedServer embedded = new EmbeddedServer(dataDir, durable, ports, hopeless);
        embedded.startFirst(anew);
        return embedded;
    }

    private synchronized void startFirst(boolean anew) throws IOException {
        PrivateFiles.folder(dataDir);
        lockFolder();
        try {
            if (anew) {
                putBeforeAside();
            }
            startLocked();
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private void startLocked() throws IOException {
        putUnfinishedAside();
        boolean isThere = Files.exists(folder.resolve("PG_VERSION"));
        if (isThere) {
            refuseOtherVersion();
            process.stopLeftOver();
        } else {
            PrivateFiles.replace(begun(), "A new database is being made here. It is whole when this file is gone.\n");
        }
        Path passwordFile = PrivateFiles.folder(dataDir.resolve("keys")).resolve("database.txt");
        if (isThere && Files.notExists(passwordFile)) {
            throw new StartFailure("start.noPassword", folder, passwordFile);
        }
        password = readOrMakePassword(passwordFile);
        server = startOnFreePort(passwordFile);
        // Unpacking the binaries opens their folder to other users, so it is closed again.
        PrivateFiles.folder(dataDir.resolve("binaries"));
        Files.deleteIfExists(begun());
        watch();
    }

    /** Another program can take the port between its choice and the start of the server. Then another port is chosen. */
    private EmbeddedPostgres startOnFreePort(Path passwordFile) throws IOException {
        for (int start = 1; ; start++) {
            port = ports.next();
            try {
                return startServer(passwordFile);
            } catch (StartFailure ended) {
                if (start == MOST_FIRST_STARTS) {
                    throw ended;
                }
                LOG.warn(Words.of("database.otherPort", Integer.toString(port)));
            }
        }
    }

    /** Waits for the server however long it recovers, and not at all once its process is gone. */
    private EmbeddedPostgres startServer(Path passwordFile) throws IOException {
        // The library locks the folder, too, and keeps the lock if its server does not start. Ours counts.
        Files.deleteIfExists(folder.resolve("epg-lock"));
        Thread starting = Thread.currentThread();
        Thread lookout = new Thread(() -> process.interruptWhenGone(starting), "database-start");
        lookout.setDaemon(true);
        lookout.start();
        try {
            EmbeddedPostgres started = begin(passwordFile);
            if (Thread.interrupted()) {
                started.close();
                throw new StartFailure("start.databaseEnds", folder);
            }
            return started;
        } finally {
            lookout.interrupt();
        }
    }

    private EmbeddedPostgres begin(Path passwordFile) throws IOException {
        String written = durable ? "on" : "off";
        Path binaries = PrivateFiles.folder(dataDir.resolve("binaries"));
        // The library would make a folder of this kind, open to all, in the machine's temporary folder.
        System.setProperty("ot.epg.working-dir", binaries.toString());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                // This is given to initdb, so that the server asks for a password from the beginning.
                .setLocaleConfig("auth", AUTHENTICATION)
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", password)
                .setDataDirectory(folder)
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
        return folder;
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    String user() {
        return "postgres";
    }

    String password() {
        return password;
    }

    int port() {
        return port;
    }

    /** As the administrator of the database, without a pool. */
    DataSource administration() {
        return server.getPostgresDatabase();
    }

    /** Calls {@link #ended} when the process of the server is gone. */
    private void watch() throws IOException {
        process.find()
                .orElseThrow(() -> new IOException("The database server has ended as soon as it started"))
                .onExit()
                .thenRunAsync(this::ended, work -> new Thread(work, "database-watch").start());
    }

    private void ended() {
        // Outside the lock, which the end of the application needs.
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
            LOG.error(Words.of("database.hopeless", folder));
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
                server = startServer(dataDir.resolve("keys").resolve("database.txt"));
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

    /** Processes of a server that was killed keep its memory until they notice; a new one does not start beside them. */
    private void waitForBackends() throws IOException {
        String binaries = dataDir.resolve("binaries").toRealPath().toString();
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

    /** Stops the server in good order; this takes five seconds at most, as the library asks for it. */
    @Override
    public void close() throws IOException {
        closed = true;
        stopAndUnlock();
    }

    private synchronized void stopAndUnlock() throws IOException {
        server.close();
        lock.close();
    }

    private Path begun() {
        return dataDir.resolve("postgres.begun");
    }

    /** What a first run left that was killed before its new database was whole. Nobody has written into it. */
    private void putBeforeAside() throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        process.stopLeftOver();
        Path before = dataDir.resolve("postgres.before");
        FileSystemUtils.deleteRecursively(before);
        Files.move(folder, before);
        LOG.info(Words.of("database.anew", before));
    }

    private void putUnfinishedAside() throws IOException {
        if (Files.notExists(begun())) {
            return;
        }
        if (Files.exists(folder)) {
            process.stopLeftOver();
            Path aside = dataDir.resolve("postgres.unfinished-" + Instant.now().toEpochMilli());
            Files.move(folder, aside);
            LOG.warn(Words.of("database.unfinished", aside));
        }
        Files.delete(begun());
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

    private static String readOrMakePassword(Path file) throws IOException {
        if (Files.notExists(file)) {
            PrivateFiles.replace(file, newPassword());
        }
        return Files.readString(file).strip();
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void refuseOtherVersion() throws IOException {
        String version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!MAJOR_VERSION.equals(version)) {
            throw new StartFailure("start.otherVersion", folder, version, MAJOR_VERSION);
        }
    }

    /** Held until this run ends, however it ends. */
    private void lockFolder() throws IOException {
        lock = FileChannel.open(dataDir.resolve("running.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException bySameJava) {
            LOG.debug("This run holds the lock itself");
        }
        lock.close();
        throw new StartFailure("start.locked", folder);
    }
}
