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
 * People on leave and their deputies. On the first day, a person's tasks go to her deputy. They go back to their group if
 * the deputy is away herself or may not have them. Nobody can give a task to a person on leave.
 */
@Service
@RequiredArgsConstructor
public class Leaves {

    /** @param firstDay and {@code lastDay} are days in France, both included */
    public record Leave(UUID id, Login person, Login deputy, LocalDate firstDay, LocalDate lastDay) {

        private boolean meets(LocalDate from, LocalDate until) {
            return !firstDay.isAfter(until) && !lastDay.isBefore(from);
        }
    }

    /** Event: a person has entered a leave, which may begin at once. */
    record LeaveNoted(Login person) {}

    /** For a longer absence, her groups are changed. */
    private static final int LONGEST_DAYS = 92;

    private static final String LIVE = " where cancelled_at is null and last_day >= ?";

    private final JdbcTemplate jdbc;
    private final People people;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Days days;

    /** Her leaves that are not over, the next first. */
    @Transactional(readOnly = true)
    public List<Leave> of(Login person) {
        return jdbc.query(
                "select * from leave" + LIVE + " and person = ? order by first_day",
                Leaves::row,
                days.today(),
                person.value());
    }

    /** Possible deputies: people of the same organisation, or of the same role if she works for no organisation. */
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
     * Notes a leave. If it begins today, her tasks go to her deputy at once.
     *
     * @throws Refusal if the days or the deputy do not fit, or the leave overlaps another one of hers
     */
    @Transactional
    public void note(Login person, Login deputy, LocalDate firstDay, LocalDate lastDay) {
        Refusal.unless(firstDay != null && !firstDay.isBefore(days.today()), "leaveFirstDay");
        Refusal.unless(
                lastDay != null && !lastDay.isBefore(firstDay) && lastDay.isBefore(firstDay.plusDays(LONGEST_DAYS)),
                "leaveLastDay",
                LONGEST_DAYS);
        Refusal.unless(deputy != null && colleagues(person).contains(deputy), "leaveDeputy");
        // Two leaves that a person enters at the same time could overlap.
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

    /** @throws Refusal if she has no such leave */
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

    /** Locks the leaves that it returns, so that only one node gets each of them. */
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
