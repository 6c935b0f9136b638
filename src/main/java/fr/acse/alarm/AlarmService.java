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
    private static final String WAITING = " where taken_at is null and ended_at is null";

    /**
     * @param task id of the task that somebody must take
     * @param told groups that see the alarm, in the order in which they were notified
     * @param raisedBy role of the person whose step raised the alarm, or {@link #CLOCK}
     * @param risen number of times that the alarm was raised to the next role
     * @param isTaken whether somebody has taken or completed the task
     */
    public record Alarm(
            UUID id,
            CaseReference reference,
            String task,
            String kind,
            String pace,
            String mail,
            List<String> told,
            Instant raisedAt,
            String raisedBy,
            int risen,
            boolean isTaken) {}

    private final JdbcTemplate jdbc;
    private final Notices notices;
    private final People people;
    private final SecretGroups shelters;
    private final Clock clock;

    /** @param groups groups of the task */
    public UUID raise(AlarmKinds.Kind kind, CaseReference reference, String task, Set<String> groups, Login by) {
        UUID id = UUID.randomUUID();
        jdbc.update(connection -> {
            var insert = connection.prepareStatement(
                    "insert into alarm (id, reference, task, kind, pace, mail, told, raised_at, raised_by)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
            insert.setObject(1, id);
            insert.setString(2, reference == null ? null : reference.value());
            insert.setString(3, task);
            insert.setString(4, kind.kind());
            insert.setString(5, kind.pace());
            insert.setString(6, kind.mail());
            insert.setArray(7, array(connection, groups.stream().sorted().toList()));
            insert.setTimestamp(8, Timestamp.from(clock.instant()));
            insert.setString(9, roleOf(by));
            return insert;
        });
        return id;
    }

    /** Stores the id of the alarm's process instance, which waits until somebody takes the task. */
    public void watchedBy(UUID id, String instance) {
        jdbc.update("update alarm set watcher = ? where id = ?", instance, id);
    }

    /** Notifies the groups of the task. After a rise, it notifies only the role to which the alarm has risen. */
    public void tell(UUID id) {
        Alarm alarm = get(id);
        if (alarm.risen() > 0) {
            Event event = alarm.pace().equals(DANGER) ? Event.ALARM_RISEN : Event.NOT_TAKEN;
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
        return next != null || alarm.pace().equals(DANGER);
    }

    private static String next(List<String> told) {
        if (told.contains("supervisors")) {
            return null;
        }
        return told.contains("coordination") ? "supervisors" : "coordination";
    }

    /** Records that a person has taken the task. @return id of the process instance that waited for this, or empty */
    public Optional<String> taken(String task) {
        return finish("taken_at", task);
    }

    /** Records that the person who took a task no longer has it. The task's alarm waits again. @return empty if there is no such alarm */
    public Optional<Alarm> freed(String task) {
        return jdbc
                .query(
                        "update alarm set taken_at = null, risen = 0, mail = coalesce(mail, 'ALARM_RISEN')"
                                + " where task = ? and taken_at is not null and ended_at is null returning *",
                        AlarmService::row,
                        task)
                .stream()
                .findFirst();
    }

    /** Records that the task is completed or deleted. @return id of the process instance that waited for this, or empty */
    public Optional<String> ended(String task) {
        return finish("ended_at", task);
    }

    private Optional<String> finish(String moment, String task) {
        return jdbc
                .query(
                        "update alarm set " + moment + " = ? where task = ? and " + moment
                                + " is null returning watcher",
                        (row, number) -> row.getString("watcher"),
                        Timestamp.from(clock.instant()),
                        task)
                .stream()
                .filter(instance -> instance != null)
                .findFirst();
    }

    /** Alarms that the given groups see and whose task nobody has taken, the oldest first. */
    @Transactional(readOnly = true)
    public List<Alarm> waitingFor(Set<String> groups, int most) {
        return jdbc.query(
                connection -> {
                    var select = connection.prepareStatement(
                            "select * from alarm" + WAITING + " and told && ? order by raised_at limit ?");
                    select.setArray(1, array(connection, List.copyOf(groups)));
                    select.setInt(2, most);
                    return select;
                },
                AlarmService::row);
    }

    /** The alarm of a task, including a taken alarm. The value is empty if the task raised none. */
    @Transactional(readOnly = true)
    public Optional<Alarm> ofTask(String task) {
        return jdbc.query("select * from alarm where task = ?", AlarmService::row, task).stream()
                .findFirst();
    }

    /** All alarms of a case, the latest first. */
    @Transactional(readOnly = true)
    public List<Alarm> of(CaseReference reference, int most) {
        return jdbc.query(
                "select * from alarm where reference = ? order by raised_at desc limit ?",
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
        return new Alarm(
                row.getObject("id", UUID.class),
                CaseReference.orNull(row.getString("reference")),
                row.getString("task"),
                row.getString("kind"),
                row.getString("pace"),
                row.getString("mail"),
                List.of((String[]) row.getArray("told").getArray()),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("raised_by"),
                row.getInt("risen"),
                row.getTimestamp("taken_at") != null || row.getTimestamp("ended_at") != null);
    }
}
