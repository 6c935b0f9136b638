package fr.acse.platform.database;

import com.google.re2j.Pattern;
import fr.acse.platform.start.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server process of a database folder, even if another run started the process.
 *
 * @param folder absolute path of the database folder
 */
record ServerProcess(Path folder) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOKED_FOR_EVERY = Duration.ofMillis(100);
    /** Number of checks before the first process appears: one minute, because Java first unpacks the binaries. */
    private static final int LOOKS_BEFORE_FIRST_PROCESS = 600;
    /** Checks between two processes: one second, because {@code initdb}, {@code pg_ctl} and the server run one after the other. */
    private static final int LOOKS_BETWEEN_PROCESSES = 10;

    Optional<ProcessHandle> find() throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve("postmaster.pid"));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        // The file contains no number if a run was killed while the file was being written.
        return lines.stream()
                .findFirst()
                .map(String::strip)
                .filter(number -> NUMBER.matches(number))
                .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                .filter(this::serves);
    }

    /** Whether a process is a PostgreSQL server, and of this folder if its arguments are known. Process ids may be reused. */
    private boolean serves(ProcessHandle process) {
        return process.info().command().orElse("").contains("postgres")
                && process.info().arguments().map(this::nameTheFolder).orElse(true);
    }

    private boolean nameTheFolder(String[] arguments) {
        return Arrays.asList(arguments).contains(folder.toString());
    }

    /** Shuts down the server that a killed run left behind. No run uses that server any more. */
    void stopLeftOver() throws IOException {
        ProcessHandle left = find().orElse(null);
        if (left != null) {
            LOG.info("Stopping the database server that a killed run left behind");
            left.destroy();
            try {
                left.onExit().get(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                throw new StartFailure("start.leftOver", left.pid());
            }
        }
    }

    /** Watches the start of the server, and interrupts the waiting thread when no process of the server is left. */
    void interruptWhenGone(Thread waiting) {
        try {
            boolean seen = false;
            int without = 0;
            while (without < (seen ? LOOKS_BETWEEN_PROCESSES : LOOKS_BEFORE_FIRST_PROCESS)) {
                Thread.sleep(LOOKED_FOR_EVERY.toMillis());
                boolean isThere = isBeingStarted();
                seen |= isThere;
                without = isThere ? 0 : without + 1;
            }
            waiting.interrupt();
        } catch (InterruptedException started) {
            // The caller interrupts this thread when the server has started.
        } catch (IOException e) {
            LOG.error("The process of the database server cannot be looked for", e);
        }
    }

    /**
     * Whether the server or a child process that starts it is running. A child process with unreadable arguments does not count: such a
     * child is a Java process whose class path is too long for the operating system to report.
     */
    private boolean isBeingStarted() throws IOException {
        return find().isPresent()
                || ProcessHandle.current()
                        .children()
                        .flatMap(child -> child.info().arguments().stream())
                        .anyMatch(this::nameTheFolder);
    }
}
