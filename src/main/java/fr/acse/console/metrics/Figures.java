package fr.acse.console.metrics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.acse.deadline.DeadlineBoard;
import fr.acse.deadline.DeadlineBoard.Filter;
import fr.acse.deadline.DeadlineBoard.Sort;
import fr.acse.deadline.DeadlineBoard.Standing;
import fr.acse.deadline.DeadlineKinds;
import fr.acse.notice.Notices;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Numbers for alerts: open requests by state, answers in time and late, the time left for the most urgent request, the delay of timers,
 * failed jobs and waiting mails. The database is read at most once every 5 seconds.
 */
@Component
class Figures implements MeterBinder {

    /** @param urgentSeconds seconds until the most urgent request is due, negative if it is late; NaN if no request is open */
    record Reading(
            Map<Standing, Long> requests,
            double urgentSeconds,
            long inTime,
            long late,
            double lagSeconds,
            long failedJobs,
            long stuck,
            long waitingMails) {}

    private static final Filter REQUESTS = new Filter(null, DeadlineKinds.ANSWER, null, null);
    private static final Duration READ_AT_MOST_EVERY = Duration.ofSeconds(5);

    private final DeadlineBoard board;
    private final Notices notices;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final LoadingCache<String, Reading> reading;

    Figures(DeadlineBoard board, Notices notices, JdbcTemplate jdbc, Clock clock) {
        this.board = board;
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
        this.reading =
                Caffeine.newBuilder().expireAfterWrite(READ_AT_MOST_EVERY).build(any -> read());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Standing standing : new Standing[] {Standing.ON_TIME, Standing.AT_RISK, Standing.LATE}) {
            Gauge.builder("acse.requests.open", this, of(each -> each.requests().get(standing)))
                    .tag("state", standing.name().toLowerCase().replace('_', '-'))
                    .description("Orientation requests without an answer")
                    .register(registry);
        }
        Gauge.builder("acse.requests.most.urgent", this, of(Reading::urgentSeconds))
                .baseUnit("seconds")
                .description("Time until the most urgent request is due, negative when it is late")
                .register(registry);
        FunctionCounter.builder("acse.answers", this, of(Reading::inTime))
                .tag("in", "time")
                .description("Answers to orientation requests")
                .register(registry);
        FunctionCounter.builder("acse.answers", this, of(Reading::late))
                .tag("in", "late")
                .description("Answers to orientation requests")
                .register(registry);
        Gauge.builder("acse.timers.lag", this, of(Reading::lagSeconds))
                .baseUnit("seconds")
                .description("How long the oldest timer has been due without having fired")
                .register(registry);
        Gauge.builder("acse.jobs.failed", this, of(Reading::failedJobs))
                .description("Jobs that are not tried again by themselves")
                .register(registry);
        Gauge.builder("acse.jobs.stuck", this, of(Reading::stuck))
                .description("Jobs and clocks that do not run by themselves")
                .register(registry);
        Gauge.builder("acse.mails.waiting", this, of(Reading::waitingMails))
                .description("Mails that are not sent yet")
                .register(registry);
    }

    private static ToDoubleFunction<Figures> of(ToDoubleFunction<Reading> number) {
        return figures -> number.applyAsDouble(figures.reading.get(""));
    }

    private Reading read() {
        Instant now = clock.instant();
        DeadlineBoard.Page urgent = board.page(REQUESTS, Sort.DUE, false, 0, 1);
        Map<String, Object> answers = jdbc.queryForMap("select count(*) filter (where answered_at <= due_at) in_time,"
                + " count(*) filter (where answered_at > due_at) late"
                + " from orientation_request where answered_at is not null and outcome <> 'WITHDRAWN'");
        Timestamp oldest = jdbc.queryForObject(
                "select min(due_at) from engine_job where due_at <= ? and retries > 0 and not suspended",
                Timestamp.class,
                Timestamp.from(now));
        return new Reading(
                urgent.standings(),
                urgent.rows().isEmpty()
                        ? Double.NaN
                        : Duration.between(now, urgent.rows().get(0).dueAt()).toSeconds(),
                (Long) answers.get("in_time"),
                (Long) answers.get("late"),
                oldest == null ? 0 : Duration.between(oldest.toInstant(), now).toMillis() / 1000.0,
                jdbc.queryForObject("select count(*) from engine_job where retries = 0", Long.class),
                urgent.stuck(),
                notices.waiting());
    }
}
