package fr.acse.transfer;

import fr.acse.codes.CaseReference;
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
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans journeys and keeps what happens on the way. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class JourneyService {

    private static final String COORDINATION = "coordination";
    private static final Duration SHORTEST_TIME_TO_CONFIRM = Duration.ofHours(1);

    private final Journeys journeys;
    private final ReferralService referrals;
    private final DirectoryService directory;
    private final PlaceService places;
    private final Notices notices;
    private final TransferTerms terms;
    private final Clock clock;
    private final ZoneId zone;

    JourneyService(
            Journeys journeys,
            ReferralService referrals,
            DirectoryService directory,
            PlaceService places,
            Notices notices,
            TransferTerms terms,
            Clock clock,
            ZoneId zone) {
        this.journeys = journeys;
        this.referrals = referrals;
        this.directory = directory;
        this.places = places;
        this.notices = notices;
        this.terms = terms;
        this.clock = clock;
        this.zone = zone;
    }

    /** End of the agreed day of arrival in France: until then a journey can be planned for it. */
    public Instant agreedDayEnd(CaseReference reference) {
        LocalDate agreed = referrals.get(reference).arrivalDate();
        if (agreed == null) {
            throw new Refusal("notReadyToTravel");
        }
        return agreed.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * Plans a journey in place of one that did not happen.
     *
     * @param escort login of the escort, who works for the operator
     * @param planner who plans it; an escort who names herself can read the address only after somebody else
     *     confirmed her
     * @return whether the escort is confirmed already
     * @throws Refusal without a full commitment, an agreed arrival, an escort, or with times that do not fit
     */
    public boolean plan(
            CaseReference reference,
            ShelterCode shelter,
            Login escort,
            Login planner,
            Instant departure,
            Instant arrival) {
        Referral referral = referrals.get(reference);
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
        LocalDate day = departure.atZone(zone).toLocalDate();
        if (day.isAfter(referral.arrivalDate()) || day.plusDays(1).isBefore(referral.arrivalDate())) {
            throw new Refusal("departureDay", referral.arrivalDate().toString());
        }
        checkLength("Planned arrival", departure, arrival);
        if (journeys.findByReferenceAndEndedAtIsNull(reference).isPresent()) {
            end(reference, "REPLANNED");
            notices.tell(Audience.shelter(shelter), Event.JOURNEY_CHANGED, reference, null);
        }
        journeys.flush(); // the database knows one open journey per case
        Journey journey = journeys.save(new Journey(reference, shelter, escort, planner, departure, arrival));
        if (!journey.isConfirmed()) {
            notices.tell(Audience.coordination(), Event.ESCORT_TO_CONFIRM, reference, departure);
            notices.tell(Audience.operator(referral.operator()), Event.ESCORT_TO_CONFIRM, reference, departure);
        }
        return journey.isConfirmed();
    }

    private void checkLength(String field, Instant departure, Instant arrival) {
        if (arrival.isAfter(departure.plus(terms.longest()))) {
            throw new Refusal("journeyTooLong", field, terms.longest().toHours());
        }
    }

    /** Until when the escort can be confirmed: the departure, but never less than an hour from now. */
    public Instant confirmEscortUntil(CaseReference reference) {
        Instant inAnHour = clock.instant().plus(SHORTEST_TIME_TO_CONFIRM);
        Instant departure = current(reference).departureAt();
        return departure.isAfter(inAnHour) ? departure : inAnHour;
    }

    /**
     * Somebody else confirms the escort who named herself.
     *
     * @throws Refusal if she confirms herself, or the one who confirms works neither for the operator nor in the coordination
     */
    public void confirmEscort(CaseReference reference, Login person) {
        Journey journey = current(reference);
        if (person.equals(journey.escort())) {
            throw new Refusal("notYourself");
        }
        requirePart(reference, person);
        journey.confirm(person);
    }

    /** @throws Refusal if she works neither for the operator of the case nor in the coordination */
    private void requirePart(CaseReference reference, Login person) {
        if (!directory.isIn(person, COORDINATION)
                && !directory.worksFor(person, referrals.get(reference).operator())) {
            throw new Refusal("notYourStep");
        }
    }

    /**
     * They have left, or go on after trouble.
     *
     * @param person the escort, or somebody of the coordination who decided that they go on
     * @return when the silence alarm is to be raised
     */
    public Instant depart(CaseReference reference, Login person) {
        Journey journey = current(reference);
        if (!person.equals(journey.escort()) && !directory.isIn(person, COORDINATION)) {
            throw new Refusal("onlyTheEscort");
        }
        return journey.depart(clock.instant());
    }

    /**
     * They arrive later: the escort's window moves with it, never beyond the longest journey.
     *
     * @return when the silence alarm is to be raised
     * @throws Refusal if it would last too long
     */
    public Instant delay(CaseReference reference, Instant newArrival) {
        Journey journey = current(reference);
        checkLength("New time of arrival", journey.departureAt(), newArrival);
        return journey.delay(newArrival);
    }

    public void raiseAlarm(CaseReference reference) {
        Journey journey = current(reference);
        journey.raiseAlarm(clock.instant());
        notices.tell(Audience.coordination(), Event.SILENCE_ALARM, reference, journey.arrivalExpectedAt());
        notices.tell(Audience.supervisors(), Event.SILENCE_ALARM, reference, journey.arrivalExpectedAt());
    }

    /** Both sides have confirmed: her places are occupied. */
    public void arrive(CaseReference reference) {
        places.occupy(reference, current(reference).shelter());
    }

    /** The last journey of a case that she began, if there was one. */
    @Transactional(readOnly = true)
    public Optional<Journey> last(CaseReference reference) {
        return journeys.findByReferenceOrderByDepartureAt(reference).stream()
                .filter(Journey::hasDeparted)
                .reduce((one, later) -> later);
    }

    /** Whether she has been on the way at least once. */
    public boolean hasTravelled(CaseReference reference) {
        return journeys.findByReferenceOrderByDepartureAt(reference).stream().anyMatch(Journey::hasDeparted);
    }

    /** The shelter whose address a person may read now, as the named escort in the window of time; or null. */
    public ShelterCode shelterRevealedTo(CaseReference reference, Login login) {
        return escorted(reference, login)
                .filter(journey -> journey.showsAddress(clock.instant(), terms.longest()))
                .map(Journey::shelter)
                .orElse(null);
    }

    /** Whether a person is the named escort of the journey that is planned or under way. */
    public boolean isEscort(CaseReference reference, Login login) {
        return escorted(reference, login).isPresent();
    }

    /** The journey that a person escorts now. A person who left the operator no longer escorts anybody. */
    private Optional<Journey> escorted(CaseReference reference, Login login) {
        return journeys.findByReferenceAndEndedAtIsNull(reference)
                .filter(journey -> journey.escort().equals(login))
                .filter(journey -> {
                    String operator = referrals.get(reference).operator();
                    return directory.isVetted(operator) && directory.worksFor(login, operator);
                });
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
        journeys.findByReferenceAndEndedAtIsNull(changes.reference())
                .ifPresent(journey -> Refusal.unless(!journey.hasDeparted(), "haveLeft", changes.reference()));
    }

    @EventListener
    void cancel(CaseClosed closed) {
        end(closed.reference(), closed.outcome().code());
    }

    /** Ends the journey of a case, if one is planned or under way; the escort no longer reads the address. */
    public void end(CaseReference reference, String outcome) {
        journeys.findByReferenceAndEndedAtIsNull(reference).ifPresent(journey -> journey.end(outcome, clock.instant()));
    }

    private Journey current(CaseReference reference) {
        return journeys.findByReferenceAndEndedAtIsNull(reference)
                .orElseThrow(() -> new Refusal("noJourney", reference));
    }
}
