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

/** Records changes of people and groups. A change that needs two people waits for the second one. */
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

    /** @param away whether the right is to be taken away */
    public void ask(Login login, String group, boolean away) {
        rights.askAlthoughRefused(login, group, away, person.login());
    }

    /** @throws Refusal if fewer than two people could grant rights without her, so that nobody could get a right any more */
    public void requireTwoWhoGrant(Login leaving, String group) {
        power.requireTwoWhoGrant(leaving, group);
    }

    /** Takes a lock, so that two people who leave at once are counted one after the other. */
    public void oneAfterTheOther() {
        rights.oneAfterTheOther();
    }

    /** Reads the table again, because she may have left the group while this request waited. */
    public boolean isIn(Login login, String group) {
        return people.groupsOf(login).contains(group);
    }

    /**
     * Whether an association or a shelter is closed if somebody leaves one of its groups.
     *
     * @throws Refusal if nobody would work there any more, although it would not be closed
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

    /** The groups of associations, among those given, in which nobody works any more. */
    public Set<String> leftAlone(Login left, Set<String> groups) {
        return groups.stream()
                .filter(power::isOfAssociation)
                .filter(group -> Set.of(left).containsAll(people.membersOf(group)))
                .collect(Collectors.toSet());
    }

    /** Records that a task of somebody who left is free again, and tells its groups. */
    public void freed(String step, String reference, String from, Set<String> groups) {
        note(Act.TASK_HANDED_OVER, reference == null ? "" : reference, step + " LEFT from=" + from);
        cover.free(groups, CaseReference.orNull(reference));
    }

    /** Records that a person's login was deleted. */
    public void gone(Login login) {
        former.gone(login);
        rights.withdraw(login);
        note(Act.PERSON_DELETED, login.value(), "");
    }
}
