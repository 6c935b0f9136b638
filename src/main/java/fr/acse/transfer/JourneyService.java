package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.placement.PlaceService;
import fr.acse.referral.ArrivalChanges;
import fr.acse.referral.CaseClosed;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.transfer.JourneyPlan.Change;
import fr.acse.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans journeys, and keeps that they began and ended. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class JourneyService {

    private static final String COORDINATION = "coordination";

    private final OpenJourneys open;
    private final Journeys journeys;
    private final Legs legs;
    private final EscortService escorts;
    private final ReferralService referrals;
    private final DirectoryService directory;
    private final PlaceService places;
    private final Notices notices;
    private final TransferTerms terms;
    private final Days days;

    JourneyService(
            OpenJourneys open,
            Journeys journeys,
            Legs legs,
            EscortService escorts,
            ReferralService referrals,
            DirectoryService directory,
            PlaceService places,
            Notices notices,
            TransferTerms terms,
            Days days) {
        this.open = open;
        this.journeys = journeys;
        this.legs = legs;
        this.escorts = escorts;
        this.referrals = referrals;
        this.directory = directory;
        this.places = places;
        this.notices = notices;
        this.terms = terms;
        this.days = days;
    }

    /** End of the agreed day of arrival in France: until then a journey can be planned for it. */
    public Instant agreedDayEnd(CaseReference reference) {
        LocalDate agreed = referrals.get(reference).arrivalDate();
        if (agreed == null) {
            throw new Refusal("notReadyToTravel");
        }
        return days.start(agreed.plusDays(1));
    }

    /**
     * Whoever decides for her by law has agreed that she leaves; nobody tells where she goes.
     *
     * @param agreedOn the day, or null if nobody was asked
     * @throws Refusal without that word, or if the day lies ahead
     */
    public void checkGuardian(LocalDate agreedOn) {
        Refusal.unless(agreedOn != null, "guardianNotAsked");
        Refusal.unless(!agreedOn.isAfter(days.today()), "guardianInFuture");
    }

    /**
     * Plans a journey in place of one that did not happen.
     *
     * @param planner who plans it; an escort who names herself can read the address only after somebody else
     *     confirmed her
     * @return whether the escort is confirmed already
     * @throws Refusal without a full commitment, an agreed arrival, an escort, or with times that do not fit
     */
    public boolean plan(CaseReference reference, ShelterCode shelter, JourneyPlan plan, Login planner) {
        Login escort = plan.escort();
        Instant departure = plan.departure();
        Instant arrival = plan.arrival();
        Referral referral = referrals.get(reference);
        Refusal.unless(!places.isRetired(shelter), "addressRetired");
        if (!referral.commitmentFull() || referral.arrivalDate() == null) {
            throw new Refusal("notReadyToTravel");
        }
        Refusal.unless(directory.isVetted(referral.operator()), "notVettedYet", referral.operator());
        Refusal.unless(
                !planner.equals(escort) || directory.worksFor(planner, referral.operator()),
                "escortNotOfIt",
                referral.operator());
        if (escort == null || !directory.worksFor(escort, referral.operator())) {
            throw new Refusal("escortUnknown");
        }
        if (arrival.isBefore(departure)) {
            throw new Refusal("arrivalBeforeDeparture");
        }
        LocalDate day = days.of(departure);
        if (day.isAfter(referral.arrivalDate()) || day.plusDays(1).isBefore(referral.arrivalDate())) {
            throw new Refusal("departureDay", referral.arrivalDate().toString());
        }
        terms.checkLength("Planned arrival", departure, arrival);
        checkChanges(plan);
        Refusal.unless(
                plan.substitute() == null
                        || directory.worksFor(plan.substitute(), referral.operator())
                                && !plan.substitute().equals(escort),
                "substituteUnknown");
        if (open.find(reference).isPresent()) {
            end(reference, "REPLANNED");
            notices.tell(Audience.shelter(shelter), Event.JOURNEY_CHANGED, reference, null);
        }
        journeys.flush(); // the database knows one open journey per case
        Journey journey = journeys.save(new Journey(reference, shelter, plan, planner));
        saveLegs(journey, plan);
        tellNamed(reference, journey, planner);
        // Whoever names herself, as the first or as a later escort, is confirmed by somebody else.
        boolean confirmed = journey.isConfirmed()
                && plan.changes().stream().map(Change::relay).noneMatch(planner::equals);
        if (!confirmed) {
            notices.tell(Audience.coordination(), Event.ESCORT_TO_CONFIRM, reference, departure);
            notices.tell(Audience.operator(referral.operator()), Event.ESCORT_TO_CONFIRM, reference, departure);
        }
        return confirmed;
    }

    private void tellNamed(CaseReference reference, Journey journey, Login planner) {
        open.legs(journey).stream()
                .map(Leg::escort)
                .filter(each -> !each.equals(planner))
                .distinct()
                .forEach(each -> notices.tell(
                        Audience.person(each, Audience.Role.OPERATORS),
                        Event.ESCORT_NAMED,
                        reference,
                        journey.departureAt()));
    }

    private void checkChanges(JourneyPlan plan) {
        Instant before = plan.departure();
        for (Change change : plan.changes()) {
            Refusal.unless(
                    change.at() != null
                            && !change.at().isBefore(before)
                            && !change.at().isAfter(plan.arrival()),
                    "changeTimes");
            before = change.at();
            Refusal.unless(
                    change.relay() == null || escorts.isOfAnAssociation(change.relay()),
                    "relayUnknown",
                    change.relay());
        }
    }

    private void saveLegs(Journey journey, JourneyPlan plan) {
        Login with = plan.escort();
        int number = 1;
        for (Change change : plan.changes()) {
            legs.save(new Leg(journey.id(), number++, with, change.at()));
            with = change.relay() == null ? with : change.relay();
        }
        legs.save(new Leg(journey.id(), number, with, plan.arrival()));
    }

    /**
     * They have left, or go on after trouble.
     *
     * @param person the escort, or somebody of the coordination who decided that they go on
     * @return when the silence alarm is to be raised
     * @throws Refusal if somebody else says it, the escort awaits the word of the coordination, or the address is given up
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
        // Past midnight is no other day for whoever travels; a later day is agreed anew.
        LocalDate latest = referrals.get(reference).arrivalDate().plusDays(1);
        Refusal.unless(!days.of(departure).isAfter(latest), "departureTooLate", latest.toString());
        Journey journey = open.get(reference);
        Duration later = journey.postpone(departure);
        open.legs(journey).forEach(leg -> leg.expectAt(leg.expectedAt().plus(later)));
        notices.tell(
                Audience.shelter(journey.shelter()), Event.JOURNEY_CHANGED, reference, journey.arrivalExpectedAt());
    }

    /** Both sides have confirmed: her places are occupied. */
    public void arrive(CaseReference reference) {
        places.occupy(reference, open.get(reference).shelter());
    }

    /** The last journey of a case that she began, if there was one. */
    @Transactional(readOnly = true)
    public Optional<Journey> last(CaseReference reference) {
        return journeys.findByReferenceOrderByDepartureAt(reference).stream()
                .filter(Journey::hasDeparted)
                .reduce((one, later) -> later);
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
        return !journeys.findByReferenceOrderByDepartureAt(reference).isEmpty();
    }

    /** The shelter to which she travelled last. */
    public Optional<ShelterCode> lastShelterOf(CaseReference reference) {
        return journeys.findByReferenceOrderByDepartureAt(reference).stream()
                .filter(Journey::hasDeparted)
                .map(Journey::shelter)
                .reduce((earlier, later) -> later);
    }

    /** Codes of the shelters to which she travelled. */
    public Set<ShelterCode> sheltersOf(CaseReference reference) {
        return journeys.findByReferenceOrderByDepartureAt(reference).stream()
                .filter(Journey::hasDeparted)
                .map(Journey::shelter)
                .collect(Collectors.toSet());
    }

    /** @throws Refusal if they have left already */
    @EventListener
    void planAgain(ArrivalChanges changes) {
        open.find(changes.reference())
                .ifPresent(journey -> Refusal.unless(!journey.hasDeparted(), "haveLeft", changes.reference()));
    }

    @EventListener
    void cancel(CaseClosed closed) {
        tellEscorts(closed.reference(), Event.JOURNEY_OFF);
        end(closed.reference(), closed.outcome().code());
    }

    /** Whoever escorts her on the journey that is planned or under way is told something. */
    public void tellEscorts(CaseReference reference, Event event) {
        open.find(reference)
                .ifPresent(journey -> open.legs(journey).stream()
                        .map(Leg::escort)
                        .distinct()
                        .forEach(each -> notices.tell(
                                Audience.person(each, Audience.Role.OPERATORS), event, reference, days.now())));
    }

    /** Ends the journey of a case, if one is planned or under way; the escort no longer reads the address. */
    public void end(CaseReference reference, String outcome) {
        open.find(reference).ifPresent(journey -> journey.end(outcome, days.now()));
    }
}
