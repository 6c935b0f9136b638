package fr.acse.platform.rights;

import fr.acse.codes.Login;
import fr.acse.platform.assignment.SecretGroups;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import fr.acse.platform.identity.Roles.Power;
import fr.acse.platform.login.Invitations;
import fr.acse.words.Refusal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides which users manage which people. A manager manages the people of the manager's own organisation. The coordination manages the
 * people of associations and shelters that have no manager. An administrator manages everybody.
 */
@Service
@Transactional(propagation = Propagation.SUPPORTS)
@RequiredArgsConstructor
public class StaffPower {

    /**
     * The groups and the state of a person.
     *
     * @param groups that the person is a member of now
     * @param all groups of the person, including those of an open invitation and those from before a disabling
     * @param invitation that the person has not used yet, or null
     */
    public record Standing(
            Login login, Set<String> groups, Set<String> all, Invitations.Open invitation, boolean disabled) {

        public boolean isWorking() {
            return invitation == null && !disabled;
        }

        /** Groups of the associations and shelters that the person works for. */
        public Set<String> organisations() {
            return all.stream()
                    .filter(group -> group.startsWith(People.ORGANISATION))
                    .collect(Collectors.toSet());
        }

        public Set<String> roles() {
            return all.stream()
                    .filter(group -> !group.startsWith(People.ORGANISATION))
                    .collect(Collectors.toSet());
        }
    }

    private final People people;
    private final Roles roles;
    private final Invitations invitations;
    private final SecretGroups shelters;
    private final FormerPeople former;
    private final RightTable requests;

    /** The groups and the state of each person. */
    public Map<Login, Standing> all() {
        Map<Login, Set<String>> groups = people.everybody();
        Map<Login, Invitations.Open> invited =
                invitations.open().stream().collect(Collectors.toMap(Invitations.Open::login, Function.identity()));
        Map<Login, Set<String>> disabled = former.disabled();
        return groups.keySet().stream().collect(Collectors.toMap(Function.identity(), login -> {
            Set<String> all = new HashSet<>(groups.get(login));
            all.addAll(invited.containsKey(login) ? invited.get(login).groups() : Set.of());
            all.addAll(disabled.getOrDefault(login, Set.of()));
            return new Standing(
                    login, groups.get(login), Set.copyOf(all), invited.get(login), disabled.containsKey(login));
        }));
    }

    /** Groups of the associations and shelters whose people a user manages. */
    public Set<String> organisationsOf(Login by) {
        Set<String> groups = people.groupsOf(by);
        if (groups.contains(Roles.ADMINISTRATORS)) {
            return people.organisations();
        }
        Set<String> managed = new HashSet<>();
        if (roles.may(groups, Power.STANDS_IN)) {
            managed.addAll(people.organisations());
            managed.removeAll(withManager());
        }
        if (roles.may(groups, Power.MANAGES)) {
            managed.addAll(groups);
        }
        managed.retainAll(people.organisations());
        return managed;
    }

    /** Groups of the associations and shelters with a manager. A manager who has not used the invitation yet does not count. */
    private Set<String> withManager() {
        return all().values().stream()
                .filter(Standing::isWorking)
                .filter(standing -> roles.may(standing.groups(), Power.MANAGES))
                .flatMap(standing -> standing.organisations().stream())
                .collect(Collectors.toSet());
    }

    public boolean managesTheNetwork(Login by) {
        return people.groupsOf(by).contains(Roles.ADMINISTRATORS);
    }

    /** The role of people who work in an association or a shelter. */
    public String workRole(String organisation) {
        return roles.the(shelters.isSecret(organisation) ? Power.WORKS_IN_SHELTER : Power.WORKS_IN_ASSOCIATION);
    }

    /** Roles of people who work for no association and no shelter. */
    public Set<String> networkRoles() {
        return roles.with(Power.IN_NETWORK);
    }

    /** Whether a person has, had or is invited to a role that only two people together can take away. */
    boolean watches(Standing standing) {
        return roles.may(standing.all(), Power.WATCHES);
    }

