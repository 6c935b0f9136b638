package untouched;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The untouched engine in a process of its own: two engines in one would answer for each other. */
public final class Untouched {

    private static int port;
    private static boolean failed;

    private Untouched() {}

    /** Starts it at the first call; it ends with the tests. */
    public static synchronized int port() {
        if (failed) {
            throw new IllegalStateException("The untouched engine did not start");
        }
        if (port == 0) {
            failed = true;
            try {
                List<String> command = new ArrayList<>();
                command.add(ProcessHandle.current().info().command().orElse("java"));
                // As this Java compiles and collects: in a test little, in a benchmark as in use.
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(option -> option.startsWith("-XX:"))
                        .forEach(command::add);
                command.addAll(List.of("-cp", System.getProperty("java.class.path"), UntouchedEngine.class.getName()));
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
                port = portOf(process);
                failed = false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return port;
    }

    private static int portOf(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith(UntouchedEngine.STARTED)) {
                Thread reader = new Thread(() -> output.lines().forEach(any -> {}));
                reader.setDaemon(true);
                reader.start();
                return Integer.parseInt(line.substring(UntouchedEngine.STARTED.length()));
            }
        }
        throw new IllegalStateException("The untouched engine does not start:\n" + all);
    }

    /** How often an attacker's code has run in it. */
    public static int hits() {
        return Integer.parseInt(ask("/hits"));
    }

    /** JDBC address of its database. */
    public static String database() {
        return ask("/database");
    }

    /** Starts instances of a process that wait in a task with a timer which calls an empty delegate. */
    public static void startTimers(int count) {
        ask("/timers?count=" + count);
    }

    /** Starts processes of the real model that wait for the 48 hours, with empty delegates. */
    public static void startRequests(int count, Map<String, Object> variables) {
        post("/requests?count=" + count, new HashMap<>(variables));
    }

    /** @return seconds until so many cases, as recorded, were gone through by so many clients over the Java API */
    public static double cases(RecordedCase recorded, int count, int clients) {
        return Long.parseLong(post("/cases?count=" + count + "&clients=" + clients, recorded)) / 1000.0;
    }

    private static String post(String path, Serializable what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes.toByteArray()))
                .build());
    }

    private static String ask(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .build());
    }

    private static String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(request.uri() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
