package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.placement.PlaceService;
import fr.acse.referral.CaseClosed;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records how journeys begin, change and end. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class JourneyService {

    private static final String COORDINATION = "coordination";
    private final OpenJourneys open;
    private final ReferralService referrals;
    private final DirectoryService directory;
    private final PlaceService places;
    private final Notices notices;
    private final TransferTerms terms;
    private final Days days;

    /**
     * Records that they have left, or go on after trouble.
     *
     * @param person the escort, or somebody of the coordination who decided that they go on
     * @return when the silence alarm is to be raised
     * @throws Refusal if another person says so, the escort awaits the approval of the coordination, or the address is given up
     */
    public Instant depart(CaseReference reference, Login person) {
        Journey journey = open.get(reference);
        if (!person.equals(journey.escort()) && !directory.isIn(person, COORDINATION)) {
            throw new Refusal("onlyTheEscort");
        }
        Refusal.unless(
                journey.hasDeparted() || journey.isConfirmed() || directory.isIn(person, COORDINATION),
                "escortAwaitsWord");
        Refusal.unless(journey.hasDeparted() || !places.isRetired(journey.shelter()), "addressRetired");
        return journey.depart(days.now());
    }

    /** When they leave. */
    public Instant plannedDeparture(CaseReference reference) {
        return open.get(reference).departureAt();
    }

    /** When escort and operator are reminded that nobody has said that they left. */
    public Instant departureReminder(CaseReference reference) {
        return open.get(reference).departureAt().plus(terms.late());
    }

    /** When the coordination finds out why nobody has said that they left. */
    public Instant departureAlarm(CaseReference reference) {
        return open.get(reference).departureAt().plus(terms.departureUnknown());
    }

    /**
     * They leave later; what follows on the way moves with it.
     *
     * @throws Refusal without a new time, or if that lies before now
     */
    public void postpone(CaseReference reference, Instant departure) {
        Refusal.unless(departure != null && departure.isAfter(days.now()), "newDeparture");
        // They may leave up to one day later, such as after midnight. For a later day, the arrival is agreed again.
        LocalDate latest = referrals.get(reference).arrivalDate().plusDays(1);
        Refusal.unless(!days.of(departure).isAfter(latest), "departureTooLate", latest.toString());
        Journey journey = open.get(reference);
        Duration later = journey.postpone(departure);
        open.legs(journey).forEach(leg -> leg.expectAt(leg.expectedAt().plus(later)));
        notices.tell(
                Event.JOURNEY_CHANGED, reference, journey.arrivalExpectedAt(), Audience.shelter(journey.shelter()));
    }

    /** Records the arrival that both sides have confirmed: her places are occupied from now on. */
    public void arrive(CaseReference reference) {
        places.occupy(reference, open.get(reference).shelter());
    }

    /** The last journey of a case that she began, if there was one. */
    @Transactional(readOnly = true)
    public Optional<Journey> last(CaseReference reference) {
        return open.begun(reference).reduce((one, later) -> later);
    }

    /** Whether a journey is planned or under way, with its escort. */
    @Transactional(readOnly = true)
    public boolean isPlanned(CaseReference reference) {
        return open.find(reference).isPresent();
    }

    /** Whether she has left and has not arrived yet. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean isOnTheWay(CaseReference reference) {
        return open.find(reference).filter(Journey::hasDeparted).isPresent();
    }

    /** Whether a journey was planned, even if it did not happen: its tickets cost money all the same. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean isKnown(CaseReference reference) {
        return open.isKnown(reference);
    }

    /** The shelter to which she travelled last. */
    public Optional<ShelterCode> lastShelterOf(CaseReference reference) {
        return open.begun(reference).map(Journey::shelter).reduce((earlier, later) -> later);
    }

    /** Codes of the shelters to which she travelled. */
    public Set<ShelterCode> sheltersOf(CaseReference reference) {
        return open.begun(reference).map(Journey::shelter).collect(Collectors.toSet());
    }

    @EventListener
    void cancel(CaseClosed closed) {
        notices.tell(Event.JOURNEY_OFF, closed.reference(), days.now(), Party.ALL_ESCORTS);
        end(closed.reference(), closed.outcome().code());
    }

    /** Tells the escorts of the journey that is planned or under way that she must not go where she is awaited. */
    public void tellOfAddress(CaseReference reference) {
        notices.tell(Event.ALARM_AWAITED, reference, days.now(), Party.ALL_ESCORTS);
    }

    /** Ends the journey of a case, if one is planned or under way; the escort no longer reads the address. */
    public void end(CaseReference reference, String outcome) {
        open.find(reference).ifPresent(journey -> journey.end(outcome, days.now()));
    }
}
