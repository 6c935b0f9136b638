package fr.acse.platform.rights;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;

/** The engine would copy who has to do with a task into permission rows, and leave them when that ends. */
class NoCopiedRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String person, String type) {
        return null;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        return null;
    }

    /** A person who deployed models may not delete them together with their running instances. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }
}
