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
 * Jobs and timers that do not run by themselves: all their tries have failed, no node takes them although they are due, or a clock has lost
 * its timer. The supervisors are told once of each.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class StuckJobs {

    /** How long a due job may wait for a node before it counts as stuck. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** How long a job whose tries are used up waits for another one. */
    static final Duration NEXT_TRY_AFTER = Duration.ofHours(1);

    /** @param reference of the case, or null if it is of none */
    public record Stuck(String job, CaseReference reference) {}

    /**
     * A clock that is shown as running and has no timer in the engine.
     *
     * @param instance process instance it belongs to, or null if it starts one
     * @param execution id of the execution that waits for it, or null
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

    /** Jobs that have no tries left, or wait too long for a node. */
    public List<Stuck> find() {
        Timestamp waited = Timestamp.from(clock.instant().minus(LONGEST_WAIT));
        return jdbc.query(FOUND, StuckJobs::stuck, waited, Timestamp.from(clock.instant()));
    }

    /** Clocks whose timer is gone. */
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
     * Records the stuck jobs. The supervisors are told of a job that a second look finds still stuck: after a pause of the database, the
     * nodes first work off the jobs that became due. A job that runs again is forgotten.
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

    /** Jobs without tries whose next try is due now. The try is recorded as begun. */
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
     * When a job without tries is tried again: now, because the engine postponed its due time by its last pause. A clock that is not due
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
