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
 * The process that serves the database of a folder, also one that another run started.
 *
 * @param folder of the database, absolute
 */
record ServerProcess(Path folder) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOKED_FOR_EVERY = Duration.ofMillis(100);
    /** One minute, in which Java itself unpacks the binaries. */
    private static final int LOOKS_BEFORE_FIRST_PROCESS = 600;
    /** One second: {@code initdb}, {@code pg_ctl} and the server follow each other. */
    private static final int LOOKS_BETWEEN_PROCESSES = 10;

    Optional<ProcessHandle> find() throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve("postmaster.pid"));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        // Killed while the file was written, a run leaves it without a number.
        return lines.stream()
                .findFirst()
                .map(String::strip)
                .filter(number -> NUMBER.matches(number))
                .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                .filter(this::serves);
    }

    /** Whether it is a server, of this folder if the system says of which: the number may be another process's by now. */
    private boolean serves(ProcessHandle process) {
        return process.info().command().orElse("").contains("postgres")
                && process.info().arguments().map(this::nameTheFolder).orElse(true);
    }

    private boolean nameTheFolder(String[] arguments) {
        return Arrays.asList(arguments).contains(folder.toString());
    }

    /** A run that was killed leaves its server behind: nobody uses it any more, so it is stopped in good order. */
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

    /** Looks on while the server is started, and interrupts whoever waits for it when no process is there any more. */
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
            // It runs.
        } catch (IOException e) {
            LOG.error("The process of the database server cannot be looked for", e);
        }
    }

    /** A child whose arguments cannot be read is another one: those of a Java with a long class path are too long to be told. */
    private boolean isBeingStarted() throws IOException {
        return find().isPresent()
                || ProcessHandle.current()
                        .children()
                        .flatMap(child -> child.info().arguments().stream())
                        .anyMatch(this::nameTheFolder);
    }
}
