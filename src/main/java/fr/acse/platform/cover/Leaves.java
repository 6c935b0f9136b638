package fr.acse.platform.cover;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People on leave and their deputies. On the first day the tasks that she has in hand go to her deputy, or back to their
 * group if the deputy is away herself or may not have them; while she is away, nobody can give her one.
 */
@Service
public class Leaves {

    /** @param firstDay and {@code lastDay} are days in France, both included */
    public record Leave(UUID id, Login person, Login deputy, LocalDate firstDay, LocalDate lastDay) {}

    /** More is a change of work, for which groups are changed. */
    private static final int LONGEST_DAYS = 92;

    private static final int MOST_TASKS = 1000;
    private static final String LIVE = " where cancelled_at is null and last_day >= ?";

    private static final Logger LOG = LoggerFactory.getLogger(Leaves.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TaskService tasks;
    private final Unchecked unchecked;
    private final People people;
    private final Hands hands;
    private final CoverNews news;
    private final AuditLog audit;
    private final Clock clock;
    private final ZoneId zone;

    Leaves(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            @Lazy TaskService tasks,
            Unchecked unchecked,
            People people,
            Hands hands,
            CoverNews news,
            AuditLog audit,
            Clock clock,
            ZoneId zone) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tasks = tasks;
        this.unchecked = unchecked;
        this.people = people;
        this.hands = hands;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** Her leaves that are not over, the next first. */
    @Transactional(readOnly = true)
    public List<Leave> of(Login person) {
        return jdbc.query(
                "select * from leave" + LIVE + " and person = ? order by first_day",
                Leaves::row,
                today(),
                person.value());
    }

    /** Colleagues whom she can name: they work for the same organisation, or have the same role if she works for none. */
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
                        today(),
                        person.value(),
                        today())
                .isEmpty();
    }

    /**
     * Notes a leave. If it begins today, her tasks go to her deputy at once.
     *
     * @throws Refusal if the days or the deputy do not fit, or the leave meets another one of hers
     */
    @Transactional
    public void note(Login person, Login deputy, LocalDate firstDay, LocalDate lastDay) {
        Refusal.unless(firstDay != null && !firstDay.isBefore(today()), "leaveFirstDay");
        Refusal.unless(
                lastDay != null && !lastDay.isBefore(firstDay) && lastDay.isBefore(firstDay.plusDays(LONGEST_DAYS)),
                "leaveLastDay",
                LONGEST_DAYS);
        Refusal.unless(deputy != null && colleagues(person).contains(deputy), "leaveDeputy");
        // Two notes of one person at once would overlap.
        jdbc.queryForList("select pg_advisory_xact_lock(hashtext('leave'), hashtext(?))", person.value());
        boolean meets = of(person).stream()
                .anyMatch(other ->
                        !other.firstDay().isAfter(lastDay) && !other.lastDay().isBefore(firstDay));
        Refusal.unless(!meets, "leaveTwice");
        boolean deputyAway = of(deputy).stream()
                .anyMatch(other ->
                        !other.firstDay().isAfter(lastDay) && !other.lastDay().isBefore(firstDay));
        Refusal.unless(!deputyAway, "leaveDeputyAway");
        jdbc.update(
                "insert into leave (id, person, deputy, first_day, last_day) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                person.value(),
                deputy.value(),
                firstDay,
                lastDay);
        audit.add(Act.LEAVE_NOTED, person, person.value(), deputy + " " + firstDay + " " + lastDay);
        toBegin(" and person = ?", person.value()).forEach(this::begin);
    }

    /** @throws Refusal if she has no such leave */
    @Transactional
    public void cancel(UUID id, Login person) {
        int cancelled = jdbc.update(
                "update leave set cancelled_at = ? where id = ? and person = ? and cancelled_at is null",
                Timestamp.from(clock.instant()),
                id,
                person.value());
        Refusal.unless(cancelled == 1, "leaveGone");
        audit.add(Act.LEAVE_CANCELLED, person, person.value());
    }

    /** Hands over the tasks of everybody whose leave has begun, each by itself: what fails for one is tried again in a minute. */
    @Scheduled(fixedDelayString = "${acse.leaves.every}")
    public void begin() {
        List<Leave> due = toBegin("");
        for (Leave leave : due) {
            try {
                transaction.executeWithoutResult(
                        status -> toBegin(" and id = ?", leave.id()).forEach(this::begin));
            } catch (RuntimeException met) {
                LOG.warn(
                        "A leave could not begin; it is tried again: {}",
                        met.getClass().getSimpleName());
            }
        }
    }

    /** Of two nodes one gets a leave. */
    private List<Leave> toBegin(String which, Object... values) {
        List<Object> all = new ArrayList<>(List.of(today(), today()));
        all.addAll(List.of(values));
        return jdbc.query(
                "select * from leave" + LIVE + " and first_day <= ? and begun_at is null" + which
                        + " for update skip locked",
                Leaves::row,
                all.toArray());
    }

    private void begin(Leave leave) {
        unchecked.call(() -> {
            tasks.createTaskQuery()
                    .taskAssignee(leave.person().value())
                    .listPage(0, MOST_TASKS)
                    .forEach(task -> handOver(task, leave));
            return null;
        });
        jdbc.update("update leave set begun_at = ? where id = ?", Timestamp.from(clock.instant()), leave.id());
    }

    private void handOver(Task found, Leave leave) {
        DelegateTask task = Context.getCommandContext().getTaskManager().findTaskById(found.getId());
        if (task.getCandidates().isEmpty()) {
            return; // hers alone, such as an escort's: only another plan takes it from her
        }
        CaseReference reference = CaseReference.orNull(task.getExecution().getProcessBusinessKey());
        boolean fits = !isAway(leave.deputy()) && hands.mayHold(leave.deputy(), task);
        if (fits) {
            Hands.handOver(
                    task.getId(),
                    leave.deputy(),
                    () -> tasks.setAssignee(task.getId(), leave.deputy().value()));
            news.given(leave.deputy(), reference);
        } else {
            tasks.setAssignee(task.getId(), null);
            news.free(
                    task.getCandidates().stream()
                            .map(IdentityLink::getGroupId)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()),
                    reference);
        }
        audit.add(
                Act.TASK_HANDED_OVER,
                Login.SYSTEM,
                reference == null ? "" : reference.value(),
                task.getTaskDefinitionKey() + " LEAVE from=" + leave.person() + " to=" + (fits ? leave.deputy() : "-"));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
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
