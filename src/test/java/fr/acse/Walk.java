package fr.acse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Everybody does what she finds, and jobs are done when they are due, until nothing is left of a case for some years. */
@TestComponent
public class Walk {

    /** How a step is done. */
    public interface Steps {

        /** @return false if it could not be done */
        boolean complete(Task task, String login);

        /** @param element of its process */
        void execute(Job job, String element);
    }

    private static final List<String> STAFF = List.of(
            "operator",
            "coordinator",
            "shelter",
            "shelter2",
            "shelter3",
            "finance",
            "finance2",
            "coordinator2",
            "supervisor");

    private static final int SAME_CLOCK = 40;
    private static final Duration LONGEST = Duration.ofDays(1500);

    private final Network network;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clock clock;

    Walk(Network network, TaskService tasks, RuntimeService runtime, ManagementService management, Clock clock) {
        this.network = network;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.clock = clock;
    }

    public void go(String reference, Steps steps) {
        Instant end = clock.instant().plus(LONGEST);
        List<String> rounds = new ArrayList<>();
        while (clock.instant().isBefore(end) && !isOnlyRemindedOf(rounds)) {
            List<String> due = dueJobs(reference, steps);
            boolean done = anyTask(reference, steps);
            if (done) {
                rounds.clear();
            }
            rounds.addAll(due);
            boolean worked = done || !due.isEmpty();
            if (!worked) {
                Job next = jobs(reference).stream()
                        .filter(job -> job.getRetries() > 0)
                        .min(Comparator.comparing(Job::getDuedate))
                        .orElse(null);
                if (next == null) {
                    return;
                }
                Date now = Date.from(clock.instant().plusMillis(1));
                ClockUtil.setCurrentTime(next.getDuedate().after(now) ? next.getDuedate() : now);
            }
        }
    }

    /** Whether nothing happens any more but the same clocks, again and again: somebody waits for what is in no case. */
    private static boolean isOnlyRemindedOf(List<String> rounds) {
        return !rounds.isEmpty()
                && rounds.size() >= SAME_CLOCK * Set.copyOf(rounds).size();
    }

    private List<String> dueJobs(String reference, Steps steps) {
        List<Job> due = jobs(reference).stream()
                .filter(job -> !job.getDuedate().toInstant().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Job::getDuedate).thenComparing(this::element))
                .toList();
        List<String> elements = due.stream().map(this::element).toList();
        for (int i = 0; i < due.size(); i++) {
            steps.execute(due.get(i), elements.get(i));
        }
        return elements;
    }

    private String element(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private boolean anyTask(String reference, Steps steps) {
        for (Task task : tasksOf(reference)) {
            for (String login : STAFF) {
                if (network.as(login, () -> network.sees(task)) && completes(task, login, steps)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Somebody may see a task that she must leave to somebody else; what nobody can do stays open, and the case does not end. */
    private static boolean completes(Task task, String login, Steps steps) {
        try {
            return steps.complete(task, login);
        } catch (RuntimeException leftToSomebodyElse) {
            return false;
        }
    }

    /** The database does not order the tasks of one moment, and the last of two parallel ones costs more: here the definition key decides. */
    private List<Task> tasksOf(String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).initializeFormKeys().list().stream()
                .sorted(Comparator.comparing(Task::getCreateTime).thenComparing(Task::getTaskDefinitionKey))
                .toList();
    }

    private List<Job> jobs(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }
}
