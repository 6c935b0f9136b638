package fr.acse.platform.access;

import fr.acse.platform.database.StartLock;
import fr.acse.platform.login.Passwords;
import fr.acse.platform.start.StartFailure;
import fr.acse.words.Words;
import java.sql.SQLException;
import java.util.Arrays;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The groups of the network, what each may start and see apart from cases, and the filters it finds in Tasklist.
 * Every start sets the permission rows of the engine to exactly these.
 */
@Component
public class AccessRules {

    public static final String OPERATORS = "operators";
    public static final String COORDINATION = "coordination";
    public static final String SHELTERS = "shelters";
    public static final String FINANCE = "finance";
    public static final String SUPERVISORS = "supervisors";
    /** Managers of the organisations that they are in: they give tasks to colleagues. */
    public static final String MANAGERS = "managers";

    public static final String ANALYSTS = "analysts";
    /** The engine insists on this name: without a member of it, its web applications ask for a first administrator. */
    public static final String ADMINISTRATORS = "camunda-admin";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final TaskFilters taskFilters;
    private final StartLock startLock;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final FirstAdministrator first;
    private final Environment environment;

    AccessRules(
            IdentityService identity,
            AuthorizationService authorizations,
            TaskFilters taskFilters,
            StartLock startLock,
            TransactionTemplate transaction,
            JdbcTemplate jdbc,
            FirstAdministrator first,
            Environment environment) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.taskFilters = taskFilters;
        this.startLock = startLock;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.first = first;
        this.environment = environment;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void enter() throws SQLException {
        try (StartLock.Held oneNode = startLock.acquire()) {
            transaction.executeWithoutResult(status -> {
                removeAllOthers();
                enterRules();
                enterFirstAdministrator();
            });
        }
    }

    /**
     * Besides the rows below, everybody may see and change her own profile and see her groups. There are no other
     * rows.
     */
    private void removeAllOthers() {
        jdbc.update(
                "delete from act_ru_authorization where (resource_type_ <> ? or user_id_ is distinct from resource_id_)"
                        + " and (resource_type_ <> ? or group_id_ is distinct from resource_id_)",
                Resources.USER.resourceType(),
                Resources.GROUP.resourceType());
    }

    private void enterRules() {
        caseWorkers(
                OPERATORS,
                "referral",
                "travel-claim",
                "case-event",
                "residence-permit",
                "permit-news",
                "correct-case",
                "leaving",
                "household-change",
                "health-emergency",
                "replace-escort",
                "her-request");
        caseWorkers(
                COORDINATION,
                "referral",
                "correct-case",
                "register-organisation",
                "register-shelter",
                "close-places",
                "case-event",
                "leaving",
                "household-change",
                "health-emergency",
                "replace-escort",
                "telephone-answer",
                "keep-apart",
                "undo-link",
                "permit-news",
                "her-request");
        caseWorkers(
                SHELTERS,
                "residence-permit",
                "permit-news",
                "case-event",
                "close-places",
                "leaving",
                "household-change",
                "health-emergency",
                "her-request");
        caseWorkers(FINANCE, "payment-run");
        group(MANAGERS);
        tasklist(SUPERVISORS);
        allow(SUPERVISORS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(
                SUPERVISORS,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        allow(SUPERVISORS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        group(ANALYSTS);
        allow(ANALYSTS, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(ANALYSTS, Resources.DEPLOYMENT, Authorization.ANY, Permissions.READ, Permissions.CREATE);
        allow(ANALYSTS, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        allow(ANALYSTS, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        group(ADMINISTRATORS);
        allow(ADMINISTRATORS, Resources.APPLICATION, "admin", Permissions.ACCESS);
        allow(ADMINISTRATORS, Resources.USER, Authorization.ANY, Permissions.ALL);
        allow(ADMINISTRATORS, Resources.GROUP, Authorization.ANY, Permissions.ALL);
        allow(ADMINISTRATORS, Resources.GROUP_MEMBERSHIP, Authorization.ANY, Permissions.ALL);
    }

    private void enterFirstAdministrator() {
        if (first.login() != null
                && identity.createUserQuery().userId(first.login().value()).count() == 0) {
            User user = identity.newUser(first.login().value());
            user.setFirstName(first.firstName());
            user.setLastName(first.lastName());
            user.setPassword(first.password());
            save(user);
            identity.createMembership(first.login().value(), ADMINISTRATORS);
        }
        if (identity.createUserQuery().memberOfGroup(ADMINISTRATORS).count() == 0) {
            throw new StartFailure("start.noAdministrator");
        }
    }

    private void save(User user) {
        if (environment.matchesProfiles("demo | rehearsal")) {
            ((IdentityServiceImpl) identity).saveUser(user, true);
            return;
        }
        try {
            identity.saveUser(user);
        } catch (ProcessEngineException weak) {
            throw new StartFailure("start.weakPassword", Passwords.SHORTEST);
        }
    }

    private void caseWorkers(String group, String... startable) {
        tasklist(group);
        // The models are no secret: Tasklist shows the name and the diagram of the process of a task.
        allow(group, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        if (startable.length > 0) {
            allow(group, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE);
        }
        Arrays.stream(startable)
                .forEach(process -> allow(
                        group, Resources.PROCESS_DEFINITION, process, Permissions.READ, Permissions.CREATE_INSTANCE));
    }

    private void tasklist(String group) {
        group(group);
        allow(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
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
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
