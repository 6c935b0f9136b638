package fr.acse.placement.process;

import fr.acse.Words;
import fr.acse.placement.PlacementService;
import fr.acse.placement.Ranking;
import fr.acse.platform.FormData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ranking that the coordination sees when it chooses the shelters to ask. */
@Component
class SearchData implements FormData {

    private static final String RANKING = "ranking";
    private static final String LEFT_OUT = "leftOut";
    private static final String OPTIONS = "shelterOptions";

    private final PlacementService placement;

    SearchData(PlacementService placement) {
        this.placement = placement;
    }

    @Override
    public Set<String> names() {
        return Set.of(RANKING, LEFT_OUT, OPTIONS);
    }

    @Override
    public List<Map<String, Object>> rows(String name, String reference) {
        Ranking ranking = placement.search(reference);
        return switch (name) {
            case RANKING -> ranked(ranking);
            case OPTIONS ->
                ranking.shelters().stream()
                        .map(code -> Map.<String, Object>of("label", code, "value", code))
                        .toList();
            default ->
                ranking.leftOut().stream()
                        .map(each -> Map.<String, Object>of(
                                "shelter", each.shelter(), "why", Words.of("ranking." + each.reason())))
                        .toList();
        };
    }

    private static List<Map<String, Object>> ranked(Ranking ranking) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Ranking.Candidate candidate : ranking.candidates()) {
            rows.add(Map.of(
                    "rank", rows.size() + 1,
                    "shelter", candidate.shelter(),
                    "distance", candidate.distanceKm(),
                    "free", candidate.freePlaces(),
                    "why", Words.of("ranking.fits", candidate.freePlaces())));
        }
        return rows;
    }
}
