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
 * Shuts down a node without failed requests. The readiness probe says that the node is not ready. The node acquires no more jobs, but
 * serves requests of the proxy for the time {@code acse.drain}. After this time, the running jobs finish, and the node unlocks its other
 * jobs.
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

    /** Spring stops this object before the web server. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
