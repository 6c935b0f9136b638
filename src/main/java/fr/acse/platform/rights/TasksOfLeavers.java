package fr.acse.platform.rights;

import fr.acse.platform.access.AccessRules;
import fr.acse.platform.access.NeedToKnow;
import fr.acse.platform.identity.People;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * Tasks of a person who may no longer work on them. They go back to their group. A task that a model gave to her
 * alone goes to the operator of the case and to the coordination, who name somebody else.
 */
final class TasksOfLeavers {

    /** Is told of each task that became free. */
    interface LeaversNews {
        void freed(String step, String reference, String from, Set<String> groups);
    }

    private static final String OPERATOR_GROUP = "operatorGroup";

    private TasksOfLeavers() {}

    /** She left a group. */
    static void giveBack(String login, String group, LeaversNews news) {
        NeedToKnow access = (NeedToKnow) Context.getCommandContext().getAuthorizationManager();
        Set<String> remaining = new HashSet<>(access.groupsOf(login));
        remaining.remove(group);
        if (People.WORK_ROLES.contains(group) && Collections.disjoint(remaining, People.WORK_ROLES)) {
            remaining.removeIf(each -> each.startsWith(People.ORGANISATION));
        }
        giveBackUnless(remaining, login, news);
    }

    /** She is not there any more. */
    static void giveBackAll(String login, LeaversNews news) {
        giveBackUnless(Set.of(), login, news);
    }

    /** Nobody works in a group any more: the coordination can take its open tasks. */
    static void forTheCoordinationToo(String group) {
        CommandContext context = Context.getCommandContext();
        context.runWithoutAuthorization(() -> {
            TaskQueryImpl ofGroup = new TaskQueryImpl();
            ofGroup.taskCandidateGroup(group).includeAssignedTasks();
            context.getTaskManager().findTasksByQueryCriteria(ofGroup).stream()
                    .map(TaskEntity.class::cast)
                    .filter(task -> !groupsOf(task).contains(AccessRules.COORDINATION))
                    .forEach(task -> task.addCandidateGroup(AccessRules.COORDINATION));
            return null;
        });
    }

    private static void giveBackUnless(Set<String> groups, String login, LeaversNews news) {
        CommandContext context = Context.getCommandContext();
        context.runWithoutAuthorization(() -> {
            List<Task> inHand =
                    context.getTaskManager().findTasksByQueryCriteria(new TaskQueryImpl().taskAssignee(login));
            inHand.forEach(task -> giveBack((TaskEntity) task, groups, news));
            return null;
        });
    }

    private static void giveBack(TaskEntity task, Set<String> groups, LeaversNews news) {
        Set<String> candidates = groupsOf(task);
        if (!candidates.isEmpty()) {
            if (candidates.stream().noneMatch(groups::contains)) {
                free(task, candidates, news);
            }
            return;
        }
        Object operator = task.getVariable(OPERATOR_GROUP);
        if (operator != null && !groups.contains(operator.toString())) {
            task.addCandidateGroup(operator.toString());
            task.addCandidateGroup(AccessRules.COORDINATION);
            free(task, Set.of(operator.toString(), AccessRules.COORDINATION), news);
        }
    }

    private static Set<String> groupsOf(TaskEntity task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
    }

    /** Whoever listens to a task is told that nobody has it any more: an alarm about it begins anew. */
    private static void free(TaskEntity task, Set<String> groups, LeaversNews news) {
        String from = task.getAssignee();
        task.setAssignee(null);
        task.triggerUpdateEvent();
        news.freed(task.getTaskDefinitionKey(), task.getExecution().getProcessBusinessKey(), from, groups);
    }
}
