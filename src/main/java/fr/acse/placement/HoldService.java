package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.referral.DangerMet;
import fr.acse.referral.ReferralService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The place that is held for a case: kept, warned of, given up. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class HoldService {

    private final OfferService offers;
    private final PlaceService places;
    private final ReferralService referrals;
    private final PlacementTerms terms;
    private final Notices notices;
    private final Days days;

    HoldService(
            OfferService offers,
            PlaceService places,
            ReferralService referrals,
            PlacementTerms terms,
            Notices notices,
            Days days) {
        this.offers = offers;
        this.places = places;
        this.referrals = referrals;
        this.terms = terms;
        this.notices = notices;
        this.days = days;
    }

    /** Something new has to be agreed about the held place: the hold starts again with its full length. */
    public HeldPlace renewHold(CaseReference reference) {
        return HeldPlace.until(
                places.keepHeld(reference), places.holdingShelter(reference).orElseThrow(), terms);
    }

    /**
     * Her place is kept until some time after the proposed day of arrival, whoever is slow.
     *
     * @return how long now, or nothing if it is held long enough already
     */
    public Optional<HeldPlace> keepForArrival(CaseReference reference, LocalDate day) {
        Instant until = days.start(day.plusDays(1)).plus(terms.afterArrival());
        Instant held = places.heldUntil(reference);
        if (held == null || !until.isAfter(held)) {
            return Optional.empty();
        }
        places.keepHeldUntil(reference, until);
        return Optional.of(
                HeldPlace.until(until, places.holdingShelter(reference).orElseThrow(), terms));
    }

    /** When the warning comes that a hold ends. */
    public Instant warningBefore(Instant end) {
        return terms.warningBefore(end);
    }

    /** Gives up the held place, if any; the shelter is told, and is not asked again for the same request. */
    public void releaseHold(CaseReference reference) {
        tellHoldingShelter(reference, Event.HOLD_RELEASED);
        giveUp(reference, Offer::release);
    }

    /**
     * The shelter takes its acceptance back: the place is given up, everybody concerned is told, and the shelter is not asked
     * again for this case.
     */
    public void withdrawAcceptance(CaseReference reference) {
        tellOfLostPlace(reference, Event.ACCEPTANCE_WITHDRAWN);
        giveUp(reference, Offer::takeBack);
    }

    /** The arrival was not agreed in time: the place is given up and everybody concerned is told. */
    public void expireHold(CaseReference reference) {
        tellOfLostPlace(reference, Event.HOLD_EXPIRED);
        giveUp(reference, Offer::release);
    }

    /** The hold ends soon: whoever has to agree on the arrival is told. */
    public void warnOfExpiry(CaseReference reference) {
        Instant until = places.heldUntil(reference);
        notices.tell(Audience.operator(referrals.get(reference).operator()), Event.HOLD_WARNING, reference, until);
        places.holdingShelter(reference)
                .ifPresent(shelter -> notices.tell(Audience.shelter(shelter), Event.HOLD_WARNING, reference, until));
    }

    /** The accepted offer of the latest request, if any, ends as said; what is held is free. */
    private void giveUp(CaseReference reference, BiConsumer<Offer, Instant> as) {
        Offer held = offers.heldOffer(reference);
        if (held != null) {
            as.accept(held, days.now());
        }
        places.releaseHeld(reference);
    }

    private void tellOfLostPlace(CaseReference reference, Event event) {
        Instant now = days.now();
        notices.tell(Audience.coordination(), event, reference, now);
        notices.tell(Audience.operator(referrals.get(reference).operator()), event, reference, now);
        tellHoldingShelter(reference, event);
    }

    /** Whoever keeps a place for her is warned of a danger, or hears what was done about it. */
    @EventListener
    void tellOf(DangerMet danger) {
        if (danger.response().equals("warned")) {
            places.sheltersOf(danger.reference())
                    .forEach(shelter ->
                            notices.tell(Audience.shelter(shelter), Event.DANGER_MET, danger.reference(), days.now()));
        }
    }

    void tellHoldingShelter(CaseReference reference, Event event) {
        places.holdingShelter(reference)
                .ifPresent(shelter -> notices.tell(Audience.shelter(shelter), event, reference, days.now()));
    }
}
