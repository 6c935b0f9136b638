package fr.acse.platform.assignment;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the leaves of people and their deputies. On the first day of a leave, the tasks of the absent person go to the deputy. A task goes
 * back to its group if the deputy is also absent or may not hold it. Nobody can give a task to a person on leave.
 */
@Service
@RequiredArgsConstructor
public class Leaves {

    /**
     * @param firstDay first day of the leave, in France
     * @param lastDay last day of the leave, included
     */
    public record Leave(UUID id, Login person, Login deputy, LocalDate firstDay, LocalDate lastDay) {

        private boolean meets(LocalDate from, LocalDate until) {
            return !firstDay.isAfter(until) && !lastDay.isBefore(from);
        }
    }

    /** Event: a person has entered a leave, which begins at once if its first day is today. */
    record LeaveNoted(Login person) {}

    /** The longest leave in days. For a longer absence, the groups of the person are changed instead. */
    private static final int LONGEST_DAYS = 92;

    private static final String LIVE = " where cancelled_at is null and last_day >= ?";

    private final JdbcTemplate jdbc;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Days days;

    /** The leaves of a person that are not over, the earliest first. */
    @Transactional(readOnly = true)
    public List<Leave> of(Login person) {
        return jdbc.query(
                "select * from leave" + LIVE + " and person = ? order by first_day",
                Leaves::row,
                days.today(),
                person.value());
    }

    /** The leaves that are not over and have a person as deputy, the earliest first. */
    @Transactional(readOnly = true)
    public List<Leave> withDeputy(Login deputy) {
        return jdbc.query(
                "select * from leave" + LIVE + " and deputy = ? order by first_day, person",
                Leaves::row,
                days.today(),
                deputy.value());
    }

    /** Possible deputies of a person: people of the same association or shelter, or of the same role if the person works for neither. */
    @Transactional(readOnly = true)
    public List<Login> colleagues(Login person) {
        List<String> all = List.copyOf(people.groupsOf(person));
        List<String> own = all.stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .toList();
        return (own.isEmpty() ? all : own)
                .stream()
                        .flatMap(group -> people.membersOf(group).stream())
                        .filter(login -> !login.equals(person))
                        .distinct()
                        .sorted()
                        .toList();
    }

    public boolean isAway(Login person) {
        return !jdbc.queryForList(
                        "select 1 from leave" + LIVE + " and person = ? and first_day <= ?",
                        days.today(),
                        person.value(),
                        days.today())
                .isEmpty();
    }

    /**
     * Stores a leave. If the leave begins today, the tasks of the absent person go to the deputy at once.
     *
     * @throws Refusal if the days or the deputy are not allowed, or the leave overlaps another leave of the same person
     */
    @Transactional
    public void note(Login person, Login deputy, LocalDate firstDay, LocalDate lastDay) {
        Refusal.unless(firstDay != null && !firstDay.isBefore(days.today()), "leaveFirstDay");
        Refusal.unless(
                lastDay != null && !lastDay.isBefore(firstDay) && lastDay.isBefore(firstDay.plusDays(LONGEST_DAYS)),
                "leaveLastDay",
                LONGEST_DAYS);
        Refusal.unless(deputy != null && colleagues(person).contains(deputy), "leaveDeputy");
        // The lock makes two requests of one person wait for each other. Otherwise two overlapping leaves could be
        // stored.
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('leave'), hashtext(?))", person.value());
        Refusal.unless(of(person).stream().noneMatch(other -> other.meets(firstDay, lastDay)), "leaveTwice");
        Refusal.unless(of(deputy).stream().noneMatch(other -> other.meets(firstDay, lastDay)), "leaveDeputyAway");
        jdbc.update(
                "insert into leave (id, person, deputy, first_day, last_day) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                person.value(),
                deputy.value(),
                firstDay,
                lastDay);
        audit.add(Act.LEAVE_NOTED, person, person.value(), deputy + " " + firstDay + " " + lastDay);
        events.publishEvent(new LeaveNoted(person));
    }

    /** @throws Refusal if the person has no such leave */
    @Transactional
    public void cancel(UUID id, Login person) {
        int cancelled = jdbc.update(
                "update leave set cancelled_at = ? where id = ? and person = ? and cancelled_at is null",
                Timestamp.from(days.now()),
                id,
                person.value());
        Refusal.unless(cancelled == 1, "leaveGone");
        audit.add(Act.LEAVE_CANCELLED, person, person.value());
    }

    /** Locks the rows of the leaves that it returns. Another node skips locked rows. */
    List<Leave> toBegin(String which, Object... values) {
        List<Object> all = new ArrayList<>(List.of(days.today(), days.today()));
        all.addAll(List.of(values));
        return jdbc.query(
                "select * from leave" + LIVE + " and first_day <= ? and begun_at is null" + which
                        + " for update skip locked",
                Leaves::row,
                all.toArray());
    }

    void begun(Leave leave) {
        jdbc.update("update leave set begun_at = ? where id = ?", Timestamp.from(days.now()), leave.id());
    }

    private static Leave row(ResultSet row, int number) throws SQLException {
        return new Leave(
                row.getObject("id", UUID.class),
                new Login(row.getString("person")),
                new Login(row.getString("deputy")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
