package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records the answers of shelters to offers. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class OfferAnswers {

    private final AskedOffers asked;
    private final HoldService holds;
    private final PlaceService places;
    private final OfferEnds ends;
    private final Notices notices;
    private final Clock clock;

    /**
     * Records that a shelter accepts, and holds places for the whole household. If no places can be held, the shelter is told.
     *
     * @param saidAt when the shelter answered by telephone, if the coordination records the answer; otherwise null
     * @return false if the offer has ended, another shelter accepted earlier, or the shelter no longer fits
     */
    public boolean accept(UUID offerId, CaseReference reference, Instant saidAt, Login person) {
        Offer offer = asked.of(offerId, reference, saidAt, person);
        if (!offer.isOpen()) {
            return false;
        }
        offer.saidByTelephone(saidAt);
        boolean held = holds.hold(reference, offer.shelter());
        if (held) {
            offer.accept(person, clock.instant());
        } else {
            offer.acceptTooLate(person, clock.instant());
            notices.tell(Event.OFFER_TOO_LATE, reference, clock.instant(), Audience.shelter(offer.shelter()));
        }
        return held;
    }

    /**
     * Records that a shelter declines. Full: the free places of the shelter are closed for a time. Unsuitable: the shelter is not asked
     * again for this case. Temporary: the shelter is asked again later. Other: the shelter is not asked again for this request.
     *
     * @throws Refusal if no reason is given
     */
    public void decline(UUID offerId, CaseReference reference, DeclineReason reason, Instant saidAt, Login person) {
        Refusal.unless(reason != null, "declineReason");
        Offer offer = asked.of(offerId, reference, saidAt, person);
        offer.saidByTelephone(saidAt);
        offer.decline(reason, person, clock.instant());
        if (reason == DeclineReason.FULL) {
            places.closeFree(offer.shelter());
        } else if (reason != DeclineReason.TEMPORARY) {
            places.offerAgain(offer.shelter());
        }
    }

    /** Withdraws an offer for the coordination. The shelter is told at once. */
    public void withdraw(UUID offerId, CaseReference reference, Login person) {
        ends.withdraw(asked.of(offerId, reference, clock.instant(), person), reference);
    }
}
