package fr.acse.platform.engine;

import fr.acse.platform.start.GraceTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How a node leaves without failed requests. Its readiness says no, and it takes no more jobs. For a while ({@code acse.drain}) it
 * still serves the requests of the proxy. Then it finishes its running jobs and gives back the jobs that it has not begun.
 */
@Component
@ConditionalOnWebApplication
class NodeShutdown implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NodeShutdown.class);

    private final EngineJobs jobs;
    private final ThreadPoolTaskExecutor threads;
    private final Duration drain;
    private volatile boolean running;

    NodeShutdown(EngineJobs jobs, ThreadPoolTaskExecutor camundaTaskExecutor, @Value("${acse.drain}") Duration drain) {
        this.jobs = jobs;
        this.threads = camundaTaskExecutor;
        this.drain = drain;
        GraceTime.allow(drain);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        jobs.leave();
        try {
            Thread.sleep(drain.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
        try {
            jobs.release();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The database is away: the jobs of this node are free when their time is over");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the web server. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
