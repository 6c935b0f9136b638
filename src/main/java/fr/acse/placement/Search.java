package fr.acse.placement;

import fr.acse.referral.Household;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules by which shelters are found, in one place. A shelter is left out in a department to avoid or next to one, when
 * it has too few free places for the whole household, or when it does not meet a need; the rest is ranked by distance from
 * the nearest danger, then by free places. Nothing relaxes a department to avoid.
 *
 * @param dangers departments where the network, the exploiters or known associates are
 * @param askedBefore shelters that already said no
 * @param livesIn shelters where she is now, when she is to be relocated
 */
record Search(
        Departments departments,
        Household household,
        Set<String> dangers,
        Set<Constraint> relaxed,
        Set<String> askedBefore,
        Set<String> livesIn) {

    Ranking rank(Collection<Shelter> shelters, Map<String, Long> freePlaces) {
        Set<String> avoided = departments.withNeighbours(dangers);
        List<Ranking.Candidate> candidates = new ArrayList<>();
        List<Ranking.LeftOut> leftOut = new ArrayList<>();
        for (Shelter shelter : shelters) {
            long free = freePlaces.getOrDefault(shelter.code(), 0L);
            whyNot(shelter, free, avoided)
                    .ifPresentOrElse(
                            reason -> leftOut.add(new Ranking.LeftOut(shelter.code(), reason)),
                            () -> candidates.add(new Ranking.Candidate(
                                    shelter.code(),
                                    Math.round(departments.distanceFromNearest(shelter.department(), dangers)),
                                    free)));
        }
        candidates.sort(Comparator.comparingLong(Ranking.Candidate::distanceKm)
                .thenComparingLong(Ranking.Candidate::freePlaces)
                .reversed()
                .thenComparing(Ranking.Candidate::shelter));
        leftOut.sort(Comparator.comparing(Ranking.LeftOut::shelter));
        return new Ranking(candidates, leftOut);
    }

    private Optional<String> whyNot(Shelter shelter, long free, Set<String> avoided) {
        Criteria criteria = shelter.criteria();
        if (avoided.contains(shelter.department())) {
            return Optional.of("danger");
        } else if (livesIn.contains(shelter.code())) {
            return Optional.of("livesIn");
        } else if (free < household.places()) {
            return Optional.of("full");
        } else if (household.childrenCount() > 0 && !criteria.acceptsChildren()) {
            return Optional.of("children");
        } else if (household.babyCount() > criteria.cots()) {
            return Optional.of("cots");
        } else if (household.pregnant() && !criteria.acceptsPregnancy() && !relaxed.contains(Constraint.PREGNANCY)) {
            return Optional.of("pregnancy");
        } else if (household.stepFree() && !criteria.stepFree() && !relaxed.contains(Constraint.ACCESSIBILITY)) {
            return Optional.of("accessibility");
        } else if (!shelter.speaks(household.language()) && !relaxed.contains(Constraint.LANGUAGE)) {
            return Optional.of("language");
        } else if (askedBefore.contains(shelter.code()) && !relaxed.contains(Constraint.ASKED_BEFORE)) {
            return Optional.of("askedBefore");
        }
        return Optional.empty();
    }
}
