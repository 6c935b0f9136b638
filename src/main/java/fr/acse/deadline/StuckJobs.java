package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds stuck jobs and timers. A job is stuck if all its retries have failed, or if it is due and no node runs it. A deadline is lost if
 * its timer no longer exists. The supervisors get one notice for each.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class StuckJobs {

    /** A due job that no node has taken for five minutes counts as stuck. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** A job without retries is tried again every hour. */
    static final Duration NEXT_TRY_AFTER = Duration.ofHours(1);

    /** @param reference reference of the case, or null if the job belongs to no case */
    public record Stuck(String job, CaseReference reference) {}

    /**
     * A deadline that is shown as running, but has no timer in the engine.
     *
     * @param instance id of the process instance, or null if the timer starts a process
     * @param execution id of the execution that waits for the timer, or null
     */
    public record Lost(
            String job,
            CaseReference reference,
            String process,
            String instance,
            String execution,
            String activity,
            Instant dueAt) {}

    private static final String FOUND = """
            select j.id job, i.reference
            from engine_job j left join engine_instance i on i.id = j.instance
            where not j.suspended and (j.retries = 0
                or j.due_at < ? and (j.locked_until is null or j.locked_until < ?)
                or j.failed and exists (select 1 from stuck_job s where s.job = j.id))""";

    private static final String LOST = """
            select d.job, d.reference, d.process, d.instance, d.execution, d.activity, d.due_at from deadline d
            where d.open and d.state = 'RUNNING' and not exists (select 1 from engine_job j where j.id = d.job)""";

    private final JdbcTemplate jdbc;
    private final Deadlines deadlines;
    private final Notices notices;
    private final Clock clock;

    /** Jobs that have no retries left, that no node has taken for five minutes, or that failed and were already recorded as stuck. */
    public List<Stuck> find() {
        Timestamp waited = Timestamp.from(clock.instant().minus(LONGEST_WAIT));
        return jdbc.query(FOUND, StuckJobs::stuck, waited, Timestamp.from(clock.instant()));
    }

    /** Running deadlines whose timer no longer exists in the engine. */
    public List<Lost> findLost() {
        return jdbc.query(
                LOST,
                (row, index) -> new Lost(
                        row.getString("job"),
                        CaseReference.orNull(row.getString("reference")),
                        row.getString("process"),
                        row.getString("instance"),
                        row.getString("execution"),
                        row.getString("activity"),
                        row.getTimestamp("due_at").toInstant()));
    }

    /**
     * Records the stuck jobs. The supervisors are notified of a job that is still stuck at the second check. After an outage of the
     * database, the nodes have this time to run the jobs that became due. The record of a job that runs again is deleted.
     */
    public void note(List<Stuck> found) {
        Timestamp now = Timestamp.from(clock.instant());
        for (Stuck stuck : found) {
            int known = jdbc.update(
                    "insert into stuck_job as known (job, reference, since) values (?, ?, ?) on conflict (job)"
                            + " do update set told_at = excluded.since where known.told_at is null",
                    stuck.job(),
                    stuck.reference() == null ? null : stuck.reference().value(),
                    now);
            boolean isTold = known == 1
                    && jdbc.queryForObject(
                            "select told_at is not null from stuck_job where job = ?", Boolean.class, stuck.job());
            if (isTold) {
                tell(stuck.reference());
            }
        }
        jdbc.update("delete from stuck_job where not job = any (?)", (Object)
                found.stream().map(Stuck::job).toArray(String[]::new));
    }

    public void tell(CaseReference reference) {
        notices.tell(Event.JOB_STUCK, reference, clock.instant(), Audience.supervisors());
    }

    /** Jobs without retries that are to be tried again now. The attempt is recorded as begun. */
    public List<String> takeForAnotherTry() {
        Instant now = clock.instant();
        return jdbc.queryForList(
                "update stuck_job s set tried_at = ? where coalesce(s.tried_at, s.since) <= ? and exists"
                        + " (select 1 from engine_job j where j.id = s.job and j.retries = 0) returning s.job",
                String.class,
                Timestamp.from(now),
                Timestamp.from(now.minus(NEXT_TRY_AFTER)));
    }

    /**
     * The due time for the next attempt of a job without retries: now, because the engine has postponed the job. A deadline that is not due
     * yet keeps its due time.
     */
    public Instant nextTry(String job) {
        Instant now = clock.instant();
        return deadlines
                .findById(job)
                .filter(each -> each.state() == Deadline.State.RUNNING)
                .map(Deadline::dueAt)
                .filter(due -> due.isAfter(now))
                .orElse(now);
    }

    private static Stuck stuck(ResultSet row, int index) throws SQLException {
        return new Stuck(row.getString("job"), CaseReference.orNull(row.getString("reference")));
    }
}
