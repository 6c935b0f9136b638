package fr.acse.platform.rights;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.assignment.AssignmentNews;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Records changes of people and groups in the audit log. A change that needs two people is stored as a request. */
@Component
@RequiredArgsConstructor
public class PeopleChanges {

    private final RightRequests rights;
    private final StaffPower power;
    private final AssignmentNews cover;
    private final People people;
    private final FormerPeople former;
    private final AuditLog audit;
    private final CurrentPerson person;

    public void note(Act act, String subject, String detail) {
        audit.add(act, person.login(), subject, detail);
    }

    /** @param away true to take the right away, false to give it */
    public void ask(Login login, String group, boolean away) {
        rights.askAlthoughRefused(login, group, away, person.login());
    }

    /** @throws Refusal if fewer than two people who can grant rights would remain after this person leaves the group */
    public void requireTwoWhoGrant(Login leaving, String group) {
        power.requireTwoWhoGrant(leaving, group);
    }

    /** Takes a database lock until the transaction ends, so that two people who leave at the same time are checked one after the other. */
    public void oneAfterTheOther() {
        rights.oneAfterTheOther();
    }

    /** Reads the membership from the database again. The person may have left the group while this request waited for the lock. */
    public boolean isIn(Login login, String group) {
        return people.groupsOf(login).contains(group);
    }

    /**
     * Whether an association or a shelter is closed when a person leaves one of its groups.
     *
     * @throws Refusal if nobody could work there any more, but the association or shelter would not be closed
     */
    public boolean closes(Login leaving, String group) {
        if (power.isWorkRole(group)) {
            Refusal.unless(
                    people.groupsOf(leaving).stream().noneMatch(each -> rights.leavesNobodyAtWork(leaving, each)),
                    "lastOfOrganisation");
            return false;
        }
        return rights.closes(leaving, group);
    }

    /** The groups, among those given, that belong to an association in which nobody else works. */
    public Set<String> leftAlone(Login left, Set<String> groups) {
        return groups.stream()
                .filter(power::isOfAssociation)
                .filter(group -> Set.of(left).containsAll(people.membersOf(group)))
                .collect(Collectors.toSet());
    }

    /** Records that the task of a person who left is free again, and notifies the groups of the task. */
    public void freed(String step, String reference, String from, Set<String> groups) {
        note(Act.TASK_HANDED_OVER, reference == null ? "" : reference, step + " LEFT from=" + from);
        cover.free(groups, CaseReference.orNull(reference));
    }

    /** Records in the audit log that a login was deleted, and withdraws the requests for it. */
    public void gone(Login login) {
        former.gone(login);
        rights.withdraw(login);
        note(Act.PERSON_DELETED, login.value(), "");
    }
}
