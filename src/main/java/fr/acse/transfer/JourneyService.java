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
import fr.acse.transfer.JourneyPlan.Change;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
    private static final String OPERATORS = "operators";
    private static final Duration POLICE_ASKED_AGAIN = Duration.ofHours(1);
    private static final Duration SHORTEST_TIME_TO_CONFIRM = Duration.ofHours(1);

    private final Journeys journeys;
    private final Legs legs;
    private final ReferralService referrals;
    private final DirectoryService directory;
    private final PlaceService places;
    private final Notices notices;
    private final TransferTerms terms;
    private final Clock clock;
    private final ZoneId zone;

    JourneyService(
            Journeys journeys,
            Legs legs,
            ReferralService referrals,
            DirectoryService directory,
            PlaceService places,
            Notices notices,
            TransferTerms terms,
            Clock clock,
            ZoneId zone) {
        this.journeys = journeys;
        this.legs = legs;
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
     * Whoever decides for her by law has agreed that she leaves; nobody tells where she goes.
     *
     * @param agreedOn the day, or null if nobody was asked
     * @throws Refusal without that word, or if the day lies ahead
     */
    public void checkGuardian(LocalDate agreedOn) {
        Refusal.unless(agreedOn != null, "guardianNotAsked");
        Refusal.unless(!agreedOn.isAfter(LocalDate.now(clock.withZone(zone))), "guardianInFuture");
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
        LocalDate day = departure.atZone(zone).toLocalDate();
        if (day.isAfter(referral.arrivalDate()) || day.plusDays(1).isBefore(referral.arrivalDate())) {
            throw new Refusal("departureDay", referral.arrivalDate().toString());
        }
        checkLength("Planned arrival", departure, arrival);
        checkChanges(plan);
        Refusal.unless(
                plan.substitute() == null
                        || directory.worksFor(plan.substitute(), referral.operator())
                                && !plan.substitute().equals(escort),
                "substituteUnknown");
        if (journeys.findByReferenceAndEndedAtIsNull(reference).isPresent()) {
            end(reference, "REPLANNED");
            notices.tell(Audience.shelter(shelter), Event.JOURNEY_CHANGED, reference, null);
        }
        journeys.flush(); // the database knows one open journey per case
        Journey journey = journeys.save(new Journey(reference, shelter, plan, planner));
        saveLegs(journey, plan);
        // Whoever names herself, as the first or as a later escort, is confirmed by somebody else.
        boolean confirmed = journey.isConfirmed()
                && plan.changes().stream().map(Change::relay).noneMatch(planner::equals);
        if (!confirmed) {
            notices.tell(Audience.coordination(), Event.ESCORT_TO_CONFIRM, reference, departure);
            notices.tell(Audience.operator(referral.operator()), Event.ESCORT_TO_CONFIRM, reference, departure);
        }
        return confirmed;
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
            Refusal.unless(change.relay() == null || isOfAnAssociation(change.relay()), "relayUnknown", change.relay());
        }
    }

    private boolean isOfAnAssociation(Login login) {
        return directory.isIn(login, OPERATORS) && directory.isOfVetted(login);
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
        if (legs(journey).stream().map(Leg::escort).anyMatch(person::equals)) {
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
        Refusal.unless(journey.hasDeparted() || !places.isRetired(journey.shelter()), "addressRetired");
        return journey.depart(clock.instant());
    }

    /** When they leave. */
    public Instant plannedDeparture(CaseReference reference) {
        return current(reference).departureAt();
    }

    /** Who escorts her now. */
    public Login escort(CaseReference reference) {
        return current(reference).escort();
    }

    /** When escort and operator are reminded that nobody has said that they left. */
    public Instant departureReminder(CaseReference reference) {
        return current(reference).departureAt().plus(terms.late());
    }

    /** When the coordination finds out why nobody has said that they left. */
    public Instant departureAlarm(CaseReference reference) {
        return current(reference).departureAt().plus(terms.departureUnknown());
    }

    /**
     * They leave later; what follows on the way moves with it.
     *
     * @throws Refusal without a new time, or if that lies before now
     */
    public void postpone(CaseReference reference, Instant departure) {
        Refusal.unless(departure != null && departure.isAfter(clock.instant()), "newDeparture");
        // Past midnight is no other day for whoever travels; a later day is agreed anew.
        LocalDate latest = referrals.get(reference).arrivalDate().plusDays(1);
        Refusal.unless(!departure.atZone(zone).toLocalDate().isAfter(latest), "departureTooLate", latest.toString());
        Journey journey = current(reference);
        Duration later = journey.postpone(departure);
        legs(journey).forEach(leg -> leg.expectAt(leg.expectedAt().plus(later)));
        notices.tell(
                Audience.shelter(journey.shelter()), Event.JOURNEY_CHANGED, reference, journey.arrivalExpectedAt());
    }

    /** Nobody has said that they have left, or are there: whoever travels, and her colleagues, are reminded. */
    public void remind(CaseReference reference) {
        Journey journey = current(reference);
        Instant expected = journey.hasDeparted() ? stretch(reference).expectedAt() : journey.departureAt();
        notices.tell(
                Audience.person(journey.escort(), Audience.Role.OPERATORS), Event.NEWS_IS_LATE, reference, expected);
        notices.tell(Audience.operator(referrals.get(reference).operator()), Event.NEWS_IS_LATE, reference, expected);
    }

    /** A stretch begins: whoever is with her escorts her on it, also if nobody took her over. */
    public Stretch begin(CaseReference reference) {
        Journey journey = current(reference);
        legs(journey).stream()
                .filter(leg -> leg.number() == journey.stretch())
                .forEach(leg -> leg.escortedBy(journey.escort()));
        return stretch(reference);
    }

    /** The stretch on which they are. */
    public Stretch stretch(CaseReference reference) {
        Journey journey = current(reference);
        Instant expected = legs(journey).stream()
                .filter(leg -> leg.number() == journey.stretch())
                .map(Leg::expectedAt)
                .findFirst()
                .orElse(journey.arrivalExpectedAt());
        Instant now = clock.instant();
        Instant from = expected.isBefore(now) ? now : expected;
        Instant alarm = journey.searchedUntil() != null ? journey.searchedUntil() : from.plus(Journey.SILENCE);
        return new Stretch(
                journey.stretch(),
                journey.isOnLastStretch(),
                journey.escort(),
                expected,
                from.plus(terms.late()),
                alarm);
    }

    /** They are at the end of a stretch. @return who takes her over there, or nobody if the same escort goes on, or they are at the shelter */
    public Optional<Login> reach(CaseReference reference) {
        Journey journey = current(reference);
        List<Leg> all = legs(journey);
        Instant now = clock.instant();
        all.stream().filter(leg -> leg.number() == journey.stretch()).forEach(leg -> leg.reach(now));
        if (journey.isOnLastStretch()) {
            return Optional.empty();
        }
        journey.nextStretch();
        return all.stream()
                .filter(leg -> leg.number() == journey.stretch())
                .map(Leg::escort)
                .filter(next -> !next.equals(journey.escort()))
                .findFirst();
    }

    /** Whether the escort has said that they are at the shelter. */
    public boolean isAtShelter(CaseReference reference) {
        Journey journey = current(reference);
        List<Leg> all = legs(journey);
        return journey.isOnLastStretch() && all.get(all.size() - 1).isReached();
    }

    /** When the shelter should have said that she is there, or is looked after again. */
    public Instant receptionAlarm(CaseReference reference) {
        Instant expected = current(reference).arrivalExpectedAt();
        Instant now = clock.instant();
        return (expected.isBefore(now) ? now : expected).plus(terms.late());
    }

    /**
     * The next escort says that she is with her.
     *
     * @throws Refusal if somebody else says so
     */
    public void takeOver(CaseReference reference, Login person) {
        Journey journey = current(reference);
        Refusal.unless(
                legs(journey).stream()
                        .anyMatch(leg -> leg.number() == journey.stretch()
                                && leg.escort().equals(person)),
                "onlyTheEscort");
        journey.takeOver(person);
    }

    /**
     * They come later: whatever is still before them moves with it, and the escort's window, never beyond the longest journey.
     *
     * @throws Refusal without a new time, or if the journey would last too long
     */
    public void comeLater(CaseReference reference, Instant newTime) {
        Refusal.unless(newTime != null && newTime.isAfter(clock.instant()), "newTime");
        Journey journey = current(reference);
        Instant expected = stretch(reference).expectedAt();
        Duration later = Duration.between(expected, newTime);
        Instant arrival = journey.isOnLastStretch()
                ? newTime
                : journey.arrivalExpectedAt().plus(later);
        checkLength("New time of arrival", journey.departureAt(), arrival);
        legs(journey).stream()
                .filter(leg -> leg.number() >= journey.stretch())
                .forEach(leg -> leg.expectAt(
                        leg.number() == journey.stretch()
                                ? newTime
                                : leg.expectedAt().plus(later)));
        journey.delay(arrival);
        notices.tell(Audience.shelter(journey.shelter()), Event.JOURNEY_CHANGED, reference, arrival);
    }

    /** Nobody answers, and the police looks for them: supervisors are told, and the coordination asks again in an hour. */
    public void searchedByPolice(CaseReference reference) {
        Journey journey = current(reference);
        journey.searchUntil(clock.instant().plus(POLICE_ASKED_AGAIN));
        notices.tell(Audience.supervisors(), Event.POLICE_SEARCHES, reference, clock.instant());
        notices.tell(
                Audience.operator(referrals.get(reference).operator()),
                Event.POLICE_SEARCHES,
                reference,
                clock.instant());
    }

    /**
     * Somebody else escorts her from now on: the escort before has lost the address when this returns.
     *
     * @param named login, or null for the substitute of the plan
     * @param why code of the reason; the supervisors are told of doubts about her
     * @return whether the new escort may read the address already, because the coordination named her
     * @throws Refusal if nobody is planned, she is the escort already, or works for no vetted association
     */
    public boolean replaceEscort(CaseReference reference, Login named, String why, Login by) {
        Journey journey = current(reference);
        Login next = named == null ? journey.substitute() : named;
        Refusal.unless(next != null, "noSubstitute");
        Refusal.unless(!next.equals(journey.escort()), "escortAlready", next);
        Refusal.unless(isOfAnAssociation(next), "relayUnknown", next);
        requirePart(reference, by);
        // Whoever was replaced for doubt, and her colleagues, do not take the journey back.
        Refusal.unless(!journey.isInDoubt() || directory.isIn(by, COORDINATION), "replacedForDoubt");
        boolean byCoordination = directory.isIn(by, COORDINATION);
        Login before = journey.escort();
        journey.replaceEscort(by, next, why, byCoordination);
        if (why.equals("doubt")) {
            notices.tell(Audience.supervisors(), Event.ESCORT_REPLACED, reference, clock.instant());
        }
        legs(journey).stream()
                .filter(leg -> leg.number() >= journey.stretch() && leg.escort().equals(before))
                .forEach(leg -> leg.escortedBy(next));
        for (Login each : List.of(before, next)) {
            notices.tell(
                    Audience.person(each, Audience.Role.OPERATORS), Event.ESCORT_REPLACED, reference, clock.instant());
        }
        notices.tell(
                Audience.operator(referrals.get(reference).operator()),
                Event.ESCORT_REPLACED,
                reference,
                clock.instant());
        return byCoordination;
    }

    /**
     * The coordination says that the new escort may read the address, or names somebody else.
     *
     * @param other login of somebody else, or null
     * @return who escorts her
     */
    public Login giveWord(CaseReference reference, Login other, Login by) {
        Refusal.unless(directory.isIn(by, COORDINATION), "notYourStep");
        if (other == null) {
            current(reference).giveWord(by);
        } else {
            replaceEscort(reference, other, "other", by);
        }
        return current(reference).escort();
    }

    private List<Leg> legs(Journey journey) {
        return legs.findByIdJourneyOrderByIdNumber(journey.id());
    }

    /** Until when somebody who did not come is looked for, after she was to leave. */
    public boolean isNoShowOver(CaseReference reference) {
        return !clock.instant().isBefore(current(reference).departureAt().plus(terms.noShow()));
    }

    /** Somebody fears for her: the coordination and the supervisors are told at once. */
    public void safetyAlert(CaseReference reference) {
        notices.tell(Audience.coordination(), Event.SAFETY_ALERT, reference, clock.instant());
        notices.tell(Audience.supervisors(), Event.SAFETY_ALERT, reference, clock.instant());
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

    /** Whether a journey is planned or under way, with its escort. */
    @Transactional(readOnly = true)
    public boolean isPlanned(CaseReference reference) {
        return journeys.findByReferenceAndEndedAtIsNull(reference).isPresent();
    }

    /** Whether she has been on the way at least once. */
    public boolean hasTravelled(CaseReference reference) {
        return journeys.findByReferenceOrderByDepartureAt(reference).stream().anyMatch(Journey::hasDeparted);
    }

    /** The shelter whose address a person may read now, as the named escort in the window of time; or null. */
    public ShelterCode shelterRevealedTo(CaseReference reference, Login login) {
        return escorted(reference, login)
                .filter(journey -> journey.escort().equals(login) && isLastEscort(journey, login))
                .filter(journey -> journey.showsAddress(clock.instant(), terms.longest()))
                .map(Journey::shelter)
                .orElse(null);
    }

    /** Whether a person is the named escort of the journey that is planned or under way. */
    public boolean isEscort(CaseReference reference, Login login) {
        return escorted(reference, login).isPresent();
    }

    /** Whoever takes her over later, before the shelter, needs no address. */
    private boolean isLastEscort(Journey journey, Login login) {
        List<Leg> all = legs(journey);
        return all.isEmpty() || all.get(all.size() - 1).escort().equals(login);
    }

    /** The journey that a person escorts now, or takes over later. A person who left her association escorts nobody any more. */
    private Optional<Journey> escorted(CaseReference reference, Login login) {
        return journeys.findByReferenceAndEndedAtIsNull(reference)
                .filter(journey -> journey.escort().equals(login) || takesOver(journey, login))
                .filter(journey -> {
                    String operator = referrals.get(reference).operator();
                    return directory.worksFor(login, operator)
                            ? directory.isVetted(operator)
                            : isOfAnAssociation(login);
                });
    }

    private boolean takesOver(Journey journey, Login login) {
        return legs(journey).stream()
                .anyMatch(
                        leg -> leg.number() >= journey.stretch() && leg.escort().equals(login));
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
