package fr.acse.platform.access;

import fr.acse.codes.Login;
import fr.acse.platform.identity.Caller;
import fr.acse.platform.model.ProcessContract;
import fr.acse.words.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * What a person may see and do, at the moment of asking. Her groups are read anew for each command, whatever her
 * session remembers. Tasks follow from their identity links; for what belongs to no case (models, filters, people),
 * the rows of {@link AccessRules} decide.
 */
public class NeedToKnow extends AuthorizationManager {

    /** Groups that see every task of every case, though not what it reveals. */
    static final Set<String> SEE_ALL_TASKS = Set.of(AccessRules.COORDINATION, AccessRules.SUPERVISORS);

    /**
     * Stands for a request without a login: it is checked, and nothing is granted. No real login contains this sign.
     */
    private static final Authentication NOBODY = new Authentication("-", List.of(), List.of());

    private Authentication live;

    /**
     * For a request: the person whom a door let in, or nobody. Sometimes the engine removes her login for a moment
     * while it looks something up for itself; this counts only if a person was let in.
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

    /** Nobody is exempt from the rules: administrators manage people and groups, and see no case. */
    @Override
    public boolean isCamundaAdmin(Authentication authentication) {
        return false;
    }

    /** Nobody can search by values: an answer that depends on a value reveals it. */
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
     * A person may search for her own tasks and those of her groups; the coordination may search for those of
     * everybody.
     */
    private boolean asksWhoHolds(TaskQueryImpl query) {
        Authentication person = getCurrentAuthentication();
        if (person.getGroupIds().contains(AccessRules.COORDINATION)) {
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
        return query.getVariables().stream()
                .anyMatch(each -> !each.getName().equals(ProcessContract.CASE_REFERENCE.name()));
    }

    @Override
    protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
        configureQuery(query);
    }

    /** Whether a person asks, and not the software itself. */
    boolean isPersons(ListQueryParameterObject query) {
        return query.getAuthCheck().getAuthUserId() != null;
    }

    /** Whether a person acts in this command, and not the software itself. */
    boolean isPersonActing() {
        return isAuthCheckExecuted();
    }

    boolean maySee(TaskEntity task) {
        return !isPersonActing() || seesAllTasks() || hasInHand(task);
    }

    /** Whether a task is hers, or for her or one of her groups. */
    boolean mayWorkOn(TaskEntity task) {
        return !isPersonActing() || hasInHand(task);
    }

    /** Whether a task is hers, and would be offered to somebody if she gave it back. */
    boolean maySendBack(TaskEntity task) {
        return !isPersonActing()
                || getCurrentAuthentication().getUserId().equals(task.getAssignee())
                        && !task.getCandidates().isEmpty();
    }

    boolean seesAllTasks() {
        return getCurrentAuthentication().getGroupIds().stream().anyMatch(SEE_ALL_TASKS::contains);
    }

    /** @throws Refusal if somebody has done the task meanwhile: the engine asks about it nevertheless */
    private boolean hasInHand(TaskEntity task) {
        Refusal.unless(task != null, "taskDone");
        Authentication person = getCurrentAuthentication();
        return person.getUserId().equals(task.getAssignee())
                || task.getCandidates().stream()
                        .anyMatch(link -> person.getUserId().equals(link.getUserId())
                                || person.getGroupIds().contains(link.getGroupId()));
    }
}
