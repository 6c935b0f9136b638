package fr.acse.faults;

import fr.acse.casefile.Keys;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * An installation with two nodes, a primary and a replica, made in a folder. It begins with the data of a demo run, so that there are
 * organisations, shelters and people; from then on the nodes are as on a server.
 */
final class Installation implements AutoCloseable {

    static final String MAIN = "fr.acse.AcseReferralApplication";

    private final Path folder;
    private final Path binaries;
    private final String password;
    private String main = MAIN;
    private final List<Wire> toFirst = new ArrayList<>();
    private final List<Wire> toSecond = new ArrayList<>();
    private final List<ServerNode> nodes = new ArrayList<>();
    private final int[] ports = {Processes.freePort(), Processes.freePort()};
    private int primaryAt;
    private PostgresServer primary;
    private PostgresServer replica;

    private Installation(Path folder) {
        this.folder = folder;
        try {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            runDemoOnce();
            password =
                    Files.readString(folder.resolve("data/keys/database.txt")).strip();
            binaries = PostgresServer.binaries();
            Files.move(folder.resolve("data/postgres"), folder.resolve("server0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        primary = new PostgresServer(binaries, folder.resolve("server0"), ports[0], password);
    }

    /** Starts everything and waits until all nodes are ready. */
    static Installation start(Path folder, int howManyNodes) {
        return start(folder, MAIN, howManyNodes, "");
    }

    /**
     * @param main class that starts a node, with the tests on its class path if it is not the application's
     * @param more parameters of the address of the database, beginning with {@code &}
     */
    static Installation start(Path folder, String main, int howManyNodes, String more) {
        return prepare(folder, server -> {}).start(main, howManyNodes, more);
    }

    /** @param first what is done to the server before the nodes start */
    static Installation prepare(Path folder, Consumer<PostgresServer> first) {
        Installation installation = new Installation(folder);
        installation.primary.start();
        installation.makePlaces();
        first.accept(installation.primary);
        installation.replica = installation.makeReplica();
        return installation;
    }

    /**
     * Each woman can get as far as to her residence card: only shelters in which somebody works have places. Two have enough of
     * them, and the third is always short.
     */
    private void makePlaces() {
        primary.tell("update place set in_service = false where shelter not in ('s01', 's02', 's03')");
        primary.tell("update shelter set cots = 1000 where code in ('s01', 's02')");
        primary.tell(
                "insert into place (shelter, number) select shelter, last + n from generate_series(1, 1000) n,"
                        + " (select shelter, max(number) as last from place where shelter in ('s01', 's02') group by shelter) p");
    }

    Installation start(String mainClass, int howManyNodes, String more) {
        main = mainClass;
        for (int number = 1; number <= howManyNodes; number++) {
            nodes.add(node("node" + number, more));
        }
        nodes.forEach(ServerNode::start);
        nodes.forEach(ServerNode::waitUntilReady);
        return this;
    }

    /** A further node of this installation, which is not started. */
    ServerNode node(String name) {
        return node(name, "");
    }

    /** A further node that was given the keys of another installation. */
    ServerNode nodeWithOtherKeys(String name) throws GeneralSecurityException {
        return node(name, "", Map.of("ACSE_KEYS_MASTER", Keys.newMasterKey(), "ACSE_KEYS_INDEX", Keys.newIndexKey()));
    }

    private ServerNode node(String name, String more) {
        return node(name, more, Map.of());
    }

    private ServerNode node(String name, String more, Map<String, String> settings) {
        Wire first = new Wire(ports[0]);
        Wire second = new Wire(ports[1]);
        toFirst.add(first);
        toSecond.add(second);
        Map<String, String> environment = new TreeMap<>();
        environment.put(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://localhost:" + first.port() + ",localhost:" + second.port()
                        + "/postgres?targetServerType=primary" + more);
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        environment.put("SPRING_DATASOURCE_PASSWORD", password);
        environment.put("ACSE_KEYS_MASTER", key("master"));
        environment.put("ACSE_KEYS_INDEX", key("index"));
        environment.put("ACSE_DATA_DIR", folder.resolve(name).toString());
        // People of a trial do in an hour what others do in a week.
        for (String limit : List.of(
                "READING_MOSTPERHOUR", "PACE_STARTS", "PACE_SEARCHES", "PACE_COPIES", "PACE_ALERTS", "PACE_MAILS")) {
            environment.put("ACSE_" + limit, "1000000");
        }
        environment.put("ACSE_DRAIN", "5s");
        environment.putAll(settings);
        return new ServerNode(
                name,
                main,
                classPath(),
                "-XX:SharedArchiveFile=" + archive(),
                folder.resolve(name + ".log"),
                environment);
    }

    List<ServerNode> nodes() {
        return nodes;
    }

    PostgresServer primary() {
        return primary;
    }

    DataSource dataSource() {
        return new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + primary.port() + "/postgres?connectTimeout=2&socketTimeout=60",
                "postgres",
                password);
    }

    Path folder() {
        return folder;
    }

    /** Cuts or silences the wires of one node. */
    void wires(int node, Consumer<Wire> what) {
        what.accept(toFirst.get(node));
        what.accept(toSecond.get(node));
    }

    void restartPrimary(String mode) {
        primary.stop(mode);
        primary.start();
    }

    /** The primary is killed and does not come back; its replica takes over. */
    void failOver() {
        primary.kill();
        replica.promote();
        primaryAt = 1 - primaryAt;
        primary = replica;
        replica = null;
    }

    /** The server is lost; a backup of it, with what was archived until a moment, takes its place. */
    void restored(Path backup, String until) throws IOException {
        primary.kill();
        if (replica != null) {
            replica.stop("immediate");
            replica = null;
        }
        primary = primary.restore(backup, ports[primaryAt], until);
    }

    /** After a failover, the new primary gets a replica in the place of the old one. */
    void followAgain() {
        replica = makeReplica();
    }

    private PostgresServer makeReplica() {
        int at = 1 - primaryAt;
        return primary.replica(folder.resolve("server" + at), ports[at]);
    }

    private void runDemoOnce() {
        ServerNode demo = new ServerNode(
                "demo",
                main,
                classPath(),
                "-XX:ArchiveClassesAtExit=" + archive(),
                folder.resolve("demo.log"),
                Map.of(
                        "ACSE_DATA_DIR",
                        folder.resolve("data").toString(),
                        "ACSE_EMBEDDED_DURABLE",
                        "false",
                        "ACSE_DEMO_CASES",
                        "false"));
        demo.start();
        demo.waitUntilReady();
        demo.leave();
    }

    private String key(String name) {
        try {
            return Files.readString(folder.resolve("data/keys/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    /** A node has what the application has, and no test, unless a test is what starts it. */
    private String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !main.equals(MAIN) || !entry.endsWith("test-classes"))
                .map(entry -> entry.endsWith("target/classes") ? jar(Path.of(entry)) : entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Java keeps an archive of classes of jars only. */
    private String jar(Path classes) {
        Path jar = folder.resolve("application.jar");
        if (Files.notExists(jar)) {
            int exit = ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
            if (exit != 0) {
                throw new IllegalStateException("No jar can be made of " + classes);
            }
        }
        return jar.toString();
    }

    @Override
    public void close() {
        nodes.stream().filter(ServerNode::isRunning).forEach(ServerNode::kill);
        for (PostgresServer server : replica == null ? List.of(primary) : List.of(primary, replica)) {
            try {
                server.stop("immediate");
            } catch (IllegalStateException alreadyStopped) {
                // A trial may end while a server is down.
            }
        }
        for (Wire wire : toFirst) {
            closeQuietly(wire);
        }
        for (Wire wire : toSecond) {
            closeQuietly(wire);
        }
    }

    private static void closeQuietly(Wire wire) {
        try {
            wire.close();
        } catch (IOException alreadyClosed) {
            // It is what was wanted.
        }
    }

    /** What somebody waits at most who must see that everything works again. */
    static final Duration RECOVERED_WITHIN = Duration.ofSeconds(90);
}
