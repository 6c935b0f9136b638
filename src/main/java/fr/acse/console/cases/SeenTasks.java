package fr.acse.console.cases;

import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Whether whoever asks may see a task: she works on it, or watches over it. */
@Component
record SeenTasks(TaskService tasks) {

    boolean sees(String task) {
        return tasks.createTaskQuery().taskId(task).count() == 1;
    }
}
