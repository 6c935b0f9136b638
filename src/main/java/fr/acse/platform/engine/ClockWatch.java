package fr.acse.platform.engine;

import fr.acse.platform.database.ClockCheck;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Checks the clock of this machine. While the clock is wrong, this node executes no jobs and serves no requests, but the other nodes do.
 * The node continues when the clock of its machine is right again.
 */
@Component
class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final ClockCheck check;
    private final DataSource database;
    private final EngineJobs jobs;
    private final ApplicationContext application;
    private volatile double secondsAhead;
    private boolean wrong;
    private boolean differedBefore;

    ClockWatch(
            ClockCheck check,
            DataSource database,
            EngineJobs jobs,
            ApplicationContext application,
            MeterRegistry meters) {
        this.check = check;
        this.database = database;
        this.jobs = jobs;
        this.application = application;
        Gauge.builder("acse.clock.ahead", () -> secondsAhead)
                .baseUnit("seconds")
                .description("How far the clock of this node is ahead of the database's")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${acse.clock.compared-every}")
    void compare() {
        try {
            ClockCheck.ahead(database).ifPresent(this::judge);
        } catch (SQLException away) {
            LOG.debug("The clocks cannot be compared now", away);
        }
    }

    /** The node changes its state only after two measurements in a row that contradict the state. */
    private void judge(Duration ahead) {
        secondsAhead = ahead.toMillis() / 1000.0;
        boolean differs = check.isWrong(ahead) != wrong;
        if (!differs || !differedBefore) {
            differedBefore = differs;
            return;
        }
        differedBefore = false;
        wrong = !wrong;
        if (wrong) {
            LOG.error(ClockCheck.words(ahead));
            jobs.pause();
            become(ReadinessState.REFUSING_TRAFFIC);
        } else if (jobs.resume()) {
            LOG.info("The clock of this machine is right again");
            become(ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    private void become(ReadinessState state) {
        AvailabilityChangeEvent.publish(application, state);
    }
}
