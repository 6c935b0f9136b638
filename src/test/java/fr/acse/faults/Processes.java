package fr.acse.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What a trial does to processes. */
final class Processes {

    /** Longer than anything takes that ends at all: how long it takes depends on the machine. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int LOWEST_PORT = 20_000;

    /** Of Linux; others begin higher. */
    private static final int LOWEST_GIVEN_PORT = 32_768;

    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

    private Processes() {}

    /** @param name as in {@code kill -STOP} */
    static void signal(long pid, String name) {
        try {
            exit(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start(), Duration.ofSeconds(10));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int exit(Process process, Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(process.info() + " does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A port that stays free while its program is stopped: below those that a system gives to whoever asks for any, and never the same
     * twice.
     */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, LOWEST_GIVEN_PORT);
            if (PORTS.add(port) && isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    static void workFor(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if it does not come true in time */
    static void waitFor(String what, Duration within, BooleanSupplier isTrue) {
        Instant end = Instant.now().plus(within);
        while (!isTrue.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Waited " + within + " for " + what);
            }
            workFor(Duration.ofMillis(100));
        }
    }
}
