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

/** The case of a task that a person sees. */
@Component
record TaskCases(TaskService tasks, RuntimeService runtime, Unchecked unchecked) {

    /** @throws Refusal if there is no such task, or none that she may see */
    Task task(String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        Refusal.unless(task != null, "taskDone");
        return task;
    }

    /** The tasks of some ids, without those that she may not see. */
    List<Task> tasks(List<String> ids) {
        return tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).listPage(0, ids.size());
    }

    boolean sees(String task) {
        return tasks.createTaskQuery().taskId(task).count() > 0;
    }

    /** The case of a task. Null if it has none, or a colleague completes the task at this moment. */
    CaseReference reference(Task task) {
        return unchecked.call(() -> {
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            return instance == null ? null : CaseReference.orNull(instance.getBusinessKey());
        });
    }
}
