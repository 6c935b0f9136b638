package fr.acse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.platform.door.Door;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The proxy of {@code docker-compose.yml} in front of two nodes: one after the other is replaced while people work, and nobody notices.
 * A node that dies, and a failover of the database, cost a person who is logged in a pause.
 */
class RollingRestartTrial {

    private static final Path PROXY = Path.of("/usr/sbin/haproxy");
    private static final Path FOLDER = Path.of("target/test-data/rolling");

    private final AtomicInteger served = new AtomicInteger();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private volatile boolean stop;

    @Test
    void nobodyNoticesARollingRestartAndWhoIsLoggedInNoticesOnlyAPauseWhenThingsDie() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(PROXY), "Needs haproxy, which Debian has");
        try (Installation installation = Installation.start(FOLDER, 2)) {
            int port = Processes.freePort();
            Process proxy = proxy(port, installation.nodes());
            try {
                Processes.workFor(Duration.ofSeconds(4));
                Door coordinator = Door.web(port, "coordinator");
                List<Thread> people = new ArrayList<>();
                for (String login :
                        List.of("operator", "operator2", "coordinator", "shelter", "finance", "supervisor")) {
                    Thread person = new Thread(() -> work(port, login));
                    person.start();
                    people.add(person);
                }
                for (ServerNode node : installation.nodes()) {
                    Duration took = node.leave();
                    System.out.printf("%s left within %.1f s%n", node.name(), took.toMillis() / 1000.0);
                    node.start();
                    node.waitUntilReady();
                    Processes.workFor(Duration.ofSeconds(4));
                }
                stop = true;
                for (Thread person : people) {
                    person.join();
                }
                System.out.printf("Rolling restart: %d requests served, %d failed%n", served.get(), failed.size());
                assertThat(failed).isEmpty();
                assertThat(served.get()).isGreaterThan(500);
                assertThat(isLoggedIn(coordinator))
                        .as("after both nodes were replaced")
                        .isTrue();

                installation.nodes().get(0).kill();
                assertThat(secondsUntilLoggedIn(coordinator))
                        .as("after a node died")
                        .isLessThan(10);
                installation.failOver();
                assertThat(secondsUntilLoggedIn(coordinator))
                        .as("after a failover")
                        .isLessThan(30);
            } finally {
                stop = true;
                proxy.destroy();
            }
        }
    }

    private void work(int port, String login) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String password = Base64.getEncoder().encodeToString((login + ":" + login).getBytes());
        while (!stop) {
            try {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/engine-rest/task?maxResults=10"))
                                .header("Authorization", "Basic " + password)
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    served.incrementAndGet();
                } else {
                    failed.add(answer.statusCode() + " " + answer.body());
                }
                Thread.sleep(20);
            } catch (IOException e) {
                failed.add(e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static boolean isLoggedIn(Door door) {
        return door.call("GET", "/task/count", null).statusCode() == 200;
    }

    private static long secondsUntilLoggedIn(Door door) {
        long from = System.nanoTime();
        Processes.waitFor("the person who was logged in", Duration.ofSeconds(60), () -> isLoggedIn(door));
        long seconds = (System.nanoTime() - from) / 1_000_000_000;
        System.out.println("A person who was logged in is served again after " + seconds + " s");
        return seconds;
    }

    /** The configuration as the file has it, with these nodes in place of the containers. */
    private static Process proxy(int port, List<ServerNode> nodes) throws IOException {
        String compose = Files.readString(Path.of("docker-compose.yml"));
        String configuration = compose.substring(
                        compose.indexOf("      defaults\n"), compose.indexOf("      resolvers docker"))
                .lines()
                .map(line -> line.substring(Math.min(6, line.length())))
                .filter(line -> !line.strip().startsWith("server node"))
                .collect(Collectors.joining("\n", "", "\n"))
                .replace("bind :8080", "bind 127.0.0.1:" + port)
                .replace(" resolvers docker init-addr none", "");
        for (ServerNode node : nodes) {
            configuration += "  server " + node.name() + " 127.0.0.1:" + node.port() + "\n";
        }
        Path file = FOLDER.resolve("haproxy.cfg");
        Files.writeString(file, configuration);
        return new ProcessBuilder(PROXY.toString(), "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("haproxy.log").toFile())
                .start();
    }
}
