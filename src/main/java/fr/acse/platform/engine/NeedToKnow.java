package fr.acse.platform.engine;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.identity.Roles;
import fr.acse.platform.identity.Roles.Power;
import fr.acse.words.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Decides which tasks, variables and other objects a person may see and change. The groups of the person are read from the database for
 * each command, not from the session. The identity links of a task decide who may see the task. Models, filters and people belong to no
 * case; the permission rows that {@code AccessRules} enters decide who may see them.
 */
@RequiredArgsConstructor
class NeedToKnow extends AuthorizationManager {

    /** User of a request without a login. This user has no permissions. No real login has the name {@code -}. */
    private static final Authentication NOBODY = new Authentication("-", List.of(), List.of());

    private final Roles roles;
    private Authentication live;

    /**
     * The person for whom permissions are checked: in an HTTP request the person in {@link Caller}, or {@link #NOBODY}. The engine
     * sometimes removes the current user for a query of its own. The engine's own query runs without permission checks only if
     * {@link Caller} has a person.
     */
    @Override
    protected Authentication getCurrentAuthentication() {
        Authentication given = super.getCurrentAuthentication();
        boolean acts = given != null && given.getUserId() != null;
        if (Caller.isThroughHttp() && !Caller.isAtLogin()) {
            String letIn = Caller.person().map(Login::value).orElse(null);
            if (letIn == null || acts && !letIn.equals(given.getUserId())) {
                return NOBODY;
            }
        }
        return acts ? live(given.getUserId()) : given;
    }

    private Authentication live(String person) {
        if (live == null || !live.getUserId().equals(person)) {
            live = new Authentication(person, groupsOf(person), List.of());
        }
        return live;
    }

    @SuppressWarnings("unchecked")
    public List<String> groupsOf(String person) {
        return (List<String>) (List<?>)
                getDbEntityManager().selectListWithRawParameter("fr.acse.groupsOfPerson", person, 0, Integer.MAX_VALUE);
    }

    /** No user has all permissions of the engine. Administrators manage people and groups, but see no case. */
    @Override
    public boolean isCamundaAdmin(Authentication authentication) {
        return false;
    }

