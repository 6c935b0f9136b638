package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Finds the tasks that the user may see, and their cases. */
@Component
record TaskCases(TaskService tasks, RuntimeService runtime, Unchecked unchecked) {

    /** @throws Refusal if the task does not exist, or the user may not see it */
    Task task(String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        Refusal.unless(task != null, "taskDone");
        return task;
    }

    /** The tasks with some ids. Tasks that the user may not see are left out. */
    List<Task> tasks(List<String> ids) {
        return tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).listPage(0, ids.size());
    }

    /** The case of a task; null if the process has no case reference, or another person has just completed the task. */
    CaseReference reference(Task task) {
        return unchecked.call(() -> {
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            return instance == null ? null : CaseReference.orNull(instance.getBusinessKey());
        });
    }
}
