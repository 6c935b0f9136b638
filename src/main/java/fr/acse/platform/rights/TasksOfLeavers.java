package fr.acse.platform.rights;

import fr.acse.platform.access.AccessRules;
import fr.acse.platform.access.NeedToKnow;
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

    private static final String OPERATOR_GROUP = "operatorGroup";

    private TasksOfLeavers() {}

    /** She left a group. */
    static void giveBack(String login, String group) {
        NeedToKnow access = (NeedToKnow) Context.getCommandContext().getAuthorizationManager();
        Set<String> remaining = new HashSet<>(access.groupsOf(login));
        remaining.remove(group);
        giveBackUnless(remaining, login);
    }

    /** She is not there any more. */
    static void giveBackAll(String login) {
        giveBackUnless(Set.of(), login);
    }

    private static void giveBackUnless(Set<String> groups, String login) {
        CommandContext context = Context.getCommandContext();
        context.runWithoutAuthorization(() -> {
            List<Task> inHand =
                    context.getTaskManager().findTasksByQueryCriteria(new TaskQueryImpl().taskAssignee(login));
            inHand.forEach(task -> giveBack((TaskEntity) task, groups));
            return null;
        });
    }

    private static void giveBack(TaskEntity task, Set<String> groups) {
        Set<String> candidates =
                task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        if (!candidates.isEmpty()) {
            if (candidates.stream().noneMatch(groups::contains)) {
                task.setAssignee(null);
            }
            return;
        }
        Object operator = task.getVariable(OPERATOR_GROUP);
        if (operator != null && !groups.contains(operator.toString())) {
            task.setAssignee(null);
            task.addCandidateGroup(operator.toString());
            task.addCandidateGroup(AccessRules.COORDINATION);
        }
    }
}
