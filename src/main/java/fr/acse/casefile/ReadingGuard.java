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
 * Stops a person who reads sealed values in bulk. The limit is {@code acse.reading.most-per-hour} readings within an hour. A search for a
 * woman counts as five readings, however many cases it finds. A stopped person cannot read until a supervisor has decided.
 */
@Service
public class ReadingGuard {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Readings for which one search counts. With 300 readings in an hour, a person can search 60 times. */
    private static final int OF_A_SEARCH = 5;

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
     * Checks a person before each reading of sealed values.
     *
     * @throws Refusal if the person is stopped already, or has reached the limit and is stopped now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void check(Login person) {
        // The lock makes the requests of one person wait for each other, so that simultaneous requests are all counted.
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

    /** Counts the readings of a person within the last hour, from the time when a supervisor last freed the person. */
    private int readings(Login person) {
        return jdbc.queryForObject(
                "select count(*) filter (where task not in ('search', 'list'))"
                        + " + count(distinct at) filter (where task = 'list')"
                        + " + ? * count(distinct at) filter (where task = 'search') from reveal where person = ? and at > greatest(?, coalesce((select max(freed_at)"
                        + " from reading_stop where person = ?), '-infinity'))",
                Integer.class,
                OF_A_SEARCH,
                person.value(),
                now().minus(HOUR),
                person.value());
    }

    /** Records the stop in a thread with its own transaction. The stop stays although the transaction of the reading is rolled back. */
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
     * Lets a stopped person read again.
     *
     * @throws Refusal if {@code by} is the stopped person
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
