package fr.acse.platform.access;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** What may be done with a single task: see it, work on it, give it back. Nobody may delete it or change it. */
class TaskChecks extends AuthorizationCommandChecker {

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
     * She may give back a task that she took, if it is for a group. Giving it to somebody else is refused where a
     * task is assigned.
     */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        require(access().maySendBack(task), task);
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
