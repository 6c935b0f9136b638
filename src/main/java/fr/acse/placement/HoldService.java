package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.ShelterCode;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.referral.DangerMet;
import fr.acse.referral.ReferralService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds a place for a case, extends the hold, warns of the end of the hold, and gives the place up. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class HoldService {

    private final OfferEnds ends;
    private final PlaceService places;
    private final SearchService searches;
    private final ReferralService referrals;
    private final PlacementTerms terms;
    private final Notices notices;
    private final Days days;

    /** Holds places for the whole household, if no other shelter accepted earlier and this shelter still fits. */
    boolean hold(CaseReference reference, ShelterCode shelter) {
        return ends.heldOffer(reference) == null
                && searches.fits(reference, shelter)
                && places.hold(reference, shelter, referrals.get(reference).household());
    }

    /** Restarts the hold with its full length, because an arrival must still be agreed. */
    public HeldPlace renewHold(CaseReference reference) {
        places.keepHeld(reference);
        return places.held(reference).orElseThrow();
    }

    /**
     * Extends the hold until some time after the proposed day of arrival ({@code acse.placement.after-arrival}).
     *
     * @return the extended hold; empty if no place is held, or the hold is long enough already
     */
    public Optional<HeldPlace> keepForArrival(CaseReference reference, LocalDate day) {
        Instant until = days.start(day.plusDays(1)).plus(terms.afterArrival());
        Instant held = places.heldUntil(reference);
        if (held == null || !until.isAfter(held)) {
            return Optional.empty();
        }
        places.keepHeldUntil(reference, until);
        return places.held(reference);
    }

    /** When the warning about the end of a hold is sent. */
    public Instant warningBefore(Instant end) {
        return terms.warningBefore(end);
    }

    /** Gives up the held place, if there is one. The shelter is told, and is not asked again for the same request. */
    public void releaseHold(CaseReference reference) {
        notices.tell(Event.HOLD_RELEASED, reference, days.now(), Party.HOLDING_SHELTER);
        giveUp(reference, Offer::release);
    }

    /**
     * Gives up the held place, because the shelter withdraws its acceptance. Everybody concerned is told. The shelter is not asked again
     * for this case.
     */
    public void withdrawAcceptance(CaseReference reference) {
        tellOfLostPlace(reference, Event.ACCEPTANCE_WITHDRAWN);
        giveUp(reference, Offer::takeBack);
    }

    /** Gives up the held place, because the arrival was not agreed in time. Everybody concerned is told. */
    public void expireHold(CaseReference reference) {
        tellOfLostPlace(reference, Event.HOLD_EXPIRED);
        giveUp(reference, Offer::release);
    }

    /** Ends the accepted offer of the latest request, if there is one, in the given way. The held places become free. */
    private void giveUp(CaseReference reference, BiConsumer<Offer, Instant> as) {
        Offer held = ends.heldOffer(reference);
        if (held != null) {
            as.accept(held, days.now());
        }
        places.releaseHeld(reference);
    }

    private void tellOfLostPlace(CaseReference reference, Event event) {
        notices.tell(event, reference, days.now(), Audience.coordination(), Party.ASSOCIATION, Party.HOLDING_SHELTER);
    }

    /** Tells the shelters with a place for the woman about a danger, if the coordination decided to warn them. */
    @EventListener
    void tellOf(DangerMet danger) {
        if (danger.response().equals("warned")) {
            notices.tell(Event.DANGER_MET, danger.reference(), days.now(), Party.SHELTERS);
        }
    }
}
