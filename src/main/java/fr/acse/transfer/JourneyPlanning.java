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
import fr.acse.referral.ArrivalChanges;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.transfer.JourneyPlan.Change;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans journeys. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class JourneyPlanning {

    private final OpenJourneys open;
    private final ReferralService referrals;
    private final DirectoryService directory;
    private final PlaceService places;
    private final Notices notices;
    private final TransferTerms terms;
    private final Days days;

    /** End of the agreed day of arrival in France: until then a journey can be planned for it. */
    public Instant agreedDayEnd(CaseReference reference) {
        LocalDate agreed = referrals.get(reference).arrivalDate();
        if (agreed == null) {
            throw new Refusal("notReadyToTravel");
        }
        return days.start(agreed.plusDays(1));
    }

    /**
     * Checks that her guardian by law has agreed that she leaves. Nobody tells the guardian where she goes.
     *
     * @param agreedOn the day, or null if nobody was asked
     * @throws Refusal without that consent, or if the day lies ahead
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
        open.find(reference).ifPresent(before -> {
            before.end("REPLANNED", days.now());
            notices.tell(Event.JOURNEY_CHANGED, reference, null, Audience.shelter(shelter));
        });
        Journey journey = open.begin(new Journey(reference, shelter, plan, planner));
        saveLegs(journey, plan);
        tellNamed(reference, journey, planner);
        // Another person confirms a planner who names herself as the first or a later escort.
        boolean confirmed = journey.isConfirmed()
                && plan.changes().stream().map(Change::relay).noneMatch(planner::equals);
        if (!confirmed) {
            notices.tell(Event.ESCORT_TO_CONFIRM, reference, departure, Audience.coordination(), Party.ASSOCIATION);
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
            Refusal.unless(
                    change.relay() == null || directory.worksForVettedAssociation(change.relay()),
                    "relayUnknown",
                    change.relay());
        }
    }

    private void saveLegs(Journey journey, JourneyPlan plan) {
        Login with = plan.escort();
        int number = 1;
        for (Change change : plan.changes()) {
            open.add(new Leg(journey.id(), number++, with, change.at()));
            with = change.relay() == null ? with : change.relay();
        }
        open.add(new Leg(journey.id(), number, with, plan.arrival()));
    }

    private void tellNamed(CaseReference reference, Journey journey, Login planner) {
        open.legs(journey).stream()
                .map(Leg::escort)
                .filter(each -> !each.equals(planner))
                .distinct()
                .forEach(each -> notices.tell(
                        Event.ESCORT_NAMED,
                        reference,
                        journey.departureAt(),
                        Audience.person(each, Audience.Role.OPERATORS)));
    }

    /** @throws Refusal if they have left already */
    @EventListener
    void planAgain(ArrivalChanges changes) {
        open.find(changes.reference())
                .ifPresent(journey -> Refusal.unless(!journey.hasDeparted(), "haveLeft", changes.reference()));
    }
}
