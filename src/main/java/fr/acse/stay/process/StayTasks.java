package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** What is asked already needs no second task. */
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
