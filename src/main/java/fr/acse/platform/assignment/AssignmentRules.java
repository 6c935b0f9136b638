package fr.acse.platform.assignment;

import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import fr.acse.words.Refusal;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Decides who may hold a task. A task reveals sealed values, so only its groups, or the person whom the model names, may hold it. */
@Component
@RequiredArgsConstructor
public class AssignmentRules {

    private record HandOver(String task, String to) {}

    private static final ThreadLocal<HandOver> UNDER_WAY = new ThreadLocal<>();

    private final CurrentPerson person;
    private final People people;
    private final Roles roles;
    private final SecretGroups shelters;
    private final ObjectProvider<FourEyes> fourEyes;

    /** Offers the task of an association without staff to the role that stands in for it. A shelter without staff is telephoned instead. */
    public void standIn(DelegateTask task) {
        boolean nobodyThere = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && group.startsWith(People.ORGANISATION))
                .anyMatch(group -> !people.isStaffed(group) && !shelters.isSecret(group));
        if (nobodyThere) {
            task.addCandidateGroup(roles.the(Roles.Power.STANDS_IN));
        }
    }

    /** Whether a task is offered to one of the person's groups, and no earlier step excludes the person. */
    public boolean mayHold(Login login, DelegateTask task) {
        return isOffered(login, task) && !isExcluded(login, task);
    }

    boolean isOffered(Login login, DelegateTask task) {
        Set<String> groups = people.groupsOf(login);
        return task.getCandidates().stream().map(IdentityLink::getGroupId).anyMatch(groups::contains);
    }

    public boolean isExcluded(Login login, DelegateTask task) {
        return exclusion(login, task).isPresent();
    }

    /** Key of the words that say why an earlier step excludes a person from a task. Empty if no step does. */
    Optional<String> exclusion(Login login, DelegateTask task) {
        return fourEyes.orderedStream()
                .filter(each -> each.excludedFrom(task).contains(login))
                .map(FourEyes::refusal)
                .findFirst();
    }

    /**
     * Allows an assignment by the model, by the software, to the user's own login, or by a hand-over that {@link Assignments} has checked.
     *
     * @param byModel expression of the model for the assignee, or null
     * @throws Refusal for any other assignment, or if an earlier step excludes the assignee
     */
    public void requireOwn(DelegateTask task, Expression byModel) {
        String assignee = task.getAssignee();
        if (assignee == null) {
            return;
        }
        boolean byModelAlone = byModel != null && task.getCandidates().isEmpty();
        boolean allowed = byModelAlone
                ? assignee.equals(byModel.getValue(task))
                : person.isSystem()
                        || assignee.equals(person.login().value())
                        || new HandOver(task.getId(), assignee).equals(UNDER_WAY.get());
        UNDER_WAY.remove();
        Refusal.unless(allowed, "assignOther");
        if (!byModelAlone) {
            requireSecondPerson(new Login(assignee), task);
        }
    }

    /**
     * Checks the person who completes a task, and records this person for later steps.
     *
     * @throws Refusal if another person holds the task, or an earlier step excludes this person
     */
    public void requireMayComplete(DelegateTask task) {
        if (person.isSystem()) {
            return;
        }
        Login by = person.login();
        boolean inAnotherHand =
                task.getAssignee() != null && !task.getAssignee().equals(by.value());
        if (inAnotherHand) {
            throw new Refusal("inAnotherHand", people.nameOf(new Login(task.getAssignee())));
        }
        requireSecondPerson(by, task);
        fourEyes.orderedStream().forEach(each -> each.done(task, by));
    }

    private void requireSecondPerson(Login login, DelegateTask task) {
        exclusion(login, task).ifPresent(refusal -> {
            throw new Refusal(refusal);
        });
    }

    /**
     * Assigns a task for a rule of the software, also in a listener that the engine calls while it creates the task. The engine checks the
     * assignment after such a listener.
     */
    public static void assign(DelegateTask task, Login to) {
        UNDER_WAY.set(new HandOver(task.getId(), to.value()));
        task.setAssignee(to.value());
    }

    /** Runs an assignment that the caller has already checked. */
    static void handOver(String task, Login to, Runnable assignment) {
        UNDER_WAY.set(new HandOver(task, to.value()));
        try {
            assignment.run();
        } finally {
            UNDER_WAY.remove();
        }
    }
}
