package fr.acse.platform.access;

import fr.acse.platform.identity.Roles;
import fr.acse.platform.identity.Roles.Power;
import fr.acse.platform.model.HasContract;
import fr.acse.words.Words;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Creates the groups of the roles, the engine's permissions of each role, and the filters of each role in Tasklist. */
@Component
record RolePermissions(
        IdentityService identity,
        AuthorizationService authorizations,
        EnteredPermissions entered,
        TaskFilters taskFilters,
        Roles roles,
        List<HasContract> models) {

    /** Replaces the permission rows of all roles. Besides these rows, there are only those for each person's own profile and own groups. */
    void enter() {
        entered.removeAll();
        for (String role : roles.all()) {
            group(role);
            List<String> hers = List.of(role);
            if (roles.may(hers, Power.HAS_TASKS)) {
                allow(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
                taskFilters.enter(role).forEach(filter -> allow(role, Resources.FILTER, filter, Permissions.READ));
            }
            if (roles.may(hers, Power.HAS_CASES)) {
                cases(role);
            }
            if (roles.may(hers, Power.SUPERVISES)) {
                supervision(role);
            }
            if (roles.may(hers, Power.DEPLOYS)) {
                deployment(role);
            }
        }
        allow(Roles.ADMINISTRATORS, Resources.APPLICATION, "admin", Permissions.ACCESS);
        allow(Roles.ADMINISTRATORS, Resources.USER, Authorization.ANY, Permissions.ALL);
        allow(Roles.ADMINISTRATORS, Resources.GROUP, Authorization.ANY, Permissions.ALL);
        allow(Roles.ADMINISTRATORS, Resources.GROUP_MEMBERSHIP, Authorization.ANY, Permissions.ALL);
    }

    private void cases(String role) {
        // Process models are not secret. Tasklist shows the name and the diagram of the process of a task.
        allow(role, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        allow(role, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        models.stream()
                .map(HasContract::contract)
                .filter(contract -> contract.startedBy().contains(role))
                .forEach(contract -> allow(
                        role,
                        Resources.PROCESS_DEFINITION,
                        contract.processId(),
                        Permissions.READ,
                        Permissions.CREATE_INSTANCE));
    }

    private void supervision(String role) {
        allow(role, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(
                role,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        allow(role, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
    }

    private void deployment(String role) {
        allow(role, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(role, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ, Permissions.CREATE);
        allow(role, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        allow(role, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
    }

    private void group(String id) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            Group group = identity.newGroup(id);
            group.setName(Words.of("group." + id));
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void allow(String group, Resource resource, String id, Permission... permissions) {
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
