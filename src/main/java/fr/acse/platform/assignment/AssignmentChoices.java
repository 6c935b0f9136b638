package fr.acse.platform.assignment;

import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import fr.acse.platform.identity.Roles.Power;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Lists what a person may do with a task besides completing it. */
@Component
record AssignmentChoices(
        People people, Roles roles, AssignmentRules hands, Leaves leaves, SecretGroups secret, TaskMoves moves) {

    /** Lists the possible hand-overs of a task. A task that a model assigns to one person, such as an escort, cannot be handed over. */
    Assignments.Choices of(DelegateTask task, Login person) {
        Set<String> groups = TaskMoves.groups(task);
        Set<String> own = people.groupsOf(person);
        Login holder = TaskMoves.holder(task);
        boolean supervises = roles.may(own, Power.SUPERVISES);
        boolean manages = roles.may(own, Power.MANAGES)
                && groups.stream().anyMatch(each -> each.startsWith(People.ORGANISATION) && own.contains(each));
        boolean isSecret = groups.stream().anyMatch(secret::isSecret);
        boolean isOffered = !groups.isEmpty();
        Set<Assignments.Way> ways = EnumSet.noneOf(Assignments.Way.class);
        if (isOffered && person.equals(holder)) {
            ways.add(Assignments.Way.BACK);
        }
        boolean mayHold = hands.mayHold(person, task);
        if (holder != null && !person.equals(holder) && mayHold) {
            ways.add(Assignments.Way.TAKE_OVER);
        }
        if (isOffered && (manages || supervises && !isSecret)) {
            ways.add(Assignments.Way.GIVE);
        }
        if (isOffered && holder != null && !person.equals(holder) && (manages || supervises)) {
            ways.add(Assignments.Way.FREE);
        }
        if (supervises && (holder == null ? !mayHold : !person.equals(holder))) {
            ways.add(Assignments.Way.ALERT);
        }
        // A task without candidate groups belongs to one person, such as an escort. Supervisors do not see that
        // person's name.
        boolean hidden = !person.equals(holder)
                && (isSecret || !isOffered && supervises)
                && groups.stream().noneMatch(own::contains);
        return new Assignments.Choices(
                hidden ? null : holder,
                hidden && holder != null,
                person.equals(holder) || mayHold,
                ways.contains(Assignments.Way.BACK) && !mayHold,
                hands.isOffered(person, task) ? hands.exclusion(person, task).orElse(null) : null,
                ways,
                ways.contains(Assignments.Way.GIVE)
                        ? mayHold(task, supervises ? groups : ownOf(groups, own), holder)
                        : List.of(),
                supervises ? moves.askedAt(task) : null);
    }

    /** Groups of the manager's own organisation. A manager gives tasks only within it, even if other groups can take the task, too. */
    private static Set<String> ownOf(Set<String> groups, Set<String> own) {
        return groups.stream()
                .filter(group -> group.startsWith(People.ORGANISATION) && own.contains(group))
                .collect(Collectors.toSet());
    }

    private List<Login> mayHold(DelegateTask task, Set<String> groups, Login holder) {
        return groups.stream()
                .flatMap(group -> people.membersOf(group).stream())
                .distinct()
                .filter(login -> !login.equals(holder))
                .filter(login -> !hands.isExcluded(login, task))
                .filter(login -> !leaves.isAway(login))
                .sorted(Comparator.comparing(Login::value))
                .toList();
    }
}
