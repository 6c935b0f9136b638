package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Tells whether a task is open already, so that no second one is opened. */
@Component
record StayTasks(TaskService tasks, Unchecked unchecked) {

    boolean isOpen(CaseReference reference, String task) {
        return unchecked.call(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKey(task)
                        .count()
                > 0);
    }
}
