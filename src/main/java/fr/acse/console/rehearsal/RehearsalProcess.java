package fr.acse.console.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.casefile.Keys;
import fr.acse.console.rehearsal.Rehearse.Both;
import fr.acse.platform.database.Schemas;
import fr.acse.platform.start.OwnJava;
import fr.acse.platform.start.PrivateFiles;
import fr.acse.platform.start.RehearsalProfile;
import fr.acse.words.Words;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Runs a rehearsal in a separate Java process with its own clock, keys and database schema. The schema is dropped at the end of the
 * rehearsal. The process is stopped when its time limit is over, or when its node ends.
 */
@Component
class RehearsalProcess {

    private static final int MOST_LOGGED = 4000;
    private static final long LARGEST_RESULT = 30_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalProcess.class);

    /**
     * @param played null if the rehearsal failed; then {@code reason} tells why, in words
     * @param earlier time at which the same files were played; null if they were played now
     */
    record Outcome(Both played, Instant earlier, String reason) {

        static Outcome failed(String reason) {
            return new Outcome(null, null, reason);
        }
    }

    private final Schemas schemas;
    private final JdbcTemplate jdbc;
    private final OwnJava java;
    private final Clock clock;
    private final ZoneId zone;
    private final Path folders;
    private final Duration longest;
    private final String memory;
    private final ExecutorService one = Executors.newSingleThreadExecutor(work -> new Thread(work, "rehearsal"));
    private final LatestResult latest = new LatestResult();
    private volatile Process running;

    RehearsalProcess(
            Schemas schemas,
            JdbcTemplate jdbc,
            OwnJava java,
            Clock clock,
            ZoneId zone,
            @Value("${acse.data-dir}") Path dataDir,
            @Value("${acse.rehearsal.longest}") Duration longest,
            @Value("${acse.rehearsal.memory}") String memory) {
        this.schemas = schemas;
        this.jdbc = jdbc;
        this.java = java;
        this.clock = clock;
        this.zone = zone;
        this.folders = dataDir.resolve("rehearsals");
        this.longest = longest;
        this.memory = memory;
    }

    Duration longest() {
        return longest;
    }

    /** @param second whether a second person rehearses a proposal; then the result of the first person's rehearsal is reused */
    void start(
            UUID id,
            Map<String, byte[]> current,
            Map<String, byte[]> proposed,
            Map<String, String> stories,
            boolean second,
            Consumer<Outcome> then) {
        one.execute(() -> {
            Outcome outcome;
            try {
                outcome = play(id, current, proposed, stories, second);
            } catch (IOException | SQLException | GeneralSecurityException | RuntimeException e) {
                LOG.error("A rehearsal could not run", e);
                outcome =
                        Outcome.failed(Words.of(e instanceof SQLException ? "rehearsal.noSchema" : "rehearsal.broken"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                outcome = Outcome.failed(Words.of("rehearsal.nodeLost"));
            }
            then.accept(outcome);
        });
    }

    private Outcome play(
            UUID id,
            Map<String, byte[]> current,
            Map<String, byte[]> proposed,
            Map<String, String> stories,
            boolean second)
            throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        LocalDate day = LocalDate.now(clock.withZone(zone));
        LatestResult.Known known = second ? latest.show(current, proposed, stories, day) : null;
        if (known != null) {
            return new Outcome(known.result(), known.at(), null);
        }
        Outcome outcome = inASchemaOfItsOwn(id, current, proposed, stories, day);
        if (outcome.played() != null) {
            latest.remember(current, proposed, stories, day, outcome.played(), clock.instant());
        }
        return outcome;
    }

    private Outcome inASchemaOfItsOwn(
            UUID id,
            Map<String, byte[]> current,
            Map<String, byte[]> proposed,
            Map<String, String> stories,
            LocalDate day)
            throws IOException, SQLException, GeneralSecurityException, InterruptedException {
        for (String left : schemas.all()) {
            if (!running(left)) {
                schemas.drop(left);
            }
        }
        removeLeftFolders();
        Path folder = PrivateFiles.folder(PrivateFiles.folder(folders).resolve(nameOf(id)));
        Schemas.Address schema = schemas.create(nameOf(id));
        try {
            write(folder.resolve(Rehearse.CURRENT), current);
            write(folder.resolve(Rehearse.PROPOSED), proposed);
            Path scenarios = PrivateFiles.folder(folder.resolve(Rehearse.SCENARIOS));
            for (Map.Entry<String, String> story : stories.entrySet()) {
                Files.writeString(scenarios.resolve(story.getKey()), story.getValue());
            }
            Rehearsed before = latest.find(current, stories, day);
            if (before != null) {
                JSON.writeValue(folder.resolve(Rehearse.resultOf(day)).toFile(), before);
            }
            return run(folder, schema);
        } finally {
            running = null;
            schemas.drop(schema.name());
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Deletes the folders of rehearsals that no longer run. A node that died during a rehearsal left its folder. */
    private void removeLeftFolders() throws IOException {
        for (UUID ended : jdbc.queryForList("select id from model_rehearsal where state <> 'RUNNING'", UUID.class)) {
            FileSystemUtils.deleteRecursively(folders.resolve(nameOf(ended)));
        }
    }

    private static String nameOf(UUID id) {
        return "rehearsal_" + id.toString().replace("-", "").substring(0, 12);
    }

    /** Whether a rehearsal still runs in a schema, perhaps on another node. */
    private boolean running(String schema) {
        return jdbc.queryForList("select id from model_rehearsal where state = 'RUNNING'", UUID.class).stream()
                .anyMatch(id -> nameOf(id).equals(schema));
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        PrivateFiles.folder(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Outcome run(Path folder, Schemas.Address schema)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path log = folder.resolve("log");
        ProcessBuilder started = java.prepare(
                        folder,
                        memory,
                        List.of(
                                "-Xms" + memory,
                                "-D" + EndsWithItsNode.NODE + "="
                                        + ProcessHandle.current().pid(),
                                "-D" + EndsWithItsNode.LONGEST + "=" + longest.toSeconds()),
                        List.of(RehearsalProfile.COMMAND, folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = started.environment();
        environment.put("SPRING_CONFIG_LOCATION", "classpath:/");
        environment.put("SPRING_DATASOURCE_URL", schema.url());
        environment.put("SPRING_DATASOURCE_USERNAME", schema.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", schema.password());
        environment.put("CAMUNDA_BPM_DATABASE_SCHEMANAME", schema.name());
        environment.put("CAMUNDA_BPM_DATABASE_TABLEPREFIX", schema.name() + ".");
        environment.put("SPRING_PROFILES_ACTIVE", RehearsalProfile.NAME);
        environment.put("ACSE_KEYS_MASTER", Keys.newMasterKey());
        environment.put("ACSE_KEYS_INDEX", Keys.newIndexKey());
        running = started.start();
        if (!running.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
            running.destroyForcibly().waitFor();
            return Outcome.failed(Words.of("rehearsal.tooLong", longest.toSeconds()));
        }
        Path result = folder.resolve(Rehearse.RESULT);
        if (Files.exists(result) && Files.size(result) < LARGEST_RESULT) {
            Both both = JSON.readValue(result.toFile(), Both.class);
            return both.refused() == null ? new Outcome(both, null, null) : Outcome.failed(both.refused());
        }
        LOG.error("A rehearsal ended without a result: {}", end(log));
        return Outcome.failed(Words.of("rehearsal.broken"));
    }

    private static String end(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(MOST_LOGGED, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8);
        }
    }

    @PreDestroy
    void stop() {
        Process left = running;
        if (left != null) {
            left.destroyForcibly();
        }
        one.shutdown();
    }
}