    /** Refuses a person's query that searches by variable values, because the result of the query would reveal the values. */
    @Override
    public void configureQuery(ListQueryParameterObject query) {
        super.configureQuery(query);
        if (isPersons(query)
                && query instanceof AbstractVariableQueryImpl<?, ?> byVariables
                && !byVariables.getQueryVariableValues().isEmpty()) {
            throw new Refusal("valueCriterion");
        }
    }

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        configureQuery(query);
        if (isPersons(query)
                && (query.getQueries().stream().anyMatch(NeedToKnow::dependsOnValues)
                        || query.getOrderingProperties().stream().anyMatch(order -> order.getRelation() != null))) {
            throw new Refusal("valueCriterion");
        }
        if (isPersons(query) && query.getQueries().stream().anyMatch(this::asksWhoHolds)) {
            throw new Refusal("holderCriterion");
        }
    }

    /**
     * Whether a query asks which other person or group has a task. A role with the permission {@code SEES_HOLDERS} may ask this. Any other
     * person may search only for the person's own tasks and those of the person's groups.
     */
    private boolean asksWhoHolds(TaskQueryImpl query) {
        Authentication person = getCurrentAuthentication();
        if (roles.may(person.getGroupIds(), Power.SEES_HOLDERS)) {
            return false;
        }
        Set<String> own = new HashSet<>(person.getGroupIds());
        own.add(person.getUserId());
        return Stream.of(
                                Stream.of(
                                        query.getAssignee(),
                                        query.getOwner(),
                                        query.getCandidateUser(),
                                        query.getInvolvedUser()),
                                stream(query.getAssigneeIn()),
                                stream(query.getAssigneeNotIn()),
                                query.getCandidateGroups() == null
                                        ? Stream.<String>empty()
                                        : query.getCandidateGroups().stream())
                        .flatMap(each -> each)
                        .anyMatch(asked -> asked != null && !own.contains(asked))
                || query.getAssigneeLike() != null
                || query.getCandidateGroupLike() != null
                || query.getOrderingProperties().stream()
                        .anyMatch(order -> order.getQueryProperty().equals(TaskQueryProperty.ASSIGNEE));
    }

    private static Stream<String> stream(Set<String> values) {
        return values == null ? Stream.empty() : values.stream();
    }

    private static boolean dependsOnValues(TaskQueryImpl query) {
        return query.getVariables().stream().anyMatch(each -> !each.getName().equals(CaseReference.VARIABLE));
    }

    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        configureQuery(query);
    }

    /** Whether a person sent the query; false for a query of the software itself. */
    boolean isPersons(ListQueryParameterObject query) {
        return query.getAuthCheck().getAuthUserId() != null;
    }

    /** Whether a person runs the current command; false if the software itself runs the command. */
    boolean isPersonActing() {
        return isAuthCheckExecuted();
    }

    boolean maySee(TaskEntity task) {
        return !isPersonActing() || seesAllTasks() || hasInHand(task);
    }

    /** Whether the current person is the assignee of a task, or a candidate directly or through a group. */
    boolean mayWorkOn(TaskEntity task) {
        return !isPersonActing() || hasInHand(task);
    }

    /** Whether the current person is the assignee of a task that has candidates and would therefore be offered to them again. */
    boolean maySendBack(TaskEntity task) {
        return !isPersonActing()
                || getCurrentAuthentication().getUserId().equals(task.getAssignee())
                        && !task.getCandidates().isEmpty();
    }

    boolean seesAllTasks() {
        return roles.may(getCurrentAuthentication().getGroupIds(), Power.SEES_ALL_TASKS);
    }

    /** @throws Refusal if another person has completed the task in the meantime: the engine then passes null as the task */
    private boolean hasInHand(TaskEntity task) {
        Refusal.unless(task != null, "taskDone");
        Authentication person = getCurrentAuthentication();
        return person.getUserId().equals(task.getAssignee())
                || task.getCandidates().stream()
                        .anyMatch(link -> person.getUserId().equals(link.getUserId())
                                || person.getGroupIds().contains(link.getGroupId()));
    }

    /** Limits all task queries to the tasks that the person may see. The SQL statements are in {@code visible-tasks.xml}. */
    static final class VisibleTasks extends TaskManager {

        @Override
        @SuppressWarnings("unchecked")
        public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
            configureQuery(query);
            return getDbEntityManager().selectList("fr.acse." + statement(query), query);
        }

        @Override
        public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
            configureQuery(query);
            return (Long) getDbEntityManager().selectOne("fr.acse." + statement(query) + "Count", query);
        }

        private String statement(TaskQueryImpl query) {
            NeedToKnow access = (NeedToKnow) getSession(AuthorizationManager.class);
            if (access.isPersons(query) && !access.seesAllTasks()) {
                return "tasksForPerson";
            }
            return joins(query) ? "allTasks" : "allTasksOnce";
        }

        private static boolean joins(TaskQueryImpl query) {
            return query.getQueries().size() > 1
                    || query.getCandidateUser() != null
                    || query.getCandidateGroups() != null
                    || query.getInvolvedUser() != null
                    || query.isWithCandidateGroups()
                    || query.isWithCandidateUsers()
                    || query.getExpressions().keySet().stream().anyMatch(key -> key.startsWith("taskCandidate"));
        }
    }

    /** A person's list of variables contains only one kind of variable: the case references of tasks that the person may see. */
    static final class CaseReferencesOnly extends VariableInstanceManager {

        @Override
        @SuppressWarnings("unchecked")
        public List<VariableInstance> findVariableInstanceByQueryCriteria(VariableInstanceQueryImpl query, Page page) {
            configureQuery(query);
            return access().isPersons(query)
                    ? getDbEntityManager().selectList(statement(), query, page)
                    : getDbEntityManager().selectList("selectVariableInstanceByQueryCriteria", query, page);
        }

        @Override
        public long findVariableInstanceCountByQueryCriteria(VariableInstanceQueryImpl query) {
            configureQuery(query);
            String statement =
                    access().isPersons(query) ? statement() + "Count" : "selectVariableInstanceCountByQueryCriteria";
            return (Long) getDbEntityManager().selectOne(statement, query);
        }

        private String statement() {
            return access().seesAllTasks() ? "fr.acse.caseReferences" : "fr.acse.caseReferencesForPerson";
        }

        private NeedToKnow access() {
            return (NeedToKnow) getSession(AuthorizationManager.class);
        }
    }

    /** Adds these permission checks to the engine. The checks apply to the REST API and to the web applications. */
    @Component
    static class Settings extends AbstractProcessEnginePlugin {

        private static final String STATEMENTS = "visible-tasks.xml";

        private final Roles roles;

        Settings(Roles roles) {
            this.roles = roles;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            List.of(
                            EngineSettings.forEachCommand(AuthorizationManager.class, () -> new NeedToKnow(roles)),
                            EngineSettings.forEachCommand(TaskManager.class, VisibleTasks::new),
                            EngineSettings.forEachCommand(VariableInstanceManager.class, CaseReferencesOnly::new))
                    .forEach(part -> configuration.setCustomSessionFactories(
                            EngineParts.with(configuration.getCustomSessionFactories(), part)));
            configuration.setCommandCheckers(List.of(new TaskChecks()));
        }

        @Override
        public void postInit(ProcessEngineConfigurationImpl configuration) {
            Configuration statements = configuration.getSqlSessionFactory().getConfiguration();
            try (InputStream xml = NeedToKnow.class.getResourceAsStream(STATEMENTS)) {
                new XMLMapperBuilder(xml, statements, STATEMENTS, statements.getSqlFragments()).parse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
