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

/** Records the departure, the changes and the end of journeys. */
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
     * Records that the woman and the escort have left, or continue after trouble.
     *
     * @param person the escort, or a member of the coordination who decided that the journey continues
     * @return when the silence alarm is raised
     * @throws Refusal if another person says so. A first departure is also refused if the escort is not confirmed or the address is given
     *     up.
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

    public Instant plannedDeparture(CaseReference reference) {
        return open.get(reference).departureAt();
    }

    /** When the escort and the association are reminded that nobody has reported the departure. */
    public Instant departureReminder(CaseReference reference) {
        return open.get(reference).departureAt().plus(terms.late());
    }

    /** When the coordination must find out why nobody has reported the departure. */
    public Instant departureAlarm(CaseReference reference) {
        return open.get(reference).departureAt().plus(terms.departureUnknown());
    }

    /**
     * Moves the departure to a later time. All times on the way move by the same duration.
     *
     * @throws Refusal if the new time is missing, in the past, or more than one day after the agreed day of arrival
     */
    public void postpone(CaseReference reference, Instant departure) {
        Refusal.unless(departure != null && departure.isAfter(days.now()), "newDeparture");
        // The departure may be one day after the agreed day, such as after midnight. For a later day, a new arrival
        // must be agreed.
        LocalDate latest = referrals.get(reference).arrivalDate().plusDays(1);
        Refusal.unless(!days.of(departure).isAfter(latest), "departureTooLate", latest);
        Journey journey = open.get(reference);
        Duration later = journey.postpone(departure);
        open.legs(journey).forEach(leg -> leg.expectAt(leg.expectedAt().plus(later)));
        notices.tell(
                Event.JOURNEY_CHANGED, reference, journey.arrivalExpectedAt(), Audience.shelter(journey.shelter()));
    }

    /** Records the arrival that the escort and the shelter have confirmed. The places of the case are occupied from now on. */
    public void arrive(CaseReference reference) {
        places.occupy(reference, open.get(reference).shelter());
    }

    /** The latest journey of a case that has departed, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Journey> last(CaseReference reference) {
        return open.begun(reference).reduce((one, later) -> later);
    }

    /** The journey that is planned or under way. */
    @Transactional(readOnly = true)
    public Optional<Journey> current(CaseReference reference) {
        return open.find(reference);
    }

    /** Whether a journey of the case is planned or under way. */
    @Transactional(readOnly = true)
    public boolean isPlanned(CaseReference reference) {
        return open.find(reference).isPresent();
    }

    /** Whether the woman has left and has not arrived yet. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean isOnTheWay(CaseReference reference) {
        return open.find(reference).filter(Journey::hasDeparted).isPresent();
    }

    /** Whether a journey was ever planned. The tickets of a journey that did not happen cost money too. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean isKnown(CaseReference reference) {
        return open.isKnown(reference);
    }

    /** The shelter to which the woman travelled last. */
    public Optional<ShelterCode> lastShelterOf(CaseReference reference) {
        return open.begun(reference).map(Journey::shelter).reduce((earlier, later) -> later);
    }

    /** Codes of all shelters to which the woman travelled. */
    public Set<ShelterCode> sheltersOf(CaseReference reference) {
        return open.begun(reference).map(Journey::shelter).collect(Collectors.toSet());
    }

    @EventListener
    void cancel(CaseClosed closed) {
        notices.tell(Event.JOURNEY_OFF, closed.reference(), days.now(), Party.ALL_ESCORTS);
        end(closed.reference(), closed.outcome().code());
    }

    /** Tells the escorts of the open journey that the woman must not go to the shelter that awaits her. */
    public void tellOfAddress(CaseReference reference) {
        notices.tell(Event.ALARM_AWAITED, reference, days.now(), Party.ALL_ESCORTS);
    }

    /** Ends the open journey of a case, if there is one. The escort can no longer read the address. */
    public void end(CaseReference reference, String outcome) {
        open.find(reference).ifPresent(journey -> journey.end(outcome, days.now()));
    }
}
