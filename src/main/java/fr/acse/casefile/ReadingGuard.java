package fr.acse.casefile;

import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stops a person who reads in bulk, that is, more often within an hour than daily work needs ({@code
 * acse.reading.most-per-hour}), until a supervisor has decided.
 */
@Service
public class ReadingGuard {

    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final int mostPerHour;
    private final Clock clock;

    ReadingGuard(
            JdbcTemplate jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            @Value("${acse.reading.most-per-hour}") int mostPerHour,
            Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.mostPerHour = mostPerHour;
        this.clock = clock;
    }

    /**
     * Called before a person reads.
     *
     * @throws Refusal if she is stopped, or has read so much that she is stopped now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void check(Login person) {
        // Her requests wait for each other, so that all are counted even if many come at once.
        jdbc.query("select pg_advisory_xact_lock(hashtext(?))", ignored -> {}, "reading|" + person);
        boolean stopped = !jdbc.queryForList(
                        "select 1 from reading_stop where person = ? and freed_at is null", person.value())
                .isEmpty();
        if (!stopped && readings(person) >= mostPerHour) {
            stop(person);
            stopped = true;
        }
        if (stopped) {
            throw new Refusal("readingStopped");
        }
    }

    /** Counts her readings within the last hour, and since she was last freed. */
    private int readings(Login person) {
        return jdbc.queryForObject(
                "select count(*) from reveal where person = ? and at > greatest(?, coalesce((select max(freed_at)"
                        + " from reading_stop where person = ?), '-infinity'))",
                Integer.class,
                person.value(),
                now().minus(HOUR),
                person.value());
    }

    /** A separate thread records the stop, because it must stay although her reading is rolled back. */
    private void stop(Login person) {
        CompletableFuture.runAsync(() -> enterStop(person), work -> new Thread(work, "reading-stop").start())
                .join();
    }

    private void enterStop(Login person) {
        transaction.executeWithoutResult(status -> {
            int fresh = jdbc.update(
                    "insert into reading_stop (id, person, stopped_at) values (?, ?, ?) on conflict do nothing",
                    UUID.randomUUID(),
                    person.value(),
                    now());
            if (fresh == 1) {
                events.publishEvent(new ReadingStopped(person, mostPerHour));
            }
        });
    }

    /**
     * Lets somebody read again.
     *
     * @throws Refusal if she frees herself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(Login person, Login by) {
        if (person.equals(by)) {
            throw new Refusal("notYourStep");
        }
        jdbc.update(
                "update reading_stop set freed_at = ?, freed_by = ? where person = ? and freed_at is null",
                now(),
                by.value(),
                person.value());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
