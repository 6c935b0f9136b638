package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import fr.acse.referral.Household;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of the search for shelters. A shelter in a department to avoid, or next to one, is left out. A shelter is also left out if it
 * has too few free places for the whole household, or does not meet a criterion that nobody relaxed. The result names every reason. The
 * shelters that fit are ranked by points: one point for each kilometre from the nearest danger, minus the constants below. Nobody can relax
 * a department to avoid.
 */
record Search(Departments departments, ShelterCriteria.Table criteria, Needs needs) {

    /**
     * The data of the case for which shelters are searched.
     *
     * @param dangers departments to avoid
     * @param askedBefore shelters whose earlier answer excludes another offer
     * @param askedToWait shelters that answered "not at the moment" recently and are not asked again yet
     * @param apart shelters in which somebody whom the woman must not meet has a place
     * @param livesIn shelters in which the case has a place now
     */
    record Needs(
            Household household,
            Set<String> dangers,
            Set<Constraint> relaxed,
            Set<ShelterCode> askedBefore,
            Set<ShelterCode> askedToWait,
            Set<ShelterCode> livesIn,
            Set<ShelterCode> apart) {}

    /** Points that a shelter loses for each criterion that it does not meet. */
    static final int UNMET = 200;

    /** Points that a shelter loses for each latest offer that it declined or did not answer, up to {@value #MOST_ANSWERS} offers. */
    static final int NO_OR_SILENCE = 25;

    private static final int MOST_ANSWERS = 4;

    /** Points that a shelter loses when all its places are taken; with half of the places taken, it loses half of the points. */
    static final int LOAD = 100;

    private static final Map<String, Constraint> RELAXABLE = Map.of(
            "language", Constraint.LANGUAGE,
            "childAge", Constraint.CHILD_AGE,
            "accessibility", Constraint.ACCESSIBILITY,
            "pregnancy", Constraint.PREGNANCY);

    Ranking rank(
            Collection<Shelter> shelters,
            Map<ShelterCode, Occupancy> occupancies,
            Map<ShelterCode, LastAnswers> lastAnswers) {
        Set<String> avoided = departments.withNeighbours(needs.dangers());
        Map<Criteria, List<ShelterCriteria.Unmet>> known = new HashMap<>();
        List<Ranking.Candidate> candidates = new ArrayList<>();
        List<Ranking.LeftOut> leftOut = new ArrayList<>();
        for (Shelter shelter : shelters) {
            Occupancy occupancy = occupancies.getOrDefault(shelter.code(), Occupancy.none(shelter.code()));
            List<ShelterCriteria.Unmet> unmet = known.computeIfAbsent(
                    shelter.criteria().withCotsTaken(occupancy.cots()),
                    each -> criteria.unmet(needs.household(), each));
            List<String> reasons = whyNot(shelter, occupancy, avoided, unmet);
            if (reasons.isEmpty()) {
                candidates.add(candidate(
                        shelter,
                        occupancy,
                        unmet.stream().map(ShelterCriteria.Unmet::name).toList(),
                        lastAnswers.getOrDefault(shelter.code(), LastAnswers.none(shelter.code()))));
            } else {
                leftOut.add(new Ranking.LeftOut(shelter.code(), reasons));
            }
        }
        candidates.sort(Comparator.comparingLong(Ranking.Candidate::points)
                .thenComparingLong(candidate -> candidate.occupancy().free())
                .reversed()
                .thenComparing(Ranking.Candidate::shelter));
        leftOut.sort(Comparator.comparing(Ranking.LeftOut::shelter));
        return new Ranking(candidates, leftOut);
    }

    private List<String> whyNot(
            Shelter shelter, Occupancy occupancy, Set<String> avoided, List<ShelterCriteria.Unmet> unmet) {
        if (shelter.isRetired()) {
            return List.of("retired");
        }
        List<String> reasons = new ArrayList<>();
        if (avoided.contains(shelter.department())) {
            reasons.add("danger");
        }
        if (shelter.isFrozen()) {
            reasons.add("frozen");
        }
        if (needs.apart().contains(shelter.code())) {
            reasons.add("apart");
        }
        if (needs.livesIn().contains(shelter.code())) {
            reasons.add("livesIn");
        }
        if (occupancy.free() < needs.household().places()) {
            boolean closed =
                    occupancy.free() + occupancy.closed() >= needs.household().places();
            reasons.add(
                    closed ? "closed" : occupancy.places() < needs.household().places() ? "small" : "full");
        }
        unmet.stream()
                .filter(each -> each.leavesOut() && !isRelaxed(each.name()))
                .forEach(each -> reasons.add(each.name()));
        if (needs.askedBefore().contains(shelter.code())) {
            reasons.add("askedBefore");
        } else if (needs.askedToWait().contains(shelter.code())) {
            reasons.add("askedToWait");
        }
        return reasons;
    }

    private boolean isRelaxed(String criterion) {
        Constraint constraint = RELAXABLE.get(criterion);
        return constraint != null && needs.relaxed().contains(constraint);
    }

    private Ranking.Candidate candidate(
            Shelter shelter, Occupancy occupancy, List<String> unmet, LastAnswers lastAnswers) {
        double distance =
                needs.dangers().isEmpty() ? 0 : departments.distanceFromNearest(shelter.department(), needs.dangers());
        long noOrSilence = Math.min(MOST_ANSWERS, lastAnswers.declined() + lastAnswers.silent());
        double points = distance - UNMET * unmet.size() - NO_OR_SILENCE * noOrSilence - LOAD * occupancy.load();
        return new Ranking.Candidate(
                shelter.code(),
                Math.round(distance),
                occupancy,
                shelter.languages(),
                unmet,
                lastAnswers,
                Math.round(points));
    }
}
