package fr.acse.alarm.process;

import fr.acse.alarm.AlarmKinds;
import fr.acse.platform.assignment.LiveTasks;
import fr.acse.platform.identity.Unchecked;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raises missing alarms every minute. An alarm is missing if an urgent open task has no assignee and no alarm. An alarm can be missing
 * because a node of an earlier release opened the task, or because its case was migrated to another model.
 */
@Component
@RequiredArgsConstructor
public class MissedAlarms {

    /** Key of the advisory lock in the database. No other lock uses this number. */
    private static final long LOCK = 0x4143_5341L;

    private static final int MOST_AT_ONCE = 200;

    private final JdbcTemplate jdbc;
    private final AlarmKinds kinds;
    private final TaskAlarms alarms;
    private final LiveTasks live;
    private final Unchecked unchecked;

    /** Id of the last task of the previous query. The next query starts after it, so that every task is checked in turn. */
    private String last = "";

    @Scheduled(fixedDelayString = "${acse.watch.every}")
    @Transactional
    public void look() {
        if (!Boolean.TRUE.equals(jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK))) {
            return;
        }
        List<String> tasks = jdbc.queryForList(
                "select t.id from engine_task t where t.step = any(?) and t.assignee is null"
                        + " and not exists (select from alarm a where a.about = t.id) and t.id > ? order by t.id limit ?",
                String.class,
                kinds.stepsThatOpenWithOne().toArray(String[]::new),
                last,
                MOST_AT_ONCE);
        last = tasks.size() < MOST_AT_ONCE ? "" : tasks.get(MOST_AT_ONCE - 1);
        unchecked.run(() -> tasks.forEach(id -> live.find(id).ifPresent(alarms::opened)));
    }
}
