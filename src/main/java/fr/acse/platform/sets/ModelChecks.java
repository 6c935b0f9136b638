package fr.acse.platform.sets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.GateWorker;
import fr.acse.platform.start.OwnJava;
import fr.acse.platform.start.PrivateFiles;
import fr.acse.words.Refusal;
import jakarta.annotation.PreDestroy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Runs the gate in a separate Java process. A set that takes too much memory or time ends only that process, and the application refuses
 * the set. One idle process stays alive for ten minutes for the next set.
 */
@Component
class ModelChecks {

    private static final Logger LOG = LoggerFactory.getLogger(ModelChecks.class);

    private static final int MOST_AT_ONCE = 2;
    private static final int MOST_REMEMBERED = 50;
    private static final Duration IN_TURN = Duration.ofSeconds(10);
    private static final Duration LONGEST_UNUSED = Duration.ofMinutes(10);

    private final OwnJava java;
    private final Path folder;
    private final String memory;
    private final Duration longest;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final BlockingQueue<Process> warm = new ArrayBlockingQueue<>(1);
    private final Set<Process> all = ConcurrentHashMap.newKeySet();
    /** Findings expire after ten minutes, because a check that timed out on a busy server may succeed later. */
    private final Cache<String, List<Finding>> known = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(LONGEST_UNUSED)
            .build();

    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "gate-ends");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Future<?> unused;

    ModelChecks(
            OwnJava java,
            @Value("${acse.data-dir}") Path dataDir,
            @Value("${acse.gate.memory}") String memory,
            @Value("${acse.gate.longest}") Duration longest) {
        this.java = java;
        this.folder = dataDir.resolve("gate");
        this.memory = memory;
        this.longest = longest;
    }

    /**
     * @param files all files of a set, by name
     * @return findings of all files; empty if the set may run
     * @throws Refusal if two other checks are still running after a wait of ten seconds
     */
    List<Finding> findings(Map<String, byte[]> files) {
        String set = digest(files);
        List<Finding> found = known.getIfPresent(set);
        if (found == null) {
            found = inTurn(files);
            known.put(set, found);
        }
        return found;
    }

    /** Returns the cached findings of a set, or an empty result if the cache contains no check of the set. */
    Optional<List<Finding>> remembered(Map<String, byte[]> files) {
        return Optional.ofNullable(known.getIfPresent(digest(files)));
    }

    private List<Finding> inTurn(Map<String, byte[]> files) {
        boolean isHerTurn = false;
        try {
            isHerTurn = places.tryAcquire(IN_TURN.toSeconds(), TimeUnit.SECONDS);
            Refusal.unless(isHerTurn, "gateBusy", MOST_AT_ONCE);
            return ask(files);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("gateBusy", MOST_AT_ONCE);
        } finally {
            if (isHerTurn) {
                places.release();
            }
        }
    }

    private List<Finding> ask(Map<String, byte[]> files) {
        Process worker = worker();
        Future<?> end = ends.schedule(worker::destroyForcibly, longest.toMillis(), TimeUnit.MILLISECONDS);
        String[] at = {""};
        boolean isKept = false;
        try {
            GateWorker.ask(files, new BufferedOutputStream(worker.getOutputStream()));
            List<Finding> found = GateWorker.found(worker.getInputStream(), file -> at[0] = file);
            isKept = warm.offer(worker);
            return found;
        } catch (IOException ended) {
            LOG.warn("A set took too much at {} and was refused", at[0]);
            return List.of(Finding.ofFile("tooMuch", at[0], longest.toSeconds(), memory));
        } finally {
            end.cancel(false);
            if (isKept) {
                endIfUnused();
            } else {
                stop(worker);
            }
        }
    }

    private Process worker() {
        Process worker = warm.poll();
        if (worker != null && worker.isAlive()) {
            return worker;
        }
        try {
            ProcessBuilder started =
                    java.prepare(PrivateFiles.folder(folder), memory, List.of(), List.of(GateWorker.COMMAND));
            worker = started.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        all.add(worker);
        return worker;
    }

    private void endIfUnused() {
        Future<?> before = unused;
        if (before != null) {
            before.cancel(false);
        }
        unused = ends.schedule(
                () -> Optional.ofNullable(warm.poll()).ifPresent(this::stop),
                LONGEST_UNUSED.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void stop(Process worker) {
        worker.destroyForcibly();
        all.remove(worker);
    }

    @PreDestroy
    void stop() {
        all.forEach(Process::destroyForcibly);
        ends.shutdownNow();
    }

    private static String digest(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((name, content) -> {
                digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
