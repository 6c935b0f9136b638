package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Everything that a search for a case reads, in one place. */
@Component
record SearchInputs(
        OrientationRequests requests,
        Offers offers,
        Relaxations relaxations,
        Places places,
        PlaceService placeService,
        ApartService aparts,
        ReferralService referrals,
        PlacementTerms terms,
        Clock clock) {

    /** Departments where the network, the exploiters or known associates of a case are. */
    Set<String> dangersOf(CaseReference reference) {
        return referrals.get(reference).dangerDepartments();
    }

    Search.Needs needsOf(CaseReference reference) {
        Referral referral = referrals.get(reference);
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(reference);
        OrientationRequest latest = all.get(all.size() - 1);
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
                shelters(
                        counting,
                        offer -> offer.askedToWaitSince(clock.instant().minus(terms.askAgain()))),
                placeService.sheltersOf(reference),
                aparts.sheltersToAvoid(reference));
    }

    Map<ShelterCode, Occupancy> occupancies() {
        return byShelter(places.occupancy(clock.instant()), Occupancy::shelter);
    }

    Map<ShelterCode, Occupancy> occupancyOf(ShelterCode shelter) {
        return places.occupancyOf(shelter, clock.instant())
                .map(each -> Map.of(shelter, each))
                .orElse(Map.of());
    }

    /** What each shelter answered lately, whatever the case was. */
    Map<ShelterCode, LastAnswers> lastAnswers() {
        return byShelter(
                offers.lastAnswers(clock.instant().minus(terms.lastAnswers()), terms.mostLastAnswers()),
                LastAnswers::shelter);
    }

    /**
     * The offers of a case because of which a shelter is not asked again: those that ended after somebody last
     * relaxed this rule.
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

    private static <T> Map<ShelterCode, T> byShelter(List<T> all, Function<T, ShelterCode> shelter) {
        return all.stream().collect(Collectors.toMap(shelter, Function.identity()));
    }
}
