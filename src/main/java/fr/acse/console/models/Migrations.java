package fr.acse.console.models;

import fr.acse.codes.Login;
import fr.acse.console.models.MigrationPlanning.Plan;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Moves running cases one by one to the current version of their process. A case that cannot be moved keeps its version. If a node stops
 * during a migration, another request moves the remaining cases.
 */
@Component
@RequiredArgsConstructor
class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final int MOST_SHOWN = 20;

    /** If no case was moved for this time, the node of the migration counts as stopped. */
    private static final Duration LONGEST_CASE = Duration.ofMinutes(2);

    /**
     * @param endedAt null while the migration runs
     * @param stayed number of cases without a matching step in the current version
     * @param failed number of cases whose move failed for another reason; another request can move them
     */
    record Record(
            UUID id,
            String process,
            int from,
            int to,
            Login askedBy,
            Instant askedAt,
            Instant endedAt,
            int moved,
            int stayed,
            int failed) {}

    private final MigrationPlanning planning;
    private final MoveCase cases;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final ExecutorService one = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "migration");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Starts moving all cases of a version that can be moved.
     *
     * @param to version that the plan on the user's page showed
     * @throws Refusal if the version does not exist, {@code to} is no longer the current version, or a migration of the version runs
     */
    UUID begin(String process, int from, int to, Login person) {
        Plan plan = planning.plan(process, from);
        Refusal.unless(plan.to() == to, "migrationStale");
        endLost();
        UUID id = UUID.randomUUID();
        try {
            jdbc.update(
                    "insert into model_migration (id, process, from_version, to_version, asked_by, asked_at, last_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    process,
                    from,
                    to,
                    person.value(),
                    now(),
                    now());
        } catch (DuplicateKeyException another) {
            throw new Refusal("migrationRuns");
        }
        long stayed = plan.landings().stream()
                .filter(each -> each.to() == null)
                .mapToLong(MigrationPlanning.Landing::cases)
                .sum();
        jdbc.update("update model_migration set stayed = ? where id = ?", stayed, id);
        one.execute(() -> moveAll(id, plan, person));
        return id;
    }

    private void moveAll(UUID id, Plan plan, Login person) {
        try {
            for (String instance : plan.movable()) {
                String counted = counted(plan, instance, person);
                if (counted != null) {
                    jdbc.update(
                            "update model_migration set last_at = ?, " + counted + " = " + counted
                                    + " + 1 where id = ?",
                            now(),
                            id);
                }
            }
            jdbc.update("update model_migration set ended_at = ? where id = ?", now(), id);
        } catch (RuntimeException stopped) {
            LOG.error(
                    "Not all cases were moved to another version. What is left can be moved by asking again", stopped);
        }
    }

    /** The name of the column that counts the result of one case; null if the case has ended or was moved earlier. */
    private String counted(Plan plan, String instance, Login person) {
        try {
            return cases.move(plan, instance, person) ? "moved" : null;
        } catch (MigratingProcessInstanceValidationException noPlace) {
            return "stayed";
        } catch (RuntimeException atThisMoment) {
            LOG.warn("A case could not be moved to another version", atThisMoment);
            return "failed";
        }
    }

    /** Ends the migrations whose node has stopped. */
    private void endLost() {
        jdbc.update(
                "update model_migration set ended_at = last_at where ended_at is null and last_at < ?",
                now().minus(LONGEST_CASE));
    }

    List<Record> latest() {
        endLost();
        return jdbc.query(
                "select * from model_migration order by asked_at desc limit ?",
                (row, index) -> new Record(
                        row.getObject("id", UUID.class),
                        row.getString("process"),
                        row.getInt("from_version"),
                        row.getInt("to_version"),
                        new Login(row.getString("asked_by")),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ended_at") == null
                                ? null
                                : row.getObject("ended_at", OffsetDateTime.class)
                                        .toInstant(),
                        row.getInt("moved"),
                        row.getInt("stayed"),
                        row.getInt("failed")),
                MOST_SHOWN);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
