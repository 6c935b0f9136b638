package fr.acse.notice;

import com.google.re2j.Pattern;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores the duty roster: which person is on duty for a role, and when. The pager of the person on duty gets the alarms of the role. */
@Service
@RequiredArgsConstructor
public class DutyRoster {

    /** @param pageTo the person's address at the pager: a topic or an alias, not a telephone number */
    public record Duty(UUID id, String role, Login person, String pageTo, Instant beginsAt, Instant endsAt) {}

    /** Roles that have a duty roster. */
    public static final Set<String> ROLES = Set.of("coordination", "supervisors");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
    private static final int MOST = 200;
    private static final Duration LONGEST = Duration.ofDays(14);

    private final JdbcTemplate jdbc;
    private final People people;
    private final Notices notices;
    private final AuditLog audit;
    private final Clock clock;

    /** The duties of a role that are not over yet, the earliest first. */
    @Transactional(readOnly = true)
    public List<Duty> of(String role) {
        return jdbc.query(
                "select * from duty where role = ? and ends_at > ? order by begins_at limit ?",
                DutyRoster::row,
                role,
                Timestamp.from(clock.instant()),
                MOST);
    }

    /** @throws Refusal if the times or the pager address are invalid, or the person does not have this role */
    @Transactional
    public void note(String role, Login person, String pageTo, Instant begins, Instant ends, Login by) {
        Refusal.unless(people.groupsOf(person).contains(role), "dutyPerson");
        Refusal.unless(pageTo != null && NAME.matches(pageTo), "dutyPager");
        Refusal.unless(
                begins != null
                        && ends != null
                        && ends.isAfter(begins)
                        && ends.isAfter(clock.instant())
                        && !ends.isAfter(begins.plus(LONGEST)),
                "dutyTimes",
                LONGEST.toDays());
        jdbc.update(
                "insert into duty (id, role, person, page_to, begins_at, ends_at) values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                role,
                person.value(),
                pageTo,
                Timestamp.from(begins),
                Timestamp.from(ends));
        audit.add(Act.DUTY_NOTED, by, person.value(), role + " " + begins + " " + ends + " " + pageTo);
        // The query also finds the new duty, so its person is notified if another user entered the duty.
        jdbc.query(
                        "select * from duty where role = ? and person <> ? and begins_at < ? and ends_at > ?",
                        DutyRoster::row,
                        role,
                        by.value(),
                        Timestamp.from(ends),
                        Timestamp.from(begins))
                .forEach(this::tell);
    }

    /** Notifies the person of a changed duty. If two duties overlap, the person whose duty begins later gets the pages. */
    private void tell(Duty duty) {
        notices.tell(
                Event.DUTY_CHANGED,
                null,
                duty.beginsAt(),
                Audience.person(
                        duty.person(),
                        Audience.group(duty.role(), Audience.Role.COORDINATION).role()));
    }

    /** @throws Refusal if the role has no such duty */
    @Transactional
    public void cancel(UUID id, String role, Login by) {
        List<Duty> gone =
                jdbc.query("delete from duty where id = ? and role = ? returning *", DutyRoster::row, id, role);
        Refusal.unless(!gone.isEmpty(), "dutyGone");
        audit.add(Act.DUTY_CANCELLED, by, role);
        gone.stream().filter(duty -> !duty.person().equals(by)).forEach(this::tell);
    }

    private static Duty row(ResultSet row, int number) throws SQLException {
        return new Duty(
                row.getObject("id", UUID.class),
                row.getString("role"),
                new Login(row.getString("person")),
                row.getString("page_to"),
                row.getTimestamp("begins_at").toInstant(),
                row.getTimestamp("ends_at").toInstant());
    }
}
