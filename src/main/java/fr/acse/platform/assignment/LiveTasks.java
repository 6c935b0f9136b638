package fr.acse.platform.assignment;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Open tasks as the steps of a model see them, within a command of the engine. */
public interface LiveTasks {

    Optional<DelegateTask> find(String id);

    /** Key of the process of a task. */
    static String processOf(DelegateTask task) {
        return task.getProcessDefinitionId()
                .substring(0, task.getProcessDefinitionId().indexOf(':'));
    }
}
