package fr.acse.alarm;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.platform.assignment.SecretGroups;
import fr.acse.platform.identity.People;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores alarms. A task raises an alarm, and its role is notified. If nobody takes the task in time, the next role is notified. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class AlarmService {

    /** Pace of an alarm about a person in danger. */
    public static final String DANGER = "danger";

    /** Value of {@code raisedBy} for an alarm that a timer raised. */
    public static final String CLOCK = "clock";

    private static final List<String> ROLES =
            List.of("coordination", "supervisors", "finance", "shelters", "operators");

    /** Danger, then missing women, then the others by their age. */
    private static final String SERIOUS_FIRST =
            "case when until = 'FOUND' then 1 when pace = 'danger' then 0 else 2 end, raised_at";

    private static final String SERIOUS = "(until = 'FOUND' or pace = 'danger' and until <> 'TAKEN')";

    /** The state of an alarm. */
    public enum State {
        /** Nobody has taken it. */
        WAITS,
        /** A person has taken it, and it is not over. */
        TAKEN,
        OVER
    }

    /**
     * @param about id of the task, or the reference of the late request
     * @param until what ends the alarm
     * @param told groups that see the alarm, in the order in which they were notified
     * @param raisedBy role of the person whose step raised the alarm, or {@link #CLOCK}
     * @param risen number of times that the alarm was raised to the next role
     * @param takenBy person who has taken it; null if nobody has
     * @param takenAs role of this person at that time, or null
     */
    public record Alarm(
            UUID id,
            CaseReference reference,
            String about,
            String kind,
            String pace,
            AlarmKinds.Until until,
            String mail,
            List<String> told,
            Instant raisedAt,
            String raisedBy,
            int risen,
            Instant takenAt,
            Login takenBy,
            String takenAs,
            State state) {

        public boolean isDanger() {
            return pace.equals(DANGER);
        }

        /** Whether the woman of the case is missing until the alarm ends. */
        public boolean isMissing() {
            return until == AlarmKinds.Until.FOUND;
        }

        /** Whether the alarm stays, also when somebody has taken it. */
        public boolean lasts() {
            return until != AlarmKinds.Until.TAKEN;
        }
    }

    private static final Duration REPLACED_WITHIN = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final Notices notices;
    private final People people;
    private final SecretGroups shelters;
    private final Clock clock;

    /**
     * The supervisors see the alarm of a missing woman at once if they saw an alarm of her case that stands or ended less than a minute ago:
     * another step took its place.
     *
     * @param about as in {@link Alarm}
     * @param groups groups that see the alarm at once
     */
    public UUID raise(AlarmKinds.Kind kind, CaseReference reference, String about, Set<String> groups, Login by) {
        UUID id = UUID.randomUUID();
        jdbc.update(connection -> {
            var insert = connection.prepareStatement(
                    "insert into alarm (id, reference, about, kind, pace, mail, told, raised_at, raised_by, until)"
                            + " values (?, ?, ?, ?, ?, ?, ?::varchar[] || case when ? = 'FOUND' and exists (select from"
                            + " alarm a where a.reference = ? and a.until <> 'TAKEN' and 'supervisors' = any(a.told)"
                            + " and (a.ended_at is null or a.ended_at > ?)) then '{supervisors}'::varchar[] else '{}' end, ?, ?, ?)");
            insert.setObject(1, id);
            insert.setString(2, reference == null ? null : reference.value());
            insert.setString(3, about);
            insert.setString(4, kind.kind());
            insert.setString(5, kind.pace());
            insert.setString(6, kind.mail());
            insert.setArray(7, array(connection, groups.stream().sorted().toList()));
            insert.setString(8, kind.until().name());
            insert.setString(9, reference == null ? null : reference.value());
            insert.setTimestamp(10, aMinuteAgo());
            insert.setTimestamp(11, now());
            insert.setString(12, roleOf(by));
            insert.setString(13, kind.until().name());
            return insert;
        });
        return id;
    }

    /** The supervisors see the alarm of a missing woman, too, and the next alarm of her case. */
    public void tellSupervisors(CaseReference reference) {
        jdbc.update(
                "update alarm set told = told || '{supervisors}' where reference = ? and until = 'FOUND'"
                        + " and 'supervisors' <> all(told) and (ended_at is null or ended_at > ?)",
                reference.value(),
                aMinuteAgo());
    }

    /** Stores the id of the alarm's process instance, which waits until somebody takes the task. */
    public void watchedBy(UUID id, String instance) {
        jdbc.update("update alarm set watcher = ? where id = ?", instance, id);
    }

    /** Notifies the groups of the task. After a rise, it notifies only the role to which the alarm has risen. */
    public void tell(UUID id) {
        Alarm alarm = get(id);
        if (alarm.risen() > 0) {
            Event event = alarm.isDanger() ? Event.ALARM_RISEN : Event.NOT_TAKEN;
            tell(alarm.told().get(alarm.told().size() - 1), event, alarm);
        } else if (alarm.mail() != null) {
            alarm.told().forEach(group -> tell(group, Event.valueOf(alarm.mail()), alarm));
        }
    }

    private void tell(String group, Event event, Alarm alarm) {
        Audience.Role organisations = shelters.isSecret(group) ? Audience.Role.SHELTERS : Audience.Role.OPERATORS;
        notices.tell(event, alarm.reference(), alarm.raisedAt(), Audience.group(group, organisations));
    }

    /**
     * Raises an alarm to the next role: to the coordination, or to the supervisors if the coordination has been notified already.
     *
     * @return whether the alarm goes on: a next role was added, or a person is in danger
     */
    public boolean rise(UUID id) {
        Alarm alarm = get(id);
        String next = next(alarm.told());
        if (next != null) {
            List<String> told = new ArrayList<>(alarm.told());
            told.add(next);
            jdbc.update(connection -> {
                var update = connection.prepareStatement("update alarm set told = ?, risen = risen + 1 where id = ?");
                update.setArray(1, array(connection, told));
                update.setObject(2, id);
                return update;
            });
        }
        return next != null || alarm.isDanger();
    }

    private static String next(List<String> told) {
        if (told.contains("supervisors")) {
            return null;
        }
        return told.contains("coordination") ? "supervisors" : "coordination";
    }

    /** Records that a person has taken an alarm. @return id of the process instance that waited for this, or empty */
    public Optional<String> taken(String about, Login by) {
        return watcher(
                "taken_at = ?, taken_by = ?, taken_as = ? where ended_at is null and taken_by is distinct from ?",
                now(),
                by.value(),
                roleOf(by),
                by.value(),
                about);
    }

    /** Records that the person who took an alarm no longer has it. The alarm waits again. @return empty if there is no such alarm */
    public Optional<Alarm> freed(String about) {
        return jdbc
                .query(
                        "update alarm set taken_at = null, taken_by = null, taken_as = null, risen = 0, mail = coalesce(mail, 'ALARM_RISEN')"
                                + " where about = ? and taken_at is not null and ended_at is null returning *",
                        AlarmService::row,
                        about)
                .stream()
                .findFirst();
    }

    /** Records that the task is completed or deleted, or the late request is answered. @return as {@link #taken} */
    public Optional<String> ended(String about) {
        return watcher("ended_at = ? where ended_at is null", now(), about);
    }

    private Optional<String> watcher(String change, Object... values) {
        return jdbc
                .query(
                        "update alarm set " + change + " and about = ? returning watcher",
                        (row, number) -> row.getString("watcher"),
                        values)
                .stream()
                .filter(instance -> instance != null)
                .findFirst();
    }

    private Timestamp aMinuteAgo() {
        return Timestamp.from(clock.instant().minus(REPLACED_WITHIN));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /**
     * Alarms that are not over: those that the groups of a person see, and dangers and missing women in the cases of her organisations and
     * of her journeys. Danger first, then missing women, then the others by their age.
     */
    @Transactional(readOnly = true)
    public List<Alarm> standing(Login person, int most) {
        List<String> groups = List.copyOf(people.groupsOf(person));
        return jdbc.query(
                connection -> {
                    var select = connection.prepareStatement("select a.* from alarm a where stands and (told && ? or "
                            + SERIOUS
                            + " and exists (select from case_part p where p.reference = a.reference"
                            + " and (p.part in ('OPERATOR', 'HOLDER', 'LEAVING') and p.code = any(?)"
                            + " or p.part = 'ESCORT' and p.login = ?))) order by " + SERIOUS_FIRST + " limit ?");
                    select.setArray(1, array(connection, groups));
                    select.setArray(2, array(connection, People.organisationsAmong(groups)));
                    select.setString(3, person.value());
                    select.setInt(4, most);
                    return select;
                },
                AlarmService::row);
    }

    /** The alarm about an open task, then the alarms of its case that only their end can end; the most serious first. */
    @Transactional(readOnly = true)
    public List<Alarm> about(String task, CaseReference reference) {
        return jdbc.query(
                "select * from alarm where about = ? or reference = ? and stands and until <> 'TAKEN'"
                        + " order by stands desc, about = ? desc, " + SERIOUS_FIRST,
                AlarmService::row,
                task,
                reference == null ? null : reference.value(),
                task);
    }

    /** Whether the woman of a case is missing. */
    @Transactional(readOnly = true)
    public boolean isMissing(CaseReference reference) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from alarm where reference = ? and stands and until = 'FOUND')",
                Boolean.class,
                reference.value()));
    }

    /** All alarms of a case: those that are not over, then the others; the latest first. */
    @Transactional(readOnly = true)
    public List<Alarm> of(CaseReference reference, int most) {
        return jdbc.query(
                "select * from alarm where reference = ? order by stands desc, raised_at desc limit ?",
                AlarmService::row,
                reference.value(),
                most);
    }

    private Alarm get(UUID id) {
        return jdbc.queryForObject("select * from alarm where id = ?", AlarmService::row, id);
    }

    private String roleOf(Login by) {
        if (by.equals(Login.SYSTEM)) {
            return CLOCK;
        }
        Set<String> groups = people.groupsOf(by);
        return ROLES.stream().filter(groups::contains).findFirst().orElse(CLOCK);
    }

    private static Array array(Connection connection, List<String> groups) throws SQLException {
        return connection.createArrayOf("varchar", groups.toArray());
    }

    private static Alarm row(ResultSet row, int number) throws SQLException {
        Timestamp taken = row.getTimestamp("taken_at");
        return new Alarm(
                row.getObject("id", UUID.class),
                CaseReference.orNull(row.getString("reference")),
                row.getString("about"),
                row.getString("kind"),
                row.getString("pace"),
                AlarmKinds.Until.valueOf(row.getString("until")),
                row.getString("mail"),
                List.of((String[]) row.getArray("told").getArray()),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("raised_by"),
                row.getInt("risen"),
                taken == null ? null : taken.toInstant(),
                row.getString("taken_by") == null ? null : new Login(row.getString("taken_by")),
                row.getString("taken_as"),
                !row.getBoolean("stands") ? State.OVER : taken == null ? State.WAITS : State.TAKEN);
    }
}
