package fr.acse.platform.assignment;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Finds open tasks in the form that the steps of a model get. The search works only within a command of the engine. */
public interface LiveTasks {

    Optional<DelegateTask> find(String id);

    /** Key of the process definition of a task. */
    static String processOf(DelegateTask task) {
        return task.getProcessDefinitionId()
                .substring(0, task.getProcessDefinitionId().indexOf(':'));
    }
}
