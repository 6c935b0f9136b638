package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.placement.OrientationRequests.Waiting;
import fr.acse.referral.ReferralService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases that wait for a place: the most endangered first, then the one that has waited longest. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class WaitingList {

    private static final Comparator<Waiting> FIRST_COME =
            Comparator.comparing((Waiting each) -> !each.request().urgent()).thenComparing(Waiting::since);

    private final OrientationRequests requests;
    private final Offers offers;
    private final Shelters shelters;
    private final PlaceService places;
    private final SearchService searches;
    private final ReferralService referrals;
    private final Notices notices;
    private final Clock clock;

    WaitingList(
            OrientationRequests requests,
            Offers offers,
            Shelters shelters,
            PlaceService places,
            SearchService searches,
            ReferralService referrals,
            Notices notices,
            Clock clock) {
        this.requests = requests;
        this.offers = offers;
        this.shelters = shelters;
        this.places = places;
        this.searches = searches;
        this.referrals = referrals;
        this.notices = notices;
        this.clock = clock;
    }

    public boolean isEmpty() {
        return requests.findWaiting().isEmpty();
    }

    /** The cases that wait, in the order in which they are locked. */
    public List<CaseReference> cases() {
        return requests.findWaiting().stream()
                .map(each -> each.request().reference())
                .sorted(Comparator.comparing(CaseReference::value))
                .toList();
    }

    /**
     * Gives the free places of a shelter to the waiting cases that it fits. A place for which the shelter is already
     * asked is not given to a second case.
     *
     * @return references of the cases whose turn it is
     */
    public List<CaseReference> call(ShelterCode shelter) {
        shelters.lock(shelter).orElseThrow();
        List<Waiting> waiting = requests.findWaiting();
        int free = places.countFree(shelter);
        for (OrientationRequest asking : offers.requestsAsking(shelter)) {
            free -= placesFor(asking.reference());
        }
        for (Waiting called : waiting) {
            if (shelter.equals(called.request().calledFor())) {
                free -= placesFor(called.request().reference());
            }
        }
        List<CaseReference> turn = new ArrayList<>();
        for (Waiting each : waiting.stream().sorted(FIRST_COME).toList()) {
            CaseReference reference = each.request().reference();
            if (each.request().calledFor() == null
                    && placesFor(reference) <= free
                    && searches.fits(reference, shelter)) {
                free -= placesFor(reference);
                each.request().callFor(shelter);
                notices.tell(Audience.coordination(), Event.PLACE_FREED, reference, clock.instant());
                turn.add(reference);
            }
        }
        return turn;
    }

    private int placesFor(CaseReference reference) {
        return referrals.get(reference).household().places();
    }
}
