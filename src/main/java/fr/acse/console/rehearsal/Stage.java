package fr.acse.console.rehearsal;

import fr.acse.codes.Login;
import fr.acse.console.rehearsal.Scenario.NotAsWritten;
import fr.acse.platform.engine.Times;
import fr.acse.platform.identity.People;
import fr.acse.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** The state of a story: its people, its cases with their tasks and jobs, and its clock. */
final class Stage {

    private final ProcessEngine engine;
    private final People people;
    private final Clock clock;
    private final List<String> references = new ArrayList<>();

    Stage(ProcessEngine engine, People people, Clock clock) {
        this.engine = engine;
        this.people = people;
        this.clock = clock;
    }

    ProcessEngine engine() {
        return engine;
    }

    Instant now() {
        return clock.instant();
    }

    /** The references of the cases of the story, in the order in which the cases began. */
    List<String> references() {
        return references;
    }

    void begun(String reference) {
        if (!references.contains(reference)) {
            references.add(reference);
        }
    }

    /** Whether a name is the id of a task, with or without {@code task_}, or the name of the task. */
    static boolean isCalled(Task task, String name) {
        String id = task.getTaskDefinitionKey();
        return name.equals(id) || ("task_" + name).equals(id) || name.equals(task.getName());
    }

    <T> T as(String person, Callable<T> action) {
        Set<String> groups = people.groupsOf(new Login(person));
        if (groups.isEmpty()) {
            throw new NotAsWritten(Words.of("scenario.nobody", person));
        }
        engine.getIdentityService().setAuthentication(person, List.copyOf(groups));
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Moves the clock forward. Each timer that becomes due meanwhile fires at its due time. */
    void pass(Duration time) {
        Instant until = now().plus(time);
        Job next = nextJob();
        while (next != null && !next.getDuedate().toInstant().isAfter(until)) {
            fire(next);
            runJobs();
            next = nextJob();
        }
        Times.moveTo(until);
    }

    /** Moves the clock to the due time of a job, and executes the job. */
    void fire(Job job) {
        if (job.getDuedate().toInstant().isAfter(now())) {
            Times.moveTo(job.getDuedate().toInstant());
        }
        engine.getManagementService().executeJob(job.getId());
    }

    void runJobs() {
        List<Job> ready;
        do {
            ready = jobs().stream()
                    .filter(job -> !job.getDuedate().toInstant().isAfter(now()))
                    .toList();
            ready.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        } while (!ready.isEmpty());
    }

    Job nextJob() {
        return jobs().stream()
                .filter(job -> job.getRetries() > 0)
                .min(Comparator.comparing(Job::getDuedate))
                .orElse(null);
    }

    private List<Job> jobs() {
        return references.stream()
                .flatMap(
                        reference -> engine
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(reference)
                                .list()
                                .stream())
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .toList();
    }

    List<Task> tasks() {
        return references.stream()
                .flatMap(reference -> engine
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .orderByTaskCreateTime()
                        .asc()
                        .list()
                        .stream())
                .toList();
    }

    String openTasks() {
        return String.join(", ", tasks().stream().map(Task::getName).sorted().toList());
    }

    boolean sees(Task task) {
        return engine.getTaskService().createTaskQuery().taskId(task.getId()).count() == 1;
    }
}
