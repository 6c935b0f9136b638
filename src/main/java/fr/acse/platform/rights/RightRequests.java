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
 * Two people put somebody into a group: an administrator asks, and another one or a supervisor grants. In an association or a shelter
 * the coordination asks and grants in place of supervisors. The right begins when the coordination was told by mail. Two people also take
 * away a watching role, and remove the last person from an association or a shelter. That takes effect at once.
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

    /** Records a request of an administrator. The record stays, although the engine refuses her command. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void askAlthoughRefused(Login login, String group, boolean away, Login by) {
        ask(login, group, away, by);
    }

    /**
     * Records a request, which a second person decides.
     *
     * @throws Refusal if the last person is to leave a shelter that cannot be closed
     */
    @Transactional
    public void ask(Login login, String group, boolean away, Login by) {
        if (away && closes(login, group)) {
            closing.requireClosable(group);
        }
        table.ask(login, group, away, by);
    }

    /** Requests that have not taken effect: those that a person may grant, and those that she made. */
    @Transactional(readOnly = true)
    public List<Right> open(Login who) {
        Set<String> groups = people.groupsOf(who);
        return table.open().stream()
                .filter(right -> right.askedBy().equals(who) || !Collections.disjoint(granting(right.group()), groups))
                .toList();
    }

    /** Supervisors do not grant in organisations, because they do not know who works in a shelter. */
    private Set<String> granting(String group) {
        return roles.with(isInOrganisations(group) ? Power.GRANTS_IN_ORGANISATIONS : Power.GRANTS);
    }

    private boolean isInOrganisations(String group) {
        return group.startsWith(People.ORGANISATION)
                || roles.ofWork().contains(group)
                || roles.may(Set.of(group), Power.BESIDE_WORK);
    }

    /** Takes a lock, so that two people who leave at once are counted one after the other. Take it before changing a request. */
    @Transactional
    public void oneAfterTheOther() {
        table.lock();
    }

    /** Whether an association or a shelter is closed if she leaves its group, because nobody else is in it or joins it. */
    boolean isLast(Login login, String group) {
        return group.startsWith(People.ORGANISATION)
                && Set.of(login).containsAll(people.everybodyIn(group))
                && table.granted().stream().noneMatch(right -> right.group().equals(group));
    }

    /** Whether she works for an association or a shelter, or waits for a new link there, and nobody else works there. */
    boolean leavesNobodyAtWork(Login login, String group) {
        return group.startsWith(People.ORGANISATION)
                && Set.of(login).containsAll(people.membersOf(group))
                && !Collections.disjoint(people.groupsOf(login), roles.ofWork())
                && invitations.open().stream()
                        .noneMatch(open -> open.newcomer() && open.login().equals(login));
    }

    /**
     * Whether an association or a shelter is closed if she leaves its group.
     *
     * @throws Refusal if it is not closed, but only she works there
     */
    boolean closes(Login login, String group) {
        boolean last = isLast(login, group);
        Refusal.unless(last || !leavesNobodyAtWork(login, group), "othersDoNotWorkYet", group);
        return last;
    }

    /**
     * @param closes whether the page said that an association or a shelter is closed
     * @throws Refusal if she made the request or it is for herself, it is decided already, its effect has changed since the page was
     *     shown, or the shelter cannot be closed
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

    /** Removes the roles for associations and shelters of a person who works for none any more. */
    private void takeWorkRoles(Login login) {
        Set<String> groups = people.groupsOf(login);
        if (groups.stream().noneMatch(group -> group.startsWith(People.ORGANISATION))) {
            groups.stream().filter(this::isInOrganisations).forEach(group -> accounts.leave(login, group));
        }
    }

    /**
     * Refuses a request. The person who made it withdraws it in this way.
     *
     * @throws Refusal if it is another person's request about herself, or it is decided already
     */
    @Transactional
    public void refuse(UUID id, Login by) {
        Right right = lock(id, by);
        Refusal.unless(by.equals(right.askedBy()) || !by.equals(right.login()), "rightSecondPerson");
        table.refuse(right, by);
    }

    /** Withdraws the open requests for a person, and the rights that were granted and have not begun. Requests to take away stay. */
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

    /** A granted right begins when the coordination has been told. */
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
                    // A right of a deleted person or group is skipped, so that it does not block other rights.
                    if (people.exists(right.login().value()) && people.isGroup(right.group())) {
                        give(right.login(), right.group());
                    }
                    table.begun(right);
                    invitations.send(right.login());
                });
    }

    /** Gives a right that needs no second person: by a manager, or as an undo. The caller tells the people concerned. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveInOwnOrganisation(Login login, String group, Login by) {
        give(login, group);
        table.log(login, group, by);
        invitations.send(login);
    }

    /** Gives a right from the server's command line, and tells the coordination. */
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
