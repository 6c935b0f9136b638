package fr.acse.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stores the pages that the {@link Pager} has to send. */
@Component
record Pages(PagerSettings settings, JdbcTemplate jdbc, Clock clock) {

    /** Stores a page in the transaction of the event if the pager is on, the event is an alarm, and the recipient is a group. */
    void note(Audience to, Event event, String reference) {
        if (settings.isOn() && event.isAlarm() && to.person() == null) {
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.update(
                    "insert into page (id, role, event, reference, made_at, next_at) values (?, ?, ?, ?, ?, ?)",
                    UUID.randomUUID(),
                    to.role().name(),
                    event.name(),
                    reference,
                    now,
                    now);
        }
    }
}
