package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Collects the data of a case that a search needs. */
@Component
record NeedsOfCase(
        OrientationRequests requests,
        Offers offers,
        Relaxations relaxations,
        PlaceService places,
        ApartService aparts,
        ReferralService referrals,
        PlacementTerms terms) {

    /** The departments that the case must avoid, without their neighbours. */
    Set<String> dangersOf(CaseReference reference) {
        return referrals.get(reference).dangerDepartments();
    }

    Search.Needs needsOf(CaseReference reference, Instant now) {
        Referral referral = referrals.get(reference);
        OrientationRequest latest = requests.latest(reference);
        List<Relaxation> relaxed = relaxations.findByReference(reference);
        List<Offer> counting = countingOffers(reference, relaxed);
        return new Search.Needs(
                referral.household(),
                referral.dangerDepartments(),
                relaxed.stream().map(Relaxation::constraint).collect(Collectors.toSet()),
                shelters(
                        counting,
                        offer -> offer.request().equals(latest.id()) && latest.answeredAt() == null
                                ? offer.saidNo()
                                : offer.saidNoForGood()),
                shelters(counting, offer -> offer.askedToWaitSince(now.minus(terms.askAgain()))),
                places.sheltersOf(reference),
                aparts.sheltersToAvoid(reference));
    }

    /**
     * The offers of a case that exclude a shelter from being asked again. After somebody relaxed {@code ASKED_BEFORE}, only offers that
     * ended later count.
     */
    private List<Offer> countingOffers(CaseReference reference, List<Relaxation> relaxed) {
        Instant from = relaxed.stream()
                .filter(each -> each.constraint() == Constraint.ASKED_BEFORE)
                .map(Relaxation::relaxedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return offers.findByReference(reference).stream()
                .filter(offer -> offer.endedAfter(from))
                .toList();
    }

    private static Set<ShelterCode> shelters(List<Offer> offers, Predicate<Offer> which) {
        return offers.stream().filter(which).map(Offer::shelter).collect(Collectors.toSet());
    }
}
