package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import java.util.List;

/** The result of a search: the shelters that fit, ordered from best to worst, and the other shelters with the reasons. */
public record Ranking(List<Candidate> candidates, List<LeftOut> leftOut) {

    /**
     * @param distanceKm kilometres from the nearest danger
     * @param unmet criteria that the shelter does not meet, but that were relaxed or only lower the rank
     * @param points points that decide the rank, see {@link Search}
     */
    public record Candidate(
            ShelterCode shelter,
            long distanceKm,
            Occupancy occupancy,
            List<String> languages,
            List<String> unmet,
            LastAnswers lastAnswers,
            long points) {}

    /** @param reasons at least one key {@code ranking.<reason>} of a text that explains why the shelter is left out */
    public record LeftOut(ShelterCode shelter, List<String> reasons) {}

    public List<ShelterCode> shelters() {
        return candidates.stream().map(Candidate::shelter).toList();
    }
}
