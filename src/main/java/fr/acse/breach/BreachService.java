package fr.acse.breach;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.placement.PlaceService;
import fr.acse.placement.ShelterService;
import fr.acse.referral.MustNotGo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps that follow a report that an address may be known. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class BreachService {

    private final Breaches breaches;
    private final Residents residents;
    private final PlaceService places;
    private final ShelterService shelters;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A breach is reported for a case: the address at which she lives, or to which she goes, is frozen. */
    public void open(CaseReference reference) {
        // During a move, people read the address to which she goes, so this address is frozen.
        ShelterCode shelter = places.holdingShelter(reference)
                .or(() -> places.homeOf(reference))
                .orElse(null);
        breaches.save(new Breach(reference, shelter, clock.instant()));
        if (shelter != null) {
            shelters.freeze(shelter);
            notices.tell(Event.ADDRESS_FROZEN, reference, clock.instant(), Audience.shelter(shelter));
        }
    }

    /** When the 72 hours for the authority end. */
    public Instant authorityDue(CaseReference reference) {
        return breaches.latest(reference).reportedAt().plus(Breach.AUTHORITY);
    }

    /** A day before the 72 hours end. */
    public Instant authorityReminder(CaseReference reference) {
        return authorityDue(reference).minus(Breach.REMINDER);
    }

    /** @param how notified or notNeeded */
    public void tellAuthority(CaseReference reference, String how) {
        breaches.latest(reference).tellAuthority(how, clock.instant());
    }

    /**
     * The coordination decides on the address.
     *
     * @param decision kept or retired
     * @return how many women are decided on one by one: everybody who lives there, or nobody if all are moved
     */
    public int decide(CaseReference reference, String decision, Login by) {
        Breach breach = breaches.latest(reference);
        breach.decide(decision, by, clock.instant());
        if (breach.shelter() == null) {
            return 0;
        }
        int number = 0;
        for (CaseReference resident : places.residentsOf(breach.shelter())) {
            residents.save(new Resident(breach.id(), ++number, resident));
        }
        if (decision.equals("retired")) {
            shelters.retire(breach.shelter(), by);
            tellOfAwaited(breach.shelter());
        } else if (!breaches.existsByShelterAndDecisionIsNullAndIdNot(breach.shelter(), breach.id())) {
            shelters.unfreeze(breach.shelter());
        }
        notices.tell(
                decision.equals("retired") ? Event.ADDRESS_RETIRED : Event.ADDRESS_FREE,
                reference,
                clock.instant(),
                Audience.shelter(breach.shelter()));
        return number;
    }

    /** A woman who is awaited at an address that is given up must not go there. */
    private void tellOfAwaited(ShelterCode shelter) {
        for (CaseReference awaited : places.awaitedAt(shelter)) {
            Instant now = clock.instant();
            notices.tell(Event.ALARM_AWAITED, awaited, now, Audience.coordination(), Party.ASSOCIATION);
            events.publishEvent(new MustNotGo(awaited));
        }
    }

    /** The cases of those who lived there when it was decided, in their order. */
    @Transactional(readOnly = true)
    public List<CaseReference> residentsOf(CaseReference reference) {
        return residents
                .findByIdBreachOrderByIdNumber(breaches.latest(reference).id())
                .stream()
                .map(Resident::reference)
                .toList();
    }

    /** @param decision stays or moves */
    public void decideFor(CaseReference reference, CaseReference resident, String decision) {
        residents.findByIdBreachOrderByIdNumber(breaches.latest(reference).id()).stream()
                .filter(each -> each.reference().equals(resident))
                .forEach(each -> each.decide(decision));
    }

    /** The cases that live at the address now, before the decision. */
    @Transactional(readOnly = true)
    public List<CaseReference> livingThere(CaseReference reference) {
        ShelterCode shelter = breaches.latest(reference).shelter();
        return shelter == null ? List.of() : places.residentsOf(shelter);
    }

    /** The cases that are awaited at the address and have not arrived. */
    @Transactional(readOnly = true)
    public List<CaseReference> awaitedAt(CaseReference reference) {
        ShelterCode shelter = breaches.latest(reference).shelter();
        return shelter == null ? List.of() : places.awaitedAt(shelter);
    }
}
