package fr.acse.placement;

import fr.acse.Refusal;
import fr.acse.referral.CaseClosed;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers orientation requests: search, offers, the held place, the answer. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PlacementService {

    private final OrientationRequests requests;
    private final Offers offers;
    private final Relaxations relaxations;
    private final Shelters shelters;
    private final Places places;
    private final PlaceService placeService;
    private final ReferralService referrals;
    private final Departments departments;
    private final Clock clock;

    PlacementService(
            OrientationRequests requests,
            Offers offers,
            Relaxations relaxations,
            Shelters shelters,
            Places places,
            PlaceService placeService,
            ReferralService referrals,
            Departments departments,
            Clock clock) {
        this.requests = requests;
        this.offers = offers;
        this.relaxations = relaxations;
        this.shelters = shelters;
        this.places = places;
        this.placeService = placeService;
        this.referrals = referrals;
        this.departments = departments;
        this.clock = clock;
    }

    /** @param dueAt when the answer is due, as the running clock says */
    public void openRequest(String reference, Instant dueAt) {
        requests.save(new OrientationRequest(reference, clock.instant(), dueAt));
    }

    /** @throws Refusal if no answer is owed for the case */
    public OrientationRequest openRequestOf(String reference) {
        return requests.findByReferenceAndAnsweredAtIsNull(reference)
                .orElseThrow(() -> new Refusal("noOpenRequest", reference));
    }

    /** Which shelters fit the open request of a case, and why the others do not. */
    public Ranking search(String reference) {
        OrientationRequest request = openRequestOf(reference);
        Referral referral = referrals.get(reference);
        Set<Constraint> relaxed = relaxations.findByRequest(request.id()).stream()
                .map(Relaxation::constraint)
                .collect(Collectors.toSet());
        Set<String> askedBefore = requests.findByReferenceOrderBySubmittedAt(reference).stream()
                .flatMap(each -> offers.findByRequestOrderByRoundAscPositionAsc(each.id()).stream())
                .filter(offer -> offer.request().equals(request.id()) ? offer.saidNo() : offer.saidNoForGood())
                .map(Offer::shelter)
                .collect(Collectors.toSet());
        Map<String, Long> free =
                places.countFree().stream().collect(Collectors.toMap(FreePlaces::shelter, FreePlaces::count));
        Set<String> livesIn = placeService.sheltersOf(reference);
        return new Search(
                        departments, referral.household(), referral.dangerDepartments(), relaxed, askedBefore, livesIn)
                .rank(shelters.findAll(), free);
    }

    public void relax(String reference, Constraint constraint, String person) {
        relaxations.save(new Relaxation(openRequestOf(reference).id(), constraint, person, clock.instant()));
    }

    /**
     * Opens one offer for each shelter.
     *
     * @throws Refusal if none is named, or one of them does not fit
     */
    public int openOffers(String reference, Collection<String> chosen) {
        if (chosen.isEmpty()) {
            throw new Refusal("chooseShelter");
        }
        List<String> fitting = search(reference).shelters();
        for (String shelter : chosen) {
            if (!fitting.contains(shelter)) {
                throw new Refusal("shelterDoesNotFit", shelter);
            }
        }
        UUID request = openRequestOf(reference).id();
        int round = lastRound(request) + 1;
        int position = 0;
        for (String shelter : chosen) {
            offers.save(new Offer(request, shelter, round, position++, clock.instant()));
        }
        return position;
    }

    /** @param position place in the order in which the shelters of this round are asked, from 0 */
    public Offer offerAt(String reference, int position) {
        UUID request = openRequestOf(reference).id();
        return offers.findByRequestAndRoundAndPosition(request, lastRound(request), position)
                .orElseThrow();
    }

    /**
     * A shelter accepts: its places are held for the whole household.
     *
     * @return false if another shelter was first or its places are taken meanwhile
     */
    public boolean accept(UUID offerId, String reference, String person) {
        requests.lockOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
        Offer offer = offers.findById(offerId).orElseThrow();
        boolean first = heldOffer(reference) == null;
        boolean held = first
                && placeService.hold(
                        reference,
                        offer.shelter(),
                        referrals.get(reference).household().places());
        offer.end(held ? Offer.State.ACCEPTED : Offer.State.TOO_LATE, person, clock.instant());
        return held;
    }

    /** @throws Refusal if no reason is given */
    public void decline(UUID offerId, String reason, String person) {
        if (reason == null) {
            throw new Refusal("declineReason");
        }
        offers.findById(offerId).orElseThrow().decline(reason, person, clock.instant());
    }

    public void expire(UUID offerId) {
        offers.findById(offerId).orElseThrow().end(Offer.State.EXPIRED, null, clock.instant());
    }

    /** Ends the offers of the open request that nobody answered. */
    public void closeOffers(String reference) {
        closeOffers(openRequestOf(reference));
    }

    /** Shelters whose offer is open. */
    public Set<String> sheltersAsked(String reference) {
        return requests.findByReferenceAndAnsweredAtIsNull(reference).stream()
                .flatMap(request -> offers.findByRequestOrderByRoundAscPositionAsc(request.id()).stream())
                .filter(offer -> offer.state() == Offer.State.OPEN)
                .map(Offer::shelter)
                .collect(Collectors.toSet());
    }

    /** The shelter whose place is held for the latest request, or null. */
    public String heldShelter(String reference) {
        Offer held = heldOffer(reference);
        return held == null ? null : held.shelter();
    }

    /** Gives up the held place; the shelter is not asked again for this case. */
    public void releaseHold(String reference) {
        Offer held = heldOffer(reference);
        if (held != null) {
            held.end(Offer.State.RELEASED, null, clock.instant());
        }
        placeService.releaseHeld(reference);
    }

    /** Answers the open request, once. */
    public void answer(String reference, OrientationRequest.Answer answer, String person) {
        openRequestOf(reference).answer(answer, person, clock.instant());
    }

    public void remind(String reference) {
        openRequestOf(reference).remind(clock.instant());
    }

    public void markLate(String reference) {
        openRequestOf(reference).markLate(clock.instant());
    }

    @EventListener
    void cancel(CaseClosed closed) {
        requests.findByReferenceAndAnsweredAtIsNull(closed.reference()).ifPresent(request -> {
            closeOffers(request);
            request.answer(OrientationRequest.Answer.WITHDRAWN, null, clock.instant());
        });
        placeService.releaseAll(closed.reference());
    }

    private void closeOffers(OrientationRequest request) {
        offers.findByRequestOrderByRoundAscPositionAsc(request.id()).stream()
                .filter(offer -> offer.state() == Offer.State.OPEN)
                .forEach(offer -> offer.end(Offer.State.WITHDRAWN, null, clock.instant()));
    }

    /** The accepted offer of the latest request, or null. */
    private Offer heldOffer(String reference) {
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(reference);
        UUID latest = all.get(all.size() - 1).id();
        return offers.findByRequestOrderByRoundAscPositionAsc(latest).stream()
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
