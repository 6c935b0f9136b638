package fr.acse.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Calls of the {@link Pager} that wait to be sent. */
@Component
record Pages(PagerSettings settings, JdbcTemplate jdbc, Clock clock) {

    /** Notes a page in the transaction of what happened; nothing if there is no pager or the event can wait. */
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
