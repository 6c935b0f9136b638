package untouched;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

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
                Process process = new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                UntouchedEngine.class.getName())
                        .redirectErrorStream(true)
                        .start();
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

    /** @return seconds until so many cases, as recorded, were gone through by so many clients over the Java API */
    public static double cases(RecordedCase recorded, int count, int clients) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(recorded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.parseLong(send(HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + port() + "/cases?count=" + count + "&clients=" + clients))
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(bytes.toByteArray()))
                        .build()))
                / 1000.0;
    }

    private static String ask(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .build());
    }

    private static String send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
