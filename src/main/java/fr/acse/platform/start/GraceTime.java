package fr.acse.platform.start;

import fr.acse.words.Words;
import java.time.Duration;

/** Halts the Java process if a shutdown takes longer than the grace time. Committed data stays safe, as after a crash. */
public final class GraceTime {

    /** Grace time of a node without draining. Requests, jobs and the embedded server need less time to stop. */
    private static final Duration WITHOUT_DRAINING = Duration.ofSeconds(45);

    private static volatile Duration longest = WITHOUT_DRAINING;

    private GraceTime() {}

    /** @param drain how long the node still serves requests before it shuts down */
    public static void allow(Duration drain) {
        longest = WITHOUT_DRAINING.plus(drain);
    }

    /** Installs the shutdown hook that enforces the grace time in this Java process. */
    public static void limit() {
        Runtime.getRuntime().addShutdownHook(new Thread(GraceTime::beginCounting, "grace-time"));
    }

    /** Measures the grace time in a daemon thread. Java waits for each shutdown hook, but not for a thread that a hook has started. */
    private static void beginCounting() {
        Thread counting = new Thread(GraceTime::haltLater, "grace-time-counting");
        counting.setDaemon(true);
        counting.start();
    }

    private static void haltLater() {
        try {
            Thread.sleep(longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.err.println(Words.of("stop.halted", longest.toSeconds()));
        Runtime.getRuntime().halt(1);
    }
}
