package fr.acse.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds the pager address of the person who is on duty now. */
@Component
record OnDuty(JdbcTemplate jdbc, Clock clock) {

    /** Pager address for a role. If two duties overlap, the later one counts. A duty of a person who has lost the role does not count. */
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
