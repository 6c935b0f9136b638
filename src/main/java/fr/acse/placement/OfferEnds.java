package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the offers that have no answer, and finds the accepted offer. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class OfferEnds {

    private final OrientationRequests requests;
    private final Offers offers;
    private final PlaceService places;
    private final Notices notices;
    private final Clock clock;

    /** Withdraws the offers that have no answer. @return the held place, if a shelter accepted */
    public Optional<HeldPlace> closeOffers(CaseReference reference) {
        OrientationRequest request = requests.lock(reference);
        withdrawOpen(request);
        Optional<HeldPlace> held = Optional.ofNullable(heldOffer(reference)).flatMap(offer -> places.held(reference));
        if (held.isEmpty()) {
            notices.tell(Event.NO_SHELTER_ACCEPTED, reference, request.dueAt(), Audience.coordination());
        }
        return held;
    }

    public void expire(UUID offerId, CaseReference reference) {
        requests.lock(reference);
        Offer offer = offers.findById(offerId).orElseThrow();
        offer.expire(clock.instant());
        notices.tell(Event.OFFER_EXPIRED, reference, clock.instant(), Audience.shelter(offer.shelter()));
    }

    /** Withdraws the open offers of a request. */
    void withdrawOpen(OrientationRequest request) {
        offers.findByRequestOrderByRoundAscPositionAsc(request.id()).stream()
                .filter(Offer::isOpen)
                .forEach(offer -> withdraw(offer, request.reference()));
    }

    void withdraw(Offer offer, CaseReference reference) {
        offer.withdraw(clock.instant());
        notices.tell(Event.OFFER_WITHDRAWN, reference, clock.instant(), Audience.shelter(offer.shelter()));
        places.offerAgain(offer.shelter());
    }

    /** The accepted offer of the latest request of a case, or null. */
    Offer heldOffer(CaseReference reference) {
        return offers
                .findByRequestOrderByRoundAscPositionAsc(
                        requests.latest(reference).id())
                .stream()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                .findFirst()
                .orElse(null);
    }
}
