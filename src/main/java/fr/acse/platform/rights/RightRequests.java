package fr.acse.platform.rights;

import fr.acse.codes.Login;
import fr.acse.platform.identity.Accounts;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import fr.acse.platform.identity.Roles.Power;
import fr.acse.platform.login.Invitations;
import fr.acse.platform.rights.RightTable.Right;
import fr.acse.words.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A right needs two people: an administrator requests it, and another administrator or a supervisor grants it. For people of an
 * association or a shelter, the coordination grants instead of the supervisors. A granted right begins when the coordination has been notified by mail. Two people
 * also take away a watching role, or remove the last person from an association or a shelter. A removal takes effect as soon as the second
 * person grants it.
 */
@Component
@RequiredArgsConstructor
class RightRequests {

    private final RightTable table;
    private final Accounts accounts;
    private final People people;
    private final Roles roles;
    private final RightNews news;
    private final Invitations invitations;
    private final ShelterClosing closing;

    /** Records an administrator's request in a separate transaction. The request stays although the engine refuses the command. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void askAlthoughRefused(Login login, String group, boolean away, Login by) {
        ask(login, group, away, by);
    }

    /**
     * Records a request. A second person decides on it.
     *
     * @throws Refusal if the request removes the last person from a shelter that cannot be closed
     */
    @Transactional
    public void ask(Login login, String group, boolean away, Login by) {
        if (away && closes(login, group)) {
            closing.requireClosable(group);
        }
        table.ask(login, group, away, by);
    }

    /** Requests that have not taken effect: those that a person may grant, and those that the same person made. */
    @Transactional(readOnly = true)
    public List<Right> open(Login who) {
        Set<String> groups = people.groupsOf(who);
        return table.open().stream()
                .filter(right -> right.askedBy().equals(who) || !Collections.disjoint(granting(right.group()), groups))
                .toList();
    }

    /** Roles that may grant the right. Supervisors may not grant rights in a shelter, because they do not know who works there. */
    private Set<String> granting(String group) {
        return roles.with(isInOrganisations(group) ? Power.GRANTS_IN_ORGANISATIONS : Power.GRANTS);
    }

    private boolean isInOrganisations(String group) {
        return group.startsWith(People.ORGANISATION)
                || roles.ofWork().contains(group)
                || roles.may(Set.of(group), Power.BESIDE_WORK);
    }

    /** Takes a lock until the transaction ends, so that simultaneous leavings are checked in turn. Call this before changing a request. */
    @Transactional
    public void oneAfterTheOther() {
        table.lock();
    }

    /** Whether a person is the last one in the group of an association or a shelter, and no granted right will add another person. */
    boolean isLast(Login login, String group) {
        return group.startsWith(People.ORGANISATION)
                && Set.of(login).containsAll(people.everybodyIn(group))
                && table.granted().stream().noneMatch(right -> right.group().equals(group));
    }

    /** Whether a person is the only one who works in an association or a shelter. A person who waits for a new link counts. */
    boolean leavesNobodyAtWork(Login login, String group) {
        return group.startsWith(People.ORGANISATION)
                && Set.of(login).containsAll(people.membersOf(group))
                && !Collections.disjoint(people.groupsOf(login), roles.ofWork())
                && invitations.open().stream()
                        .noneMatch(open -> open.newcomer() && open.login().equals(login));
    }

    /**
     * Whether an association or a shelter is closed when a person leaves its group.
     *
     * @throws Refusal if the person is the only one who works there, but the association or shelter would not be closed
     */
    boolean closes(Login login, String group) {
        boolean last = isLast(login, group);
        Refusal.unless(last || !leavesNobodyAtWork(login, group), "othersDoNotWorkYet", group);
        return last;
    }

    /**
     * @param closes whether the page announced that an association or a shelter is closed
     * @throws Refusal if {@code by} is not a second person or may not grant the right, if the request is decided or its effect has changed
     *     since the page was shown, or if the shelter cannot be closed
     */
    @Transactional
    public void grant(UUID id, boolean closes, Login by) {
        oneAfterTheOther();
        Right right = lock(id, by);
        Refusal.unless(!by.equals(right.askedBy()) && !by.equals(right.login()), "rightSecondPerson");
        Refusal.unless(closes == (right.away() && closes(right.login(), right.group())), "requestChanged");
        table.grant(right, by);
        if (right.away()) {
            table.begun(right);
            accounts.leave(right.login(), right.group());
        }
        if (closes) {
            takeWorkRoles(right.login());
            closing.close(right.group(), by);
            news.tellOfClosing();
        } else {
            news.tellCoordination();
        }
    }

    /** Removes a person's roles in associations and shelters if the person works for none of them any more. */
    private void takeWorkRoles(Login login) {
        Set<String> groups = people.groupsOf(login);
        if (groups.stream().noneMatch(group -> group.startsWith(People.ORGANISATION))) {
            groups.stream().filter(this::isInOrganisations).forEach(group -> accounts.leave(login, group));
        }
    }

    /**
     * Refuses a request. The person who made a request withdraws it with this method.
     *
     * @throws Refusal if another person made the request about {@code by}, if {@code by} may not decide on it, or if it is already decided
     */
    @Transactional
    public void refuse(UUID id, Login by) {
        Right right = lock(id, by);
        Refusal.unless(by.equals(right.askedBy()) || !by.equals(right.login()), "rightSecondPerson");
        table.refuse(right, by);
    }

    /** Withdraws a person's open requests, and the granted rights that have not begun. Open requests to take a right away stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Login login) {
        table.withdraw(login);
    }

    private Right lock(UUID id, Login by) {
        Right right = table.take(id).orElseThrow(() -> new Refusal("rightDecided"));
        if (Collections.disjoint(granting(right.group()), people.groupsOf(by))) {
            throw new Refusal("notYourStep");
        }
        return right;
    }

    /** Gives each granted right as soon as the mail about it has been sent to the coordination. */
    @Scheduled(fixedDelayString = "${acse.mail.every}")
    @Transactional
    public void begin() {
        if (table.granted().isEmpty()) {
            return;
        }
        oneAfterTheOther();
        table.takeGranted().stream()
                .filter(right -> news.isToldSince(right.grantedAt()))
                .forEach(right -> {
                    // The job skips the right of a deleted person or group, so that it does not block other rights.
                    if (people.exists(right.login().value()) && people.isGroup(right.group())) {
                        give(right.login(), right.group());
                    }
                    table.begun(right);
                    invitations.send(right.login());
                });
    }

    /** Gives a right without a second person: a manager gives it, or a disabling is undone. The caller sends the mails about it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveInOwnOrganisation(Login login, String group, Login by) {
        give(login, group);
        table.log(login, group, by);
        invitations.send(login);
    }

    /** Gives a right from the command line of the server, and notifies the coordination. */
    @Transactional
    public void grantAtOnce(Login login, String group, Login by) {
        give(login, group);
        table.log(login, group, by);
        news.tellCoordination();
    }

    private void give(Login login, String group) {
        oneAfterTheOther();
        accounts.join(login, group);
    }
}
