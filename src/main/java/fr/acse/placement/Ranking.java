package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import java.util.List;

/** Shelters that fit, the best first, and those left out with their reasons. */
public record Ranking(List<Candidate> candidates, List<LeftOut> leftOut) {

    /**
     * @param distanceKm kilometres from the nearest danger
     * @param unmet criteria that it does not meet and that were relaxed, or only count for the rank
     * @param points by which it ranks, see {@link Search}
     */
    public record Candidate(
            ShelterCode shelter,
            long distanceKm,
            Occupancy occupancy,
            List<String> languages,
            List<String> unmet,
            LastAnswers lastAnswers,
            long points) {}

    /** @param reasons keys of the words that say why, {@code ranking.<reason>}; at least one */
    public record LeftOut(ShelterCode shelter, List<String> reasons) {}

    public List<ShelterCode> shelters() {
        return candidates.stream().map(Candidate::shelter).toList();
    }
}