    /** Whether a request for a right of this person has not taken effect yet. */
    public boolean isAsked(Login login) {
        return requests.open().stream().anyMatch(right -> right.login().equals(login));
    }

    /** Roles that a person can have besides the work role: one set for people of associations and shelters, another for the network. */
    public Set<String> rolesBeside(Standing standing) {
        return roles.with(standing.organisations().isEmpty() ? Power.IN_NETWORK : Power.BESIDE_WORK);
    }

    boolean manages(Login by, Standing standing) {
        boolean inHand = roles.may(standing.all(), Power.IN_NETWORK)
                        || standing.organisations().isEmpty()
                ? managesTheNetwork(by)
                : organisationsOf(by).containsAll(standing.organisations());
        return inHand && !standing.login().equals(by);
    }

    /** @throws Refusal if {@code by} does not manage the person of {@code login} */
    Standing requireMayManage(Login login, Login by) {
        Refusal.unless(!login.equals(by), "noPowerOverYourself");
        Standing standing = all().get(login);
        Refusal.unless(standing != null && manages(by, standing), "notYourPeople");
        return standing;
    }

    /** @throws Refusal if {@code by} does not manage one of the associations or shelters, or if a role does not fit the other groups */
    void requireMayGive(Set<String> groups, Login by) {
        Set<String> organisations = groups.stream()
                .filter(group -> group.startsWith(People.ORGANISATION))
                .collect(Collectors.toSet());
        Set<String> possible = new HashSet<>(organisations);
        organisations.forEach(organisation -> possible.add(workRole(organisation)));
        possible.addAll(roles.with(Power.BESIDE_WORK));
        if (managesTheNetwork(by) && organisations.isEmpty()) {
            possible.addAll(networkRoles());
        }
        boolean ofTheNetwork = managesTheNetwork(by) && networkRoles().containsAll(groups);
        Refusal.unless(
                !groups.isEmpty() && (ofTheNetwork || !organisations.isEmpty()) && possible.containsAll(groups),
                "roleMissing");
        Refusal.unless(organisationsOf(by).containsAll(organisations), "notYourPeople");
    }

    /** All groups of a person and one more group, for a check that needs the complete set. */
    Set<String> with(Standing standing, String group) {
        Set<String> all = new HashSet<>(standing.all());
        all.add(group);
        return all;
    }

    /** Whether {@code by} is a manager who gives rights in an own association or shelter, which needs no second person. */
    boolean decidesAlone(Set<String> groups, Login login, Login by) {
        Set<String> own = people.groupsOf(by);
        Set<String> all = new HashSet<>(groups);
        Standing standing = all().get(login);
        if (standing != null) {
            all.addAll(standing.all());
        }
        return roles.may(own, Power.MANAGES)
                && all.stream().anyMatch(group -> group.startsWith(People.ORGANISATION))
                && !roles.may(all, Power.IN_NETWORK)
                && all.stream()
                        .filter(group -> group.startsWith(People.ORGANISATION))
                        .allMatch(own::contains);
    }

    /** Whether a group belongs to an association. The group of a shelter does not count. */
    boolean isOfAssociation(String group) {
        return group.startsWith(People.ORGANISATION) && !shelters.isSecret(group);
    }

    boolean isWorkRole(String group) {
        return roles.ofWork().contains(group);
    }

    /** Whether only two people together can take a role away. */
    boolean isTakenByTwo(String group) {
        return roles.may(Set.of(group), Power.WATCHES);
    }

    /** @throws Refusal if fewer than two people who can grant rights would remain after this person leaves the group */
    void requireTwoWhoGrant(Login leaving, String group) {
        Set<String> granting = roles.with(Power.GRANTS);
        if (!granting.contains(group)) {
            return;
        }
        long left = granting.stream()
                .flatMap(each -> people.membersOf(each).stream()
                        .filter(member -> !each.equals(group) || !member.equals(leaving)))
                .distinct()
                .count();
        Refusal.unless(left >= 2, "twoGrant");
    }
}
