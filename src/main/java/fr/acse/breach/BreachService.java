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

/** Actions after a report that outsiders may know the address of a shelter. */
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

    /** Opens a breach for a case and freezes the address of the shelter in which the woman lives, or to which she goes. */
    public void open(CaseReference reference) {
        // During a move, staff read the address of the new shelter, so the address of the new shelter is frozen.
        ShelterCode shelter = places.holdingShelter(reference)
                .or(() -> places.homeOf(reference))
                .orElse(null);
        breaches.save(new Breach(reference, shelter, clock.instant()));
        if (shelter != null) {
            shelters.freeze(shelter);
            notices.tell(Event.ADDRESS_FROZEN, reference, clock.instant(), Audience.shelter(shelter));
        }
    }

    /** The end of the 72 hours within which the data-protection authority must be told. */
    public Instant authorityDue(CaseReference reference) {
        return breaches.latest(reference).reportedAt().plus(Breach.AUTHORITY);
    }

    /** The time of the reminder to tell the authority: 24 hours before the 72 hours end. */
    public Instant authorityReminder(CaseReference reference) {
        return authorityDue(reference).minus(Breach.REMINDER);
    }

    /** @param how notified or notNeeded */
    public void tellAuthority(CaseReference reference, String how) {
        breaches.latest(reference).tellAuthority(how, clock.instant());
    }

    /**
     * Records the decision of the coordination on the address.
     *
     * @param decision kept or retired
     * @return number of women who live at the address; 0 if no shelter is known
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

    /** Tells staff of each woman who is expected at a retired address that she must not go there. */
    private void tellOfAwaited(ShelterCode shelter) {
        for (CaseReference awaited : places.awaitedAt(shelter)) {
            Instant now = clock.instant();
            notices.tell(Event.ALARM_AWAITED, awaited, now, Audience.coordination(), Party.ASSOCIATION);
            events.publishEvent(new MustNotGo(awaited));
        }
    }

    /** The cases that lived at the address when the coordination decided on it, ordered by their number. */
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

    /** The cases that live at the address now. */
    @Transactional(readOnly = true)
    public List<CaseReference> livingThere(CaseReference reference) {
        ShelterCode shelter = breaches.latest(reference).shelter();
        return shelter == null ? List.of() : places.residentsOf(shelter);
    }

    /** The cases that are expected at the address and have not arrived. */
    @Transactional(readOnly = true)
    public List<CaseReference> awaitedAt(CaseReference reference) {
        ShelterCode shelter = breaches.latest(reference).shelter();
        return shelter == null ? List.of() : places.awaitedAt(shelter);
    }
}
