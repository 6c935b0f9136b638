package fr.acse.platform;

import fr.acse.Words;
import java.sql.SQLException;
import java.util.Arrays;
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
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The groups of the network, what each may start and see, and the filters it finds in Tasklist. Entered where missing. */
@Component
class AccessRules {

    static final String OPERATORS = "operators";
    static final String COORDINATION = "coordination";
    static final String SHELTERS = "shelters";
    static final String FINANCE = "finance";
    static final String SUPERVISORS = "supervisors";
    static final String ANALYSTS = "analysts";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TaskFilters taskFilters;
    private final StartLock startLock;

    AccessRules(
            IdentityService identity,
            AuthorizationService authorizations,
            TaskFilters taskFilters,
            StartLock startLock) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.taskFilters = taskFilters;
        this.startLock = startLock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void enter() throws SQLException {
        try (StartLock.Held oneNode = startLock.acquire()) {
            enterRules();
        }
    }

    private void enterRules() {
        caseWorkers(OPERATORS, "referral", "travel-claim", "case-event", "residence-permit");
        caseWorkers(COORDINATION, "register-organisation", "register-shelter", "case-event");
        caseWorkers(SHELTERS, "case-event");
        caseWorkers(FINANCE, "payment-run");
        caseWorkers(SUPERVISORS);
        allow(SUPERVISORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(
                SUPERVISORS,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        allow(SUPERVISORS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        group(ANALYSTS);
        allow(ANALYSTS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(ANALYSTS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ, Permissions.CREATE);
        allow(ANALYSTS, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        allow(ANALYSTS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
    }

    private void caseWorkers(String group, String... startable) {
        group(group);
        allow(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        // The models are no secret: Tasklist shows the name and the diagram of the process of a task.
        allow(group, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        if (startable.length > 0) {
            allow(group, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        }
        Arrays.stream(startable)
                .forEach(process -> allow(
                        group, Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.CREATE_INSTANCE));
        taskFilters.enter(group).forEach(filter -> allow(group, Resources.FILTER, filter, Permissions.READ));
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
        List<Authorization> known = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .list();
        Authorization authorization =
                known.isEmpty() ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : known.get(0);
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
