package fr.acse.placement;

import java.util.List;

/** Shelters that fit, the best first, and those left out with the reason. */
public record Ranking(List<Candidate> candidates, List<LeftOut> leftOut) {

    /** @param distanceKm kilometres from the nearest danger */
    public record Candidate(String shelter, long distanceKm, long freePlaces) {}

    /** @param reason key of the words that say why, {@code ranking.<reason>} */
    public record LeftOut(String shelter, String reason) {}

    public List<String> shelters() {
        return candidates.stream().map(Candidate::shelter).toList();
    }
}
