package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens rounds of offers and decides which shelters are asked. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class OfferService {

    /** Tolerance of 15 minutes for a typed time, because the form offers times in steps and clocks may differ. */
    private static final Duration A_MOMENT = Duration.ofMinutes(15);

    private final OrientationRequests requests;
    private final Offers offers;
    private final SearchService searches;
    private final People people;
    private final PlacementTerms terms;
    private final Notices notices;
    private final Days days;

    /**
     * Opens one offer for each chosen shelter, and stores why each other shelter is not asked.
     *
     * @param choice chooses from the shelters that fit, ordered from best to worst
     * @return the number of opened offers
     * @throws Refusal if no shelter is chosen, or a chosen shelter does not fit
     */
    public int openOffers(CaseReference reference, UnaryOperator<List<ShelterCode>> choice) {
        OrientationRequest request = requests.lock(reference);
        int round = lastRound(request.id()) + 1;
        Ranking ranking = searches.search(reference, request.id(), round);
        List<ShelterCode> chosen = choice.apply(ranking.shelters());
        Refusal.unless(!chosen.isEmpty(), "chooseShelter");
        for (ShelterCode shelter : chosen) {
            Refusal.unless(ranking.shelters().contains(shelter), "shelterDoesNotFit", shelter);
        }
        Instant now = days.now();
        Instant expiresAt = expiry(request, now);
        int position = 0;
        Set<String> staffed = people.staffedOrganisations();
        for (ShelterCode shelter : chosen) {
            Offer offer = new Offer(request.id(), shelter, round, position++, now, expiresAt);
            boolean answersHere = staffed.contains(People.ORGANISATION + shelter);
            if (!answersHere) {
                offer.hasNobody();
                notices.tell(Event.OFFER_TO_TELEPHONE, reference, expiresAt, Audience.coordination());
            }
            offers.save(offer);
            if (answersHere
                    || !people.addressesOf(People.ORGANISATION + shelter).isEmpty()) {
                notices.tell(Event.OFFER_MADE, reference, expiresAt, Audience.shelter(shelter));
            }
        }
        return position;
    }

    /** Finds the shelters that fit a case with an open request. The result for each shelter is stored. */
    public Ranking findShelters(CaseReference reference) {
        OrientationRequest request = requests.open(reference);
        return searches.search(reference, request.id(), lastRound(request.id()) + 1);
    }

    /** An offer ends at the 48-hour deadline at the latest. An offer after the deadline lasts {@code acse.placement.offer-when-late}. */
    private Instant expiry(OrientationRequest request, Instant now) {
        if (request.isLateAt(now)) {
            return now.plus(terms.offerWhenLate());
        }
        Instant expiry = now.plus(terms.offer());
        return expiry.isBefore(request.dueAt()) ? expiry : request.dueAt();
    }

    /** @param position index of the offer within the latest round, from 0 */
    public Offer offerAt(CaseReference reference, int position) {
        UUID request = requests.open(reference).id();
        return offers.findByRequestAndRoundAndPosition(request, lastRound(request), position)
                .orElseThrow();
    }

    /**
     * Finds the open offer of a case to a shelter that answered by telephone.
     *
     * @throws Refusal if the shelter has no open offer, or the time of its answer is in the future or before the offer
     */
    public UUID telephoned(CaseReference reference, ShelterCode shelter, Instant saidAt) {
        Offer offer = asked(reference).stream()
                .filter(each -> each.shelter().equals(shelter))
                .findFirst()
                .orElseThrow(() -> new Refusal("notAskedNow", shelter));
        Refusal.unless(
                !saidAt.isAfter(days.now()) && !saidAt.isBefore(offer.openedAt().minus(A_MOMENT)),
                "saidWhen",
                Words.moment(offer.openedAt(), days.zone()));
        notices.tell(Event.OFFER_BY_TELEPHONE, reference, saidAt, Audience.shelter(shelter));
        return offer.id();
    }

    /** The open offers of a case, by round and position. */
    @Transactional(readOnly = true)
    public List<Offer> asked(CaseReference reference) {
        return requests.findOpen(reference).stream()
                .flatMap(request -> offers.findByRequestOrderByRoundAscPositionAsc(request.id()).stream())
                .filter(Offer::isOpen)
                .toList();
    }

    /** The last offer to each shelter for the latest request of a case, also those that have ended. Empty if nothing was asked. */
    @Transactional(readOnly = true)
    public Collection<Offer> latest(CaseReference reference) {
        Map<ShelterCode, Offer> last = new LinkedHashMap<>();
        requests.findByReferenceOrderBySubmittedAt(reference).stream()
                .reduce((one, later) -> later)
                .ifPresent(request -> offers.findByRequestOrderByRoundAscPositionAsc(request.id())
                        .forEach(offer -> last.put(offer.shelter(), offer)));
        return last.values();
    }

    /** The user who recorded that the shelter accepted by telephone. Empty if the shelter accepted in the application. */
    @Transactional(readOnly = true)
    public Optional<Login> recordedByTelephone(CaseReference reference) {
        return offers.findByReference(reference).stream()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                .reduce((one, later) -> later)
                .filter(Offer::isByTelephone)
                .map(Offer::answeredBy);
    }

    /** Changes the time until which a shelter can answer. Only a supervisor moves this deadline. @return when the shelter is warned */
    public Instant moveOffer(UUID offerId, Instant to) {
        Offer offer = offers.findById(offerId).orElseThrow();
        offer.expireAt(to);
        return offer.warningAt();
    }

    private int lastRound(UUID request) {
        return offers.findByRequestOrderByRoundAscPositionAsc(request).stream()
                .mapToInt(Offer::round)
                .max()
                .orElse(0);
    }
}
