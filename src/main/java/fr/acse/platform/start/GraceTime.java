package fr.acse.platform.start;

import fr.acse.words.Words;
import java.time.Duration;

/** Stops a node that is told to end after its grace time, even if something hangs. No acknowledged data is lost, as after a crash. */
public final class GraceTime {

    /** Longer than it takes to finish requests and jobs and to stop the embedded server. */
    private static final Duration WITHOUT_DRAINING = Duration.ofSeconds(45);

    private static volatile Duration longest = WITHOUT_DRAINING;

    private GraceTime() {}

    /** @param drain how long the node still serves requests before it finishes */
    public static void allow(Duration drain) {
        longest = WITHOUT_DRAINING.plus(drain);
    }

    /** Installs the limit in this Java process. */
    public static void limit() {
        Runtime.getRuntime().addShutdownHook(new Thread(GraceTime::beginCounting, "grace-time"));
    }

    /** Java waits for each shutdown hook, but not for a thread that a hook has begun. */
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
