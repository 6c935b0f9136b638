package fr.acse.alarm.process;

import static fr.acse.alarm.process.AlarmProcess.*;

import fr.acse.alarm.AlarmFact;
import fr.acse.alarm.AlarmKinds;
import fr.acse.alarm.AlarmService;
import fr.acse.alarm.OnIt;
import fr.acse.codes.CaseReference;
import fr.acse.platform.assignment.LiveTasks;
import fr.acse.platform.engine.TaskWatch;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.CaseProcesses;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises the alarm of an urgent task, and ends the alarm when a person has taken or completed the task. */
@Component
@RequiredArgsConstructor
public class TaskAlarms implements TaskWatch {

    private static final int IN_DANGER = 200;
    private static final int MISSING = 150;

    private final AlarmKinds kinds;
    private final AlarmService alarms;
    private final CaseProcesses processes;
    private final CurrentPerson person;
    private final ObjectProvider<AlarmFact> facts;

    @Override
    public boolean isFor(String process, String step) {
        return kinds.knows(process, step);
    }

    @Override
    public void opened(DelegateTask task) {
        kinds.of(LiveTasks.processOf(task), task.getTaskDefinitionKey(), name -> value(name, task))
                .ifPresent(kind -> raise(kind, task));
    }

    private String value(String name, DelegateTask task) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .map(fact -> String.valueOf(fact.isTrueOf(caseOf(task))))
                .orElseGet(() -> String.valueOf(task.getVariable(name)));
    }

    private static CaseReference caseOf(DelegateTask task) {
        return CaseReference.orNull(task.getExecution().getProcessBusinessKey());
    }

    /** Raises the alarm of a task when a timer of the model fires. */
    public void raiseByTimer(String process, DelegateTask task) {
        raise(kinds.byTimer(process, task.getTaskDefinitionKey()), task);
    }

    private void raise(AlarmKinds.Kind kind, DelegateTask task) {
        Set<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        task.setPriority(Math.max(task.getPriority(), priority(kind)));
        watch(alarms.raise(kind, caseOf(task), task.getId(), groups, person.login()), kind.pace(), task);
    }

    /** Task lists show danger first, then missing women, then late answers. Reminders raise the priority of other tasks up to 115. */
    private static int priority(AlarmKinds.Kind kind) {
        if (kind.until() == AlarmKinds.Until.FOUND) {
            return MISSING;
        }
        return kind.pace().equals(AlarmService.DANGER) ? IN_DANGER : 0;
    }

    private void watch(UUID alarm, String pace, DelegateTask task) {
        String instance = processes.start(
                new CaseReference(task.getExecution().getProcessBusinessKey()),
                AlarmProcess.ID,
                ALARM.with(alarm.toString()),
                PACE.with(pace));
        alarms.watchedBy(alarm, instance);
    }

    /**
     * Ends the alarm of a task when the user takes the task. If a taken task returns to its group or goes to another person, the alarm
     * starts again, because that person may be asleep.
     */
    @Override
    public void assigned(DelegateTask task) {
        if (person.login().value().equals(task.getAssignee())) {
            taken(task.getId());
        } else {
            alarms.freed(task.getId()).ifPresent(alarm -> watch(alarm.id(), alarm.pace(), task));
        }
    }

    @EventListener
    void onIt(OnIt said) {
        taken(said.task());
    }

    private void taken(String task) {
        alarms.taken(task, person.login()).ifPresent(this::end);
    }

    @Override
    public void ended(DelegateTask task) {
        alarms.ended(task.getId()).ifPresent(this::end);
    }

    /** Ends the process of an alarm. The message has no effect if the process has already ended, because all roles were notified. */
    private void end(String instance) {
        processes.tell(instance, TAKEN);
    }
}
