package fr.acse.placement;

import fr.acse.directory.DirectoryService;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.referral.CaseClosed;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers orientation requests: offers, the held place, the answer. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PlacementService {

    private final OrientationRequests requests;
    private final Offers offers;
    private final Relaxations relaxations;
    private final SearchService searches;
    private final PlaceService places;
    private final ReferralService referrals;
    private final DirectoryService directory;
    private final PlacementTerms terms;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlacementService(
            OrientationRequests requests,
            Offers offers,
            Relaxations relaxations,
            SearchService searches,
            PlaceService places,
            ReferralService referrals,
            DirectoryService directory,
            PlacementTerms terms,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.offers = offers;
        this.relaxations = relaxations;
        this.searches = searches;
        this.places = places;
        this.referrals = referrals;
        this.directory = directory;
        this.terms = terms;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param urgent whether she is not safe tonight
     * @param dueAt when the answer is due, as the running clock says
     */
    public void openRequest(String reference, boolean urgent, Instant dueAt) {
        requests.save(new OrientationRequest(reference, urgent, clock.instant(), dueAt));
        notices.tell(Audience.coordination(), Event.REQUEST_SUBMITTED, reference, dueAt);
    }

    /** @throws Refusal if no answer is owed for the case */
    public OrientationRequest openRequestOf(String reference) {
        return requests.findOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
    }

    private OrientationRequest lockOpenRequestOf(String reference) {
        return requests.lockOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
    }

    public void relax(String reference, Constraint constraint, String person) {
        relaxations.save(new Relaxation(openRequestOf(reference).id(), constraint, person, clock.instant()));
    }

    /**
     * Opens one offer for each shelter, and keeps why each other one is not asked.
     *
     * @throws Refusal if none is named, or one of them does not fit
     */
    public int openOffers(String reference, Collection<String> chosen) {
        if (chosen.isEmpty()) {
            throw new Refusal("chooseShelter");
        }
        OrientationRequest request = lockOpenRequestOf(reference);
        Ranking ranking = searches.search(reference);
        for (String shelter : chosen) {
            if (!ranking.shelters().contains(shelter)) {
                throw new Refusal("shelterDoesNotFit", shelter);
            }
        }
        int round = lastRound(request.id()) + 1;
        Instant now = clock.instant();
        Instant expiresAt = expiry(request, now);
        int position = 0;
        for (String shelter : chosen) {
            offers.save(new Offer(request.id(), shelter, round, position++, now, expiresAt));
            notices.tell(Audience.shelter(shelter), Event.OFFER_MADE, reference, expiresAt);
        }
        searches.keep(request.id(), round, ranking);
        return position;
    }

    /** Which shelters fit a case that waits for an answer. What the search says of each shelter is kept. */
    public Ranking findShelters(String reference) {
        OrientationRequest request = openRequestOf(reference);
        Ranking ranking = searches.search(reference);
        searches.keep(request.id(), lastRound(request.id()) + 1, ranking);
        return ranking;
    }

    /** An offer never runs beyond the 48 hours; after them, new offers are short. */
    private Instant expiry(OrientationRequest request, Instant now) {
        if (request.isLateAt(now)) {
            return now.plus(terms.offerWhenLate());
        }
        Instant expiry = now.plus(terms.offer());
        return expiry.isBefore(request.dueAt()) ? expiry : request.dueAt();
    }

    /** @param position place in the order in which the shelters of this round are asked, from 0 */
    public Offer offerAt(String reference, int position) {
        UUID request = openRequestOf(reference).id();
        return offers.findByRequestAndRoundAndPosition(request, lastRound(request), position)
                .orElseThrow();
    }

    /**
     * A shelter accepts: its places are held for the whole household. If this is not possible, the shelter is told.
     *
     * @return false if the offer has ended, another shelter was first, or the shelter does not fit any more: its
     *     places or its cots are taken meanwhile, or there is danger near it
     */
    public boolean accept(UUID offerId, String reference, String person) {
        lockOpenRequestOf(reference);
        Offer offer = offers.findById(offerId).orElseThrow();
        requireAsked(offer, reference, person);
        if (offer.state() != Offer.State.OPEN) {
            return false;
        }
        boolean first = heldOffer(reference) == null;
        boolean held = first
                && searches.fits(reference, offer.shelter())
                && places.hold(
                        reference,
                        offer.shelter(),
                        referrals.get(reference).household().places());
        offer.end(held ? Offer.State.ACCEPTED : Offer.State.TOO_LATE, person, clock.instant());
        if (!held) {
            notices.tell(Audience.shelter(offer.shelter()), Event.OFFER_TOO_LATE, reference, clock.instant());
        }
        return held;
    }

    /**
     * Whatever a model says, only the shelter that was asked can answer an offer, and only in the case of that offer.
     */
    private void requireAsked(Offer offer, String reference, String person) {
        if (!directory.worksFor(person, offer.shelter())
                || requests.findById(offer.request())
                        .filter(request -> request.reference().equals(reference))
                        .isEmpty()) {
            throw new Refusal("notYourStep");
        }
    }

    /**
     * A shelter declines. Full: its free places are closed for a while. Unsuitable: not asked again for this case.
     * Temporary: asked again later. Anything else: not asked again for this request.
     *
     * @throws Refusal if no reason is given
     */
    public void decline(UUID offerId, String reference, String reason, String person) {
        if (reason == null) {
            throw new Refusal("declineReason");
        }
        Offer offer = offers.findById(offerId).orElseThrow();
        requireAsked(offer, reference, person);
        offer.decline(reason, person, clock.instant());
        if ("full".equals(reason)) {
            places.closeFree(offer.shelter());
        } else if (!"temporary".equals(reason)) {
            events.publishEvent(new PlaceFreed(offer.shelter()));
        }
    }

    public void expire(UUID offerId, String reference) {
        Offer offer = offers.findById(offerId).orElseThrow();
        offer.end(Offer.State.EXPIRED, null, clock.instant());
        notices.tell(Audience.shelter(offer.shelter()), Event.OFFER_EXPIRED, reference, clock.instant());
    }

    /** Withdraws the offers that nobody answered. @return the place that is held, if any shelter accepted */
    public Optional<HeldPlace> closeOffers(String reference) {
        OrientationRequest request = openRequestOf(reference);
        closeOffers(request);
        Optional<HeldPlace> held = Optional.ofNullable(heldOffer(reference))
                .map(offer -> heldPlace(offer.shelter(), places.heldUntil(reference)));
        if (held.isEmpty()) {
            notices.tell(Audience.coordination(), Event.NO_SHELTER_ACCEPTED, reference, request.dueAt());
        }
        return held;
    }

    /** Something new has to be agreed about the held place: the hold starts again with its full length. */
    public HeldPlace renewHold(String reference) {
        return heldPlace(places.holdingShelter(reference).orElseThrow(), places.keepHeld(reference));
    }

    /** When the warning comes that a hold ends. */
    public Instant warningBefore(Instant end) {
        return end.minus(terms.holdWarning());
    }

    /** The supervisors gave a shelter another time to answer. */
    public void moveOffer(UUID offerId, Instant to) {
        offers.findById(offerId).orElseThrow().expireAt(to);
    }

    private HeldPlace heldPlace(String shelter, Instant until) {
        return new HeldPlace(shelter, until, warningBefore(until));
    }

    /** Shelters whose offer is open. */
    public Set<String> sheltersAsked(String reference) {
        return requests.findOpen(reference).stream()
                .flatMap(request -> offers.findByRequestOrderByRoundAscPositionAsc(request.id()).stream())
                .filter(offer -> offer.state() == Offer.State.OPEN)
                .map(Offer::shelter)
                .collect(Collectors.toSet());
    }

    /** Gives up the held place, if any; the shelter is told, and is not asked again for the same request. */
    public void releaseHold(String reference) {
        tellHoldingShelter(reference, Event.HOLD_RELEASED);
        giveUpHold(reference, Offer.State.RELEASED);
    }

    private void giveUpHold(String reference, Offer.State as) {
        Offer held = heldOffer(reference);
        if (held != null) {
            held.end(as, null, clock.instant());
        }
        places.releaseHeld(reference);
    }

    /**
     * The shelter takes its acceptance back: the place is given up, everybody concerned is told, and the shelter is not asked
     * again for this case.
     */
    public void withdrawAcceptance(String reference) {
        tellOfLostPlace(reference, Event.ACCEPTANCE_WITHDRAWN);
        giveUpHold(reference, Offer.State.TAKEN_BACK);
    }

    /** The arrival was not agreed in time: the place is given up and everybody concerned is told. */
    public void expireHold(String reference) {
        tellOfLostPlace(reference, Event.HOLD_EXPIRED);
        giveUpHold(reference, Offer.State.RELEASED);
    }

    private void tellOfLostPlace(String reference, Event event) {
        Instant now = clock.instant();
        notices.tell(Audience.coordination(), event, reference, now);
        notices.tell(Audience.operator(referrals.get(reference).operator()), event, reference, now);
        tellHoldingShelter(reference, event);
    }

    private void tellHoldingShelter(String reference, Event event) {
        places.holdingShelter(reference)
                .ifPresent(shelter -> notices.tell(Audience.shelter(shelter), event, reference, clock.instant()));
    }

    /** The hold ends soon: whoever has to agree on the arrival is told. */
    public void warnOfExpiry(String reference) {
        Instant until = places.heldUntil(reference);
        notices.tell(Audience.operator(referrals.get(reference).operator()), Event.HOLD_WARNING, reference, until);
        places.holdingShelter(reference)
                .ifPresent(shelter -> notices.tell(Audience.shelter(shelter), Event.HOLD_WARNING, reference, until));
    }

    /**
     * Answers the open request, once. It is kept why no other shelter was asked. If the case goes on the waiting
     * list, it is called at once for a place that became free since the last search.
     *
     * @param lateReason code of why it comes after the 48 hours, or null if it is in time
     * @throws Refusal if it was answered already, or is late and no reason is given
     */
    public void answer(String reference, OrientationRequest.Answer answer, String lateReason, String person) {
        OrientationRequest request = lockOpenRequestOf(reference);
        Instant now = clock.instant();
        if (request.isLateAt(now)) {
            if (lateReason == null) {
                throw new Refusal("lateReason");
            }
            request.sayWhyLate(lateReason);
        }
        if (answer == OrientationRequest.Answer.PLACE_PROPOSED) {
            checkHeldPlace(reference);
            request.answer(answer, person, now);
        } else {
            Set<String> known = searches.everRanked(request.id());
            List<String> fitting = findShelters(reference).shelters();
            request.answer(answer, person, now);
            if (answer == OrientationRequest.Answer.WAITING_LIST) {
                fitting.stream()
                        .filter(shelter -> !known.contains(shelter))
                        .map(PlaceFreed::new)
                        .forEach(events::publishEvent);
            }
        }
        tellOperator(reference, answer, now);
    }

    /** @throws Refusal if a danger has come near the shelter since it accepted */
    private void checkHeldPlace(String reference) {
        if (places.holdingShelter(reference)
                .filter(shelter -> searches.isNearDanger(reference, shelter))
                .isPresent()) {
            throw new Refusal("heldNearDanger");
        }
    }

    private void tellOperator(String reference, OrientationRequest.Answer answer, Instant now) {
        Event event =
                switch (answer) {
                    case PLACE_PROPOSED -> Event.PLACE_PROPOSED;
                    case WAITING_LIST -> Event.ON_WAITING_LIST;
                    case EMERGENCY_HOUSING -> Event.EMERGENCY_HOUSING;
                    case REFUSED -> Event.REQUEST_REFUSED;
                    case WITHDRAWN -> throw new IllegalArgumentException("Nobody answers that she withdrew");
                };
        notices.tell(Audience.operator(referrals.get(reference).operator()), event, reference, now);
    }

    /**
     * Names the department whose emergency housing takes over.
     *
     * @throws Refusal if none is named, or it is one to avoid
     */
    public void handOverTo(String reference, String department) {
        if (department == null) {
            throw new Refusal("emergencyDepartment");
        }
        if (referrals.get(reference).dangerDepartments().contains(department)) {
            throw new Refusal("emergencyInDanger");
        }
        openRequestOf(reference).handOverTo(department);
    }

    public void remind(String reference) {
        OrientationRequest request = openRequestOf(reference);
        request.remind(clock.instant());
        notices.tell(Audience.coordination(), Event.REQUEST_REMINDER, reference, request.dueAt());
    }

    public void markLate(String reference) {
        OrientationRequest request = openRequestOf(reference);
        request.markLate(clock.instant());
        notices.tell(Audience.supervisors(), Event.REQUEST_LATE, reference, request.dueAt());
        notices.tell(Audience.coordination(), Event.REQUEST_LATE, reference, request.dueAt());
    }

    /** The latest request of a case. */
    public OrientationRequest latestRequest(String reference) {
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(reference);
        return all.get(all.size() - 1);
    }

    @EventListener
    void cancel(CaseClosed closed) {
        requests.findOpen(closed.reference()).ifPresent(request -> {
            closeOffers(request);
            request.answer(OrientationRequest.Answer.WITHDRAWN, null, clock.instant());
        });
        requests.findByReferenceOrderBySubmittedAt(closed.reference()).stream()
                .reduce((earlier, later) -> later)
                .map(OrientationRequest::calledFor)
                .map(PlaceFreed::new)
                .ifPresent(events::publishEvent);
        tellHoldingShelter(closed.reference(), Event.HOLD_RELEASED);
        places.releaseAll(closed.reference());
    }

    private void closeOffers(OrientationRequest request) {
        offers.findByRequestOrderByRoundAscPositionAsc(request.id()).stream()
                .filter(offer -> offer.state() == Offer.State.OPEN)
                .forEach(offer -> {
                    offer.end(Offer.State.WITHDRAWN, null, clock.instant());
                    notices.tell(
                            Audience.shelter(offer.shelter()),
                            Event.OFFER_WITHDRAWN,
                            request.reference(),
                            clock.instant());
                    events.publishEvent(new PlaceFreed(offer.shelter()));
                });
    }

    /** The accepted offer of the latest request, or null. */
    private Offer heldOffer(String reference) {
        return offers
                .findByRequestOrderByRoundAscPositionAsc(
                        latestRequest(reference).id())
                .stream()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                .findFirst()
                .orElse(null);
    }

    private int lastRound(UUID request) {
        return offers.findByRequestOrderByRoundAscPositionAsc(request).stream()
                .mapToInt(Offer::round)
                .max()
                .orElse(0);
    }
}
