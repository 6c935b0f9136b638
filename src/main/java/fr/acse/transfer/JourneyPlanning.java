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

    /** End of the agreed day of arrival in the time zone of France. A journey can be planned for the agreed day until its end. */
    public Instant agreedDayEnd(CaseReference reference) {
        LocalDate agreed = referrals.get(reference).arrivalDate();
        if (agreed == null) {
            throw new Refusal("notReadyToTravel");
        }
        return days.start(agreed.plusDays(1));
    }

    /**
     * Checks that the legal guardian has agreed to the departure of the woman. Nobody tells the guardian the destination.
     *
     * @param agreedOn day on which the guardian agreed, or null if nobody asked
     * @throws Refusal if the guardian has not agreed, or the day is in the future
     */
    public void checkGuardian(LocalDate agreedOn) {
        Refusal.unless(agreedOn != null, "guardianNotAsked");
        Refusal.unless(!agreedOn.isAfter(days.today()), "guardianInFuture");
    }

    /**
     * Plans a journey, which replaces a journey that is planned already.
     *
     * @param planner login of the user who plans. A planner who is also the escort can read the address only after a second person has
     *     confirmed the escort.
     * @return whether the escort is confirmed already
     * @throws Refusal if there is no full commitment, no agreed arrival or no escort. Also refused if the address is given up or the times
     *     do not fit.
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
            throw new Refusal("departureDay", referral.arrivalDate());
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
        // A planner who names herself as the first or a later escort needs the confirmation of another person.
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

    /** @throws Refusal if the woman has left already */
    @EventListener
    void planAgain(ArrivalChanges changes) {
        open.find(changes.reference())
                .ifPresent(journey -> Refusal.unless(!journey.hasDeparted(), "haveLeft", changes.reference()));
    }
}
