package fr.acse.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds the pager that gets the alarms now. */
@Component
record OnDuty(JdbcTemplate jdbc, Clock clock) {

    /** The pager for a role. Of two duties at a time, the one that begins later counts. A person who has lost the role is left out. */
    Optional<String> pager(String role) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc
                .queryForList(
                        "select page_to from duty d where role = ? and begins_at <= ? and ends_at > ?"
                                + " and exists (select from engine_member m where m.login = d.person and m.role = d.role)"
                                + " order by begins_at desc limit 1",
                        String.class,
                        role,
                        now,
                        now)
                .stream()
                .findFirst();
    }
}
