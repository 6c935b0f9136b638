package fr.acse.placement.process;

import fr.acse.Words;
import fr.acse.placement.PlacementService;
import fr.acse.placement.Ranking;
import fr.acse.platform.FormData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ranking that the coordination sees when it chooses the shelters to ask. */
@Component
class SearchData implements FormData {

    record Ranked(int rank, String shelter, long distance, long free, String why) {}

    record LeftOut(String shelter, String why) {}

    record Option(String label, String value) {}

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
    public List<?> rows(String name, String reference) {
        Ranking ranking = placement.search(reference);
        return switch (name) {
            case RANKING -> ranked(ranking);
            case OPTIONS ->
                ranking.shelters().stream().map(code -> new Option(code, code)).toList();
            default ->
                ranking.leftOut().stream()
                        .map(each -> new LeftOut(each.shelter(), Words.of("ranking." + each.reason())))
                        .toList();
        };
    }

    private static List<Ranked> ranked(Ranking ranking) {
        List<Ranked> rows = new ArrayList<>();
        for (Ranking.Candidate each : ranking.candidates()) {
            String why = Words.of("ranking.fits", each.freePlaces());
            rows.add(new Ranked(rows.size() + 1, each.shelter(), each.distanceKm(), each.freePlaces(), why));
        }
        return rows;
    }
}
