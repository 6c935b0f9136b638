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

/** Raises the alarm of a task that cannot wait, and ends it when somebody has taken or done the task. */
@Component
@RequiredArgsConstructor
public class TaskAlarms implements TaskWatch {

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

    /** A timer of the model says that a task cannot wait any longer. */
    public void raiseByTimer(String process, DelegateTask task) {
        raise(kinds.byTimer(process, task.getTaskDefinitionKey()), task);
    }

    private void raise(AlarmKinds.Kind kind, DelegateTask task) {
        Set<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        watch(alarms.raise(kind, caseOf(task), task.getId(), groups, person.login()), kind.pace(), task);
    }

    private void watch(UUID alarm, String pace, DelegateTask task) {
        String instance = processes.start(
                new CaseReference(task.getExecution().getProcessBusinessKey()),
                AlarmProcess.ID,
                ALARM.with(alarm.toString()),
                PACE.with(pace));
        alarms.watchedBy(alarm, instance);
    }

    /** A person who takes the task ends its alarm. A task that goes to its group or to another person does not: she may be asleep. */
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
        alarms.taken(task).ifPresent(this::end);
    }

    @Override
    public void ended(DelegateTask task) {
        alarms.ended(task.getId()).ifPresent(this::end);
    }

    /** The process of an alarm that everybody was told of has ended already. Then nothing happens. */
    private void end(String instance) {
        processes.tell(instance, TAKEN);
    }
}
