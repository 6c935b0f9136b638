package fr.acse.notice;

import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import fr.acse.platform.login.InvitationNews;
import fr.acse.platform.rights.RightNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends mails about new rights, closings, disabled people and invitations. */
@Component
@RequiredArgsConstructor
class RightMail implements RightNews, InvitationNews {

    /** The tolerance when the time of a right is compared with the time of its notice. A transaction reads the clock twice. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Notices notices;
    private final People people;
    private final WaitingNotices waiting;
    private final Clock clock;

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellCoordination() {
        notices.tell(Event.RIGHT_GRANTED, null, clock.instant(), Audience.coordination());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellOfClosing() {
        notices.tell(Event.CLOSED_BY_TWO, null, clock.instant(), Audience.coordination());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellOfManager() {
        notices.tell(Event.PEOPLE_CHANGED, null, clock.instant(), Audience.coordination());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellOfDisabled(Set<String> organisations) {
        Map<Login, Audience.Role> told = new TreeMap<>(Comparator.comparing(Login::value));
        people.membersOf(Groups.MANAGERS).stream()
                .filter(manager -> !Collections.disjoint(people.groupsOf(manager), organisations))
                .forEach(manager -> told.put(manager, Audience.Role.OPERATORS));
        people.membersOf(Roles.ADMINISTRATORS).forEach(each -> told.put(each, Audience.Role.SUPERVISORS));
        people.membersOf(Groups.SUPERVISORS).forEach(each -> told.put(each, Audience.Role.SUPERVISORS));
        people.membersOf(Groups.COORDINATION).forEach(each -> told.put(each, Audience.Role.COORDINATION));
        told.forEach((person, role) ->
                notices.tell(Event.PERSON_DISABLED, null, clock.instant(), Audience.person(person, role)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void invited(Login login) {
        notices.tell(Event.INVITED, null, null, Audience.person(login, Audience.Role.OPERATORS));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(Login login) {
        waiting.deleteUnsent(login, Event.INVITED);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isToldSince(Instant granted) {
        return !waiting.existsWaiting(Event.RIGHT_GRANTED, granted.minus(A_MOMENT));
    }
}
