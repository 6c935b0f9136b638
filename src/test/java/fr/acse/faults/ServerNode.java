package fr.acse.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A node of the application in a process of its own, which can be killed, frozen and told to leave. */
final class ServerNode {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final String name;
    private final int port;
    private final Path log;
    private final String main;
    private String classPath;
    private final String archive;
    private final Map<String, String> environment;
    private final List<String> inFront = new ArrayList<>();
    private String memory = "640m";
    private Process process;

    /** @param archive option of Java that writes or reads the archive of loaded classes: a node starts in half the time with it */
    ServerNode(String name, String main, String classPath, String archive, Path log, Map<String, String> environment) {
        this.name = name;
        this.port = Processes.freePort();
        this.main = main;
        this.classPath = classPath;
        this.archive = archive;
        this.log = log;
        this.environment = environment;
    }

    /** What runs Java, as {@code faketime +10m} does. */
    ServerNode inFront(String... command) {
        inFront.clear();
        inFront.addAll(List.of(command));
        return this;
    }

    /** As Java's {@code -Xmx} has it. */
    ServerNode memory(String most) {
        memory = most;
        return this;
    }

    /** From its next start on, it runs another program. */
    void becomes(String anotherClassPath) {
        classPath = anotherClassPath;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    Path log() {
        return log;
    }

    synchronized void start(String... arguments) {
        List<String> command = new ArrayList<>(inFront);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=128m",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                archive,
                "-Dspring.jmx.enabled=false",
                "-cp",
                classPath,
                main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("ACSE_PORT", Integer.toString(port));
        try {
            process = builder.start();
            // Whatever ends the trial ends its nodes.
            Process started = process;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** If it ends by itself, because the database went away while it started, it is started again, as a supervisor of processes does. */
    void waitUntilReady() {
        Processes.waitFor(name + " to be ready", Processes.PATIENCE, () -> {
            if (!isRunning()) {
                start();
            }
            return isReady();
        });
    }

    boolean isReady() {
        return isRunning() && answers("/actuator/health/readiness", null);
    }

    /** Whether somebody with a demo login gets her tasks counted. */
    boolean serves(String login) {
        return answers("/engine-rest/task/count", login);
    }

    private boolean answers(String path, String login) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(3));
        if (login != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((login + ":" + login).getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    synchronized void kill() {
        process.destroyForcibly();
        Processes.exit(process, Processes.PATIENCE);
    }

    void freeze() {
        Processes.signal(process.pid(), "STOP");
    }

    void goOn() {
        Processes.signal(process.pid(), "CONT");
    }

    /** Tells it to leave, as a rolling restart does. @return how long it took */
    synchronized Duration leave() {
        long from = System.nanoTime();
        process.destroy();
        Processes.exit(process, Processes.PATIENCE);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** @return exit code of a command that was started in place of the application */
    int exit(Duration within) {
        return Processes.exit(process, within);
    }
}
