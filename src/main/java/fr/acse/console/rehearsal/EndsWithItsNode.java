package fr.acse.console.rehearsal;

import fr.acse.platform.start.RehearsalProfile;
import jakarta.annotation.PostConstruct;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stops the process of a rehearsal when the node that started it has ended, or when its time limit is over. */
@Component
@Profile(RehearsalProfile.NAME)
class EndsWithItsNode {

    static final String NODE = "acse.rehearsal.node";
    static final String LONGEST = "acse.rehearsal.seconds";

    private static final int MILLISECONDS = 1000;

    @PostConstruct
    void watch() {
        Long node = Long.getLong(NODE);
        if (node != null) {
            Thread watch = new Thread(() -> watch(node), "ends-with-its-node");
            watch.setDaemon(true);
            watch.start();
        }
    }

    /** When a parent process ends, the operating system gives its child another parent at once. */
    private static boolean isChildOf(long node) {
        return ProcessHandle.current()
                .parent()
                .filter(parent -> parent.pid() == node)
                .isPresent();
    }

    private static void watch(long node) {
        long end = System.nanoTime() + Long.getLong(LONGEST) * 1_000_000_000L;
        try {
            while (isChildOf(node) && System.nanoTime() < end) {
                Thread.sleep(MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
