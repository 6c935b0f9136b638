package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records news of a journey, stretch by stretch, and raises alarms if no news comes. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class NewsService {

    private static final Duration POLICE_ASKED_AGAIN = Duration.ofHours(1);

    private final OpenJourneys open;
    private final ReferralService referrals;
    private final Notices notices;
    private final TransferTerms terms;
    private final Clock clock;

    /** Reminds the escort and the association that nobody has reported the departure or the end of a stretch. */
    public void remind(CaseReference reference) {
        Journey journey = open.get(reference);
        Instant expected = journey.hasDeparted() ? stretch(reference).expectedAt() : journey.departureAt();
        notices.tell(Event.NEWS_IS_LATE, reference, expected, Party.ESCORT, Party.ASSOCIATION);
    }

    /** Begins a stretch. The current escort of the journey escorts the stretch, even if another escort should have taken over. */
    public Stretch begin(CaseReference reference) {
        Journey journey = open.get(reference);
        journey.goOn();
        open.legs(journey).stream()
                .filter(leg -> leg.number() == journey.stretch())
                .forEach(leg -> leg.escortedBy(journey.escort()));
        return stretch(reference);
    }

    /** The stretch on which the woman and the escort travel now. */
    public Stretch stretch(CaseReference reference) {
        Journey journey = open.get(reference);
        Instant expected = open.legs(journey).stream()
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

    /** Records the end of a stretch. @return the next escort; empty if the same escort goes on, or after the last stretch */
    public Optional<Login> reach(CaseReference reference) {
        Journey journey = open.get(reference);
        List<Leg> all = open.legs(journey);
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

    /** Whether the escort has reported that she and the woman are at the shelter. */
    public boolean isAtShelter(CaseReference reference) {
        Journey journey = open.get(reference);
        List<Leg> all = open.legs(journey);
        return journey.isOnLastStretch() && all.get(all.size() - 1).isReached();
    }

    /** When to check again whether the shelter has reported the arrival of the woman. */
    public Instant receptionAlarm(CaseReference reference) {
        Instant expected = open.get(reference).arrivalExpectedAt();
        Instant now = clock.instant();
        return (expected.isBefore(now) ? now : expected).plus(terms.late());
    }

    /**
     * Records that the next escort is with the woman.
     *
     * @throws Refusal if the person is not the escort of this stretch
     */
    public void takeOver(CaseReference reference, Login person) {
        Journey journey = open.get(reference);
        Refusal.unless(
                open.legs(journey).stream()
                        .anyMatch(leg -> leg.number() == journey.stretch()
                                && leg.escort().equals(person)),
                "onlyTheEscort");
        journey.takeOver(person);
    }

    /**
     * Records a later time for the end of the current stretch. All later times of the journey, and the time window of the address, move by
     * the same duration.
     *
     * @throws Refusal if the new time is missing or in the past, or the journey would last too long
     */
    public void comeLater(CaseReference reference, Instant newTime) {
        Refusal.unless(newTime != null && newTime.isAfter(clock.instant()), "newTime");
        Journey journey = open.get(reference);
        Instant expected = stretch(reference).expectedAt();
        Duration later = Duration.between(expected, newTime);
        Instant arrival = journey.isOnLastStretch()
                ? newTime
                : journey.arrivalExpectedAt().plus(later);
        terms.checkLength("New time of arrival", journey.departureAt(), arrival);
        open.legs(journey).stream()
                .filter(leg -> leg.number() >= journey.stretch())
                .forEach(leg -> leg.expectAt(
                        leg.number() == journey.stretch()
                                ? newTime
                                : leg.expectedAt().plus(later)));
        journey.delay(arrival);
        notices.tell(Event.JOURNEY_CHANGED, reference, arrival, Audience.shelter(journey.shelter()));
    }

    /** @throws Refusal if the time at which they were expected is over; otherwise calls without a new time could postpone the alarm for ever */
    public void requireInTime(CaseReference reference) {
        Refusal.unless(stretch(reference).expectedAt().isAfter(clock.instant()), "callWithoutTime");
    }

    /** Records that somebody heard from the escort now. The silence alarm is over. */
    public void heard(CaseReference reference) {
        open.get(reference).hear(clock.instant());
    }

    /** Records that the police searches for the woman and the escort. The supervisors are told. In an hour, a task tells the coordination to ask the police for news. */
    public void searchedByPolice(CaseReference reference) {
        Journey journey = open.get(reference);
        journey.searchUntil(clock.instant().plus(POLICE_ASKED_AGAIN));
        notices.tell(Event.POLICE_SEARCHES, reference, clock.instant(), Audience.supervisors(), Party.ASSOCIATION);
    }

    /**
     * Records that the woman and the escort return to the association, or a later time of their return. Tells the escorts and the shelter
     * when they turn back.
     *
     * @throws Refusal if the time is missing, in the past, or later than {@code acse.transfer.longest} from now
     */
    public Return turnBack(CaseReference reference, Instant expected) {
        Instant now = clock.instant();
        Refusal.unless(
                expected != null && expected.isAfter(now) && !expected.isAfter(now.plus(terms.longest())),
                "returnTime",
                terms.longest().toHours());
        Journey journey = open.get(reference);
        if (journey.isReturning()) {
            journey.hear(now);
        } else {
            notices.tell(
                    Event.JOURNEY_BACK, reference, expected, Party.ALL_ESCORTS, Audience.shelter(journey.shelter()));
        }
        journey.turnBack(expected);
        return new Return(journey.escort(), expected, expected.plus(terms.late()));
    }

    /** Whether the search for a woman who did not come is over. The search ends {@code acse.transfer.no-show} after the departure. */
    public boolean isNoShowOver(CaseReference reference) {
        return !clock.instant().isBefore(open.get(reference).departureAt().plus(terms.noShow()));
    }

    /** Tells the coordination and the supervisors at once that the woman may be in danger. */
    public void safetyAlert(CaseReference reference) {
        notices.tell(Event.SAFETY_ALERT, reference, clock.instant(), Audience.coordination(), Audience.supervisors());
    }

    /**
     * Records a later arrival. The time window in which the escort may read the address moves with the arrival.
     *
     * @return when the silence alarm is raised
     * @throws Refusal if the journey would last longer than {@code acse.transfer.longest}
     */
    public Instant delay(CaseReference reference, Instant newArrival) {
        Journey journey = open.get(reference);
        terms.checkLength("New time of arrival", journey.departureAt(), newArrival);
        return journey.delay(newArrival);
    }

    public void raiseAlarm(CaseReference reference) {
        Journey journey = open.get(reference);
        journey.raiseAlarm(clock.instant());
        notices.tell(
                Event.SILENCE_ALARM,
                reference,
                journey.arrivalExpectedAt(),
                Audience.coordination(),
                Audience.supervisors());
    }
}
