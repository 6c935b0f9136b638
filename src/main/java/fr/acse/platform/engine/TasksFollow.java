package fr.acse.platform.engine;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/** Moves the open and the future tasks of a process instance to another group, when this other group becomes responsible. */
@Component
@RequiredArgsConstructor
public class TasksFollow {

    private final RuntimeService runtime;
    private final TaskService tasks;

    /** @param variable process variable that holds the group; nothing changes in a process without this variable */
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
