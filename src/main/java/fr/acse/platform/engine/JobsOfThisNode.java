package fr.acse.platform.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether this node takes jobs, and what it gives back when it takes none any more. */
@Component
class JobsOfThisNode {

    private final ObjectProvider<JobExecutor> executor;
    private final JdbcTemplate jdbc;
    private boolean paused;
    private boolean left;

    JobsOfThisNode(ObjectProvider<JobExecutor> executor, JdbcTemplate jdbc) {
        this.executor = executor;
        this.jdbc = jdbc;
    }

    /** Takes no more jobs. Those that run are finished; those that wait are given back by the engine. */
    synchronized void pause() {
        JobExecutor jobs = executor.getIfAvailable();
        if (jobs != null && jobs.isActive()) {
            jobs.shutdown();
            paused = true;
        }
    }

    /** @return false if this node leaves */
    synchronized boolean resume() {
        if (paused && !left) {
            executor.getObject().start();
            paused = false;
        }
        return !left;
    }

    synchronized void leave() {
        left = true;
        pause();
    }

    /** Gives back what this node had taken and not begun, so that another node takes it at once. */
    void release() {
        JobExecutor jobs = executor.getIfAvailable();
        if (jobs != null) {
            jdbc.update(
                    "update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where lock_owner_ = ?",
                    jobs.getLockOwner());
        }
    }
}
