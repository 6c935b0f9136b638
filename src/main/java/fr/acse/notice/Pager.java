package fr.acse.notice;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends alarms to the person on duty, through the address of {@code acse.pager}. A page contains the event and the reference of the case,
 * and nothing about a person or a place. If the pager does not accept a page, the first retry follows after 30 seconds. The pause doubles
 * with each retry, up to ten minutes. After six hours, the page is given up.
 */
@Component
@RequiredArgsConstructor
class Pager {

    private static final Logger LOG = LoggerFactory.getLogger(Pager.class);
    private static final int MOST_AT_ONCE = 20;
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(6);

    private record Page(UUID id, Audience.Role role, Event event, String reference, Instant madeAt, int failures) {}

    private final PagerSettings settings;
    private final OnDuty duty;
    private final Letters letters;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWERS_WITHIN).build();

    @Scheduled(fixedDelayString = "${acse.mail.every}")
    public void send() {
        if (settings.isOn()) {
            take().forEach(this::send);
        }
    }

    /** Reserves pages for this node for five minutes, so that no transaction waits for the pager. */
    private List<Page> take() {
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp until = Timestamp.from(clock.instant().plus(TAKEN_FOR));
        return transaction.execute(status -> jdbc.query(
                "update page set next_at = ? where id in (select id from page where sent_at is null and next_at <= ?"
                        + " order by made_at limit ? for update skip locked) returning *",
                (row, number) -> new Page(
                        row.getObject("id", UUID.class),
                        Audience.Role.valueOf(row.getString("role")),
                        Event.valueOf(row.getString("event")),
                        row.getString("reference"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getInt("failures")),
                until,
                now,
                MOST_AT_ONCE));
    }

    private void send(Page page) {
        String to = duty.pager(page.role().name().toLowerCase(Locale.ROOT))
                .orElseGet(() -> settings.to().getOrDefault(page.role(), ""));
        if (to.isBlank()) {
            LOG.warn(
                    "{} was paged to nobody: nobody of {} is on duty, and there is no name for the role",
                    page.event(),
                    page.role());
        }
        if (to.isBlank() || isTaken(page, to)) {
            settle(page, clock.instant(), null);
            return;
        }
        boolean givenUp = clock.instant().isAfter(page.madeAt().plus(GIVEN_UP_AFTER));
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(page.failures(), 5));
        settle(
                page,
                givenUp ? clock.instant() : null,
                clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
        LOG.warn(
                "The pager did not take {} for {}; {}",
                page.event(),
                page.role(),
                givenUp ? "it is given up" : "it is tried again");
    }

    private boolean isTaken(Page page, String to) {
        String text = letters.line(page.event(), page.role(), page.reference());
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(settings.address(to))
                    .timeout(ANSWERS_WITHIN)
                    .header("Content-Type", settings.contentType())
                    .POST(BodyPublishers.ofString(settings.body(to, text)));
            settings.headers().forEach(request::header);
            return http.sendAsync(request.build(), BodyHandlers.discarding())
                                    .orTimeout(ANSWERS_WITHIN.toSeconds(), TimeUnit.SECONDS)
                                    .join()
                                    .statusCode()
                            / 100
                    == 2;
        } catch (RuntimeException unreached) {
            // The exception's message may contain the pager address with its secret.
            LOG.debug("The pager was not reached: {}", unreached.getClass().getSimpleName());
            return false;
        }
    }

    private void settle(Page page, Instant sentAt, Instant nextAt) {
        transaction.executeWithoutResult(status -> jdbc.update(
                "update page set sent_at = ?, next_at = coalesce(?, next_at), failures = failures + ? where id = ?",
                sentAt == null ? null : Timestamp.from(sentAt),
                nextAt == null ? null : Timestamp.from(nextAt),
                nextAt == null ? 0 : 1,
                page.id()));
    }
}
