package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.platform.identity.People;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rounds of offers: which shelters are asked, and what they answer. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OfferService {

    private static final String COORDINATION = "coordination";

    /** A form gives the time in steps, and a clock on a wall is not ours. */
    private static final Duration A_MOMENT = Duration.ofMinutes(15);

    private final OrientationRequests requests;
    private final Offers offers;
    private final SearchService searches;
    private final ConsideredShelters considered;
    private final PlaceService places;
    private final ReferralService referrals;
    private final DirectoryService directory;
    private final People people;
    private final PlacementTerms terms;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfferService(
            OrientationRequests requests,
            Offers offers,
            SearchService searches,
            ConsideredShelters considered,
            PlaceService places,
            ReferralService referrals,
            DirectoryService directory,
            People people,
            PlacementTerms terms,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.offers = offers;
        this.searches = searches;
        this.considered = considered;
        this.places = places;
        this.referrals = referrals;
        this.directory = directory;
        this.people = people;
        this.terms = terms;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens one offer for each shelter that is chosen, and keeps why each other one is not asked.
     *
     * @param choice among the shelters that fit, the best first
     * @throws Refusal if none is named, or one of them does not fit
     */
    public int openOffers(CaseReference reference, UnaryOperator<List<ShelterCode>> choice) {
        OrientationRequest request = lockOpen(reference);
        Ranking ranking = searches.search(reference);
        List<ShelterCode> chosen = choice.apply(ranking.shelters());
        Refusal.unless(!chosen.isEmpty(), "chooseShelter");
        for (ShelterCode shelter : chosen) {
            Refusal.unless(ranking.shelters().contains(shelter), "shelterDoesNotFit", shelter);
        }
        int round = lastRound(request.id()) + 1;
        Instant now = clock.instant();
        Instant expiresAt = expiry(request, now);
        int position = 0;
        Set<String> staffed = people.staffedOrganisations();
        for (ShelterCode shelter : chosen) {
            Offer offer = new Offer(request.id(), shelter, round, position++, now, expiresAt);
            if (!staffed.contains(People.ORGANISATION + shelter)) {
                offer.hasNobody();
            }
            offers.save(offer);
            notices.tell(Audience.shelter(shelter), Event.OFFER_MADE, reference, expiresAt);
        }
        considered.keep(request.id(), round, ranking);
        return position;
    }

    /** Which shelters fit a case that waits for an answer. What the search says of each shelter is kept. */
    public Ranking findShelters(CaseReference reference) {
        OrientationRequest request = open(reference);
        Ranking ranking = searches.search(reference);
        considered.keep(request.id(), lastRound(request.id()) + 1, ranking);
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
    public Offer offerAt(CaseReference reference, int position) {
        UUID request = open(reference).id();
        return offers.findByRequestAndRoundAndPosition(request, lastRound(request), position)
                .orElseThrow();
    }

    /**
     * A shelter accepts: its places are held for the whole household. If this is not possible, the shelter is told.
     *
     * @param saidAt when the shelter said so by telephone and the coordination records it, or null
     * @return false if the offer has ended, another shelter was first, or the shelter does not fit any more: its
     *     places or its cots are taken meanwhile, or there is danger near it
     */
    public boolean accept(UUID offerId, CaseReference reference, Instant saidAt, Login person) {
        lockOpen(reference);
        Offer offer = offers.findById(offerId).orElseThrow();
        requireAsked(offer, reference, saidAt, person);
        if (!offer.isOpen()) {
            return false;
        }
        offer.saidByTelephone(saidAt);
        boolean first = heldOffer(reference) == null;
        boolean held = first
                && searches.fits(reference, offer.shelter())
                && places.hold(
                        reference, offer.shelter(), referrals.get(reference).household());
        if (held) {
            offer.accept(person, clock.instant());
        } else {
            offer.acceptTooLate(person, clock.instant());
            notices.tell(Audience.shelter(offer.shelter()), Event.OFFER_TOO_LATE, reference, clock.instant());
        }
        return held;
    }

    /**
     * Whatever a model says, only the shelter that was asked can answer an offer, or the coordination that telephoned with it,
     * and only in the case of that offer.
     */
    private void requireAsked(Offer offer, CaseReference reference, Instant saidAt, Login person) {
        boolean telephoned = saidAt != null && directory.isIn(person, COORDINATION);
        if (!telephoned && !directory.worksFor(person, offer.shelter())
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
    public void decline(UUID offerId, CaseReference reference, DeclineReason reason, Instant saidAt, Login person) {
        Refusal.unless(reason != null, "declineReason");
        lockOpen(reference);
        Offer offer = offers.findById(offerId).orElseThrow();
        requireAsked(offer, reference, saidAt, person);
        offer.saidByTelephone(saidAt);
        offer.decline(reason, person, clock.instant());
        if (reason == DeclineReason.FULL) {
            places.closeFree(offer.shelter());
        } else if (reason != DeclineReason.TEMPORARY) {
            events.publishEvent(new PlaceFreed(offer.shelter()));
        }
    }

    /** The coordination takes an offer back: the shelter is told at once. */
    public void withdraw(UUID offerId, CaseReference reference, Login person) {
        lockOpen(reference);
        Offer offer = offers.findById(offerId).orElseThrow();
        requireAsked(offer, reference, clock.instant(), person);
        withdraw(offer, reference);
    }

    private void withdraw(Offer offer, CaseReference reference) {
        offer.withdraw(clock.instant());
        notices.tell(Audience.shelter(offer.shelter()), Event.OFFER_WITHDRAWN, reference, clock.instant());
        events.publishEvent(new PlaceFreed(offer.shelter()));
    }

    /**
     * The open offer of a case to a shelter, about which somebody telephoned.
     *
     * @throws Refusal if the shelter is not asked now, or what it said lies ahead or before the offer
     */
    public UUID telephoned(CaseReference reference, ShelterCode shelter, Instant saidAt) {
        Offer offer = asked(reference).stream()
                .filter(each -> each.shelter().equals(shelter))
                .findFirst()
                .orElseThrow(() -> new Refusal("notAskedNow", shelter));
        Refusal.unless(
                !saidAt.isAfter(clock.instant())
                        && !saidAt.isBefore(offer.openedAt().minus(A_MOMENT)),
                "saidWhen");
        notices.tell(Audience.shelter(shelter), Event.OFFER_BY_TELEPHONE, reference, saidAt);
        return offer.id();
    }

    /** The offers of a case that are open, in their order. */
    @Transactional(readOnly = true)
    public List<Offer> asked(CaseReference reference) {
        return requests.findOpen(reference).stream()
                .flatMap(request -> offers.findByRequestOrderByRoundAscPositionAsc(request.id()).stream())
                .filter(Offer::isOpen)
                .toList();
    }

    /** Who recorded that the shelter accepted by telephone; nothing if it accepted by itself. */
    @Transactional(readOnly = true)
    public Optional<Login> recordedByTelephone(CaseReference reference) {
        return offers.findByReference(reference).stream()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                .reduce((one, later) -> later)
                .filter(Offer::isByTelephone)
                .map(Offer::answeredBy);
    }

    public void expire(UUID offerId, CaseReference reference) {
        lockOpen(reference);
        Offer offer = offers.findById(offerId).orElseThrow();
        offer.expire(clock.instant());
        notices.tell(Audience.shelter(offer.shelter()), Event.OFFER_EXPIRED, reference, clock.instant());
    }

    /** Withdraws the offers that nobody answered. @return the place that is held, if any shelter accepted */
    public Optional<HeldPlace> closeOffers(CaseReference reference) {
        OrientationRequest request = lockOpen(reference);
        withdrawOpen(request);
        Optional<HeldPlace> held = Optional.ofNullable(heldOffer(reference))
                .map(offer -> HeldPlace.until(places.heldUntil(reference), offer.shelter(), terms));
        if (held.isEmpty()) {
            notices.tell(Audience.coordination(), Event.NO_SHELTER_ACCEPTED, reference, request.dueAt());
        }
        return held;
    }

    /** Withdraws the offers that nobody answered. */
    void withdrawOpen(OrientationRequest request) {
        offers.findByRequestOrderByRoundAscPositionAsc(request.id()).stream()
                .filter(Offer::isOpen)
                .forEach(offer -> withdraw(offer, request.reference()));
    }

    /** The supervisors gave a shelter another time to answer. */
    public void moveOffer(UUID offerId, Instant to) {
        offers.findById(offerId).orElseThrow().expireAt(to);
    }

    /** The accepted offer of the latest request, or null. */
    Offer heldOffer(CaseReference reference) {
        return offers.findByRequestOrderByRoundAscPositionAsc(latest(reference).id()).stream()
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

    private OrientationRequest latest(CaseReference reference) {
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(reference);
        return all.get(all.size() - 1);
    }

    private OrientationRequest open(CaseReference reference) {
        return requests.findOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
    }

    private OrientationRequest lockOpen(CaseReference reference) {
        return requests.lockOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
    }
}
