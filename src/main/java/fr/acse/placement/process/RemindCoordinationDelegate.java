package fr.acse.placement.process;

import fr.acse.placement.RequestService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Raises the priority of the open tasks and records the reminder. */
@Component
@ModelStep(
        name = "Remind the coordination",
        does = "Raises the priority of the open tasks, records the reminder and tells the coordination.")
record RemindCoordinationDelegate(RequestService requests) implements JavaDelegate {

    private static final int RAISE = 20;

    @Override
    public void execute(DelegateExecution execution) {
        requests.remind(ProcessContract.CASE_REFERENCE.get(execution));
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .list()
                .forEach(task -> tasks.setPriority(task.getId(), task.getPriority() + RAISE));
    }
}
