package fr.acse.platform.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/** Somebody else is responsible from now on: the tasks of a process that are open go to her group, and those to come too. */
@Component
public class TasksFollow {

    private final RuntimeService runtime;
    private final TaskService tasks;

    TasksFollow(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** @param variable in which the process keeps the group; a process without it is left alone */
    public void to(String group, String instance, String variable) {
        Object before = runtime.getVariable(instance, variable);
        if (before == null || before.equals(group)) {
            return;
        }
        runtime.setVariable(instance, variable, group);
        tasks.createTaskQuery().processInstanceId(instance).list().stream()
                .filter(task -> isOf(task.getId(), before.toString()))
                .forEach(task -> {
                    tasks.deleteCandidateGroup(task.getId(), before.toString());
                    tasks.addCandidateGroup(task.getId(), group);
                    tasks.setAssignee(task.getId(), null);
                });
    }

    private boolean isOf(String task, String group) {
        return tasks.getIdentityLinksForTask(task).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId)
                .anyMatch(group::equals);
    }
}
