package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.ShelterCode;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.placement.OrientationRequests.Waiting;
import fr.acse.referral.CannotComeYet;
import fr.acse.words.Refusal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases that wait for a place, ordered by the points of the table {@code waiting-priority.dmn}, then by waiting time. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class WaitingList {

    /** Longest time for which a case is parked. After the named day, the case can get a place again. */
    private static final Period LONGEST_PARKED = Period.ofMonths(3);

    private final OrientationRequests requests;
    private final Offers offers;
    private final PlaceService places;
    private final SearchService searches;
    private final WaitingOrder order;
    private final Notices notices;
    private final Days days;

    /**
     * Parks a case, because the woman cannot come before a day. Nobody offers a place to a parked case. The case keeps its position on the
     * list.
     *
     * @throws Refusal if the case is not on the waiting list, or the day is in the past or more than 3 months ahead
     */
    @EventListener
    void park(CannotComeYet hers) {
        park(hers.reference(), hers.until());
    }

    private void park(CaseReference reference, LocalDate until) {
        Waiting hers = requests.findWaiting().stream()
                .filter(each -> each.request().reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new Refusal("notWaiting", reference));
        Refusal.unless(until != null && until.isAfter(days.today()), "parkedPast");
        Refusal.unless(!until.isAfter(days.today().plus(LONGEST_PARKED)), "parkedTooFar", LONGEST_PARKED.getMonths());
        hers.request().park(until);
        notices.tell(Event.PARKED, reference, days.now(), Audience.coordination());
    }

    /** Whether the case is on the waiting list and the woman cannot come yet. */
    public boolean isParked(CaseReference reference) {
        return requests.findWaiting().stream()
                .map(Waiting::request)
                .anyMatch(each -> each.reference().equals(reference) && each.isParked(days.today()));
    }

    public boolean isEmpty() {
        return requests.findWaiting().isEmpty();
    }

    /** The waiting cases, ordered by reference. Cases are locked in the order of their references. */
    public List<CaseReference> cases() {
        return requests.findWaiting().stream()
                .map(each -> each.request().reference())
                .sorted(Comparator.comparing(CaseReference::value))
                .toList();
    }

    /**
     * Offers the free places of a shelter to the waiting cases for which the shelter fits. Places for which the shelter has an open offer
     * are not offered to a second case.
     *
     * @return references of the called cases
     */
    public List<CaseReference> call(ShelterCode shelter) {
        int free = places.lockFree(shelter);
        List<Waiting> waiting = requests.findWaiting();
        for (OrientationRequest asking : offers.requestsAsking(shelter)) {
            free -= order.placesFor(asking.reference());
        }
        for (Waiting called : waiting) {
            if (shelter.equals(called.request().calledFor())) {
                free -= order.placesFor(called.request().reference());
            }
        }
        List<CaseReference> turn = new ArrayList<>();
        for (Waiting each : order.inTurn(waiting)) {
            CaseReference reference = each.request().reference();
            if (each.request().calledFor() == null
                    && !each.request().isParked(days.today())
                    && order.placesFor(reference) <= free
                    && searches.fits(reference, shelter)) {
                free -= order.placesFor(reference);
                each.request().callFor(shelter);
                notices.tell(Event.PLACE_FREED, reference, days.now(), Audience.coordination());
                turn.add(reference);
            }
        }
        return turn;
    }
}
