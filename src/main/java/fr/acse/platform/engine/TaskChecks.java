package fr.acse.platform.engine;

import fr.acse.words.Refusal;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Checks whether a person may see a task, work on the task, or give the task back. No person may delete a task or change its variables.
 * This class also checks that a process instance starts with the current model.
 */
final class TaskChecks extends AuthorizationCommandChecker {

    private static final Set<Class<?>> OF_START_FORMS = Set.of(
            GetStartFormCmd.class,
            GetDeployedStartFormCmd.class,
            GetRenderedStartFormCmd.class,
            GetStartFormVariablesCmd.class);

    @Override
    public void checkReadTask(TaskEntity task) {
        require(access().maySee(task), task);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        require(access().mayWorkOn(task), task);
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        require(access().mayWorkOn(task), task);
    }

    /**
     * A person may give back a task that the person has claimed, if the task has candidates. {@code AssignmentRules} refuses an assignment
     * to another person.
     */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        require(access().maySendBack(task), task);
    }

    /** A process instance can start only with the current version of its model. */
    @Override
    public void checkCreateProcessInstance(ProcessDefinition definition) {
        super.checkCreateProcessInstance(definition);
        requireCurrent(definition);
    }

    @Override
    public void checkReadProcessDefinition(ProcessDefinition definition) {
        super.checkReadProcessDefinition(definition);
        if (OF_START_FORMS.contains(
                Context.getCommandInvocationContext().getCommand().getClass())) {
            requireCurrent(definition);
        }
    }

    private static void requireCurrent(ProcessDefinition definition) {
        ProcessDefinition current = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedLatestProcessDefinitionByKey(definition.getKey());
        Refusal.unless(current.getId().equals(definition.getId()), "modelReplaced");
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        forNobody(task);
    }

    @Override
    public void checkDeleteTask(TaskEntity task) {
        forNobody(task);
    }

    private void forNobody(TaskEntity task) {
        require(!access().isPersonActing(), task);
    }

    private static void require(boolean allowed, TaskEntity task) {
        if (!allowed) {
            String person = Context.getCommandContext().getAuthenticatedUserId();
            throw new AuthorizationException(person, List.of(new MissingAuthorization("WORK", "Task", task.getId())));
        }
    }

    private NeedToKnow access() {
        return (NeedToKnow) getAuthorizationManager();
    }
}
