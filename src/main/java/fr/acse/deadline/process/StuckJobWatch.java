package fr.acse.deadline.process;

import fr.acse.deadline.DeadlineService;
import fr.acse.deadline.StuckJobs;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.engine.EngineJobs;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds stuck jobs and deadlines without a timer, every minute on one node. The job notifies the supervisors, retries a failed job every
 * hour, and creates a lost timer again with the same due time.
 */
@Component
@RequiredArgsConstructor
public class StuckJobWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StuckJobWatch.class);

    /** Key of the advisory lock in the database. No other lock uses this number. */
    private static final long LOCK = 0x4143_5348L;

    private final StuckJobs stuck;
    private final DeadlineService deadlines;
    private final CaseLock caseLock;
    private final EngineJobs jobs;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    @Scheduled(fixedDelayString = "${acse.watch.every}", initialDelayString = "${acse.watch.every}")
    public void look() {
        List<StuckJobs.Lost> lost = transaction.execute(status -> lookAlone() ? stuck.findLost() : List.of());
        lost.forEach(each -> transaction.executeWithoutResult(status -> mend(each)));
    }

    /** @return false if another node runs the check at this moment */
    private boolean lookAlone() {
        if (!isAlone()) {
            return false;
        }
        stuck.note(stuck.find());
        stuck.takeForAnotherTry().forEach(job -> jobs.tryAgain(job, stuck.nextTry(job)));
        return true;
    }

    private boolean isAlone() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private void mend(StuckJobs.Lost lost) {
        if (!isAlone()) {
            return;
        }
        if (lost.reference() != null) {
            caseLock.hold(lost.reference());
        }
        // Since the lost deadline was found, its timer may have fired, or its step may have ended.
        if (stuck.findLost().stream().noneMatch(each -> each.job().equals(lost.job()))) {
            return;
        }
        Optional<String> timer = jobs.makeAnew(
                new EngineJobs.Lost(lost.process(), lost.instance(), lost.execution(), lost.activity(), lost.dueAt()));
        deadlines.ended(lost.job());
        timer.ifPresent(made -> {
            deadlines.follow(made, lost.dueAt());
            LOG.warn("The timer {} of a running clock was gone; it is made anew", lost.activity());
            stuck.tell(lost.reference());
        });
    }
}
