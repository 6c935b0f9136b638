package fr.acse.transfer.process;

import static fr.acse.transfer.process.TransferProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.assignment.GroupBehind;
import fr.acse.platform.identity.Unchecked;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Assigns the open tasks of the escort to the current escort of the journey. */
@Component
record EscortTasks(RuntimeService runtime, TaskService tasks, Unchecked unchecked) implements GroupBehind {

    private static final String[] PROCESSES = {TransferProcess.ID, JourneyProcess.ID};
    private static final String[] STEPS = {"task_confirmDeparture", "task_confirmArrival", "task_confirmReturn"};

    /** The association gets the task of an escort who leaves, because the association names another escort. */
    @Override
    public Optional<String> of(DelegateTask task) {
        return Optional.ofNullable((String) task.getVariable("operatorGroup"));
    }

    /** @param confirmed whether the new escort may read the address */
    void handOver(CaseReference reference, Login escort, boolean confirmed) {
        unchecked.run(() -> {
            for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(reference.value())
                    .processDefinitionKeyIn(PROCESSES)
                    .list()) {
                ESCORT_LOGIN.set(runtime, instance.getId(), escort);
                ESCORT_CONFIRMED.set(runtime, instance.getId(), confirmed);
            }
            List<Task> open = tasks.createTaskQuery()
                    .processInstanceBusinessKey(reference.value())
                    .taskDefinitionKeyIn(STEPS)
                    .list();
            open.forEach(task -> tasks.setAssignee(task.getId(), escort.value()));
        });
    }
}
