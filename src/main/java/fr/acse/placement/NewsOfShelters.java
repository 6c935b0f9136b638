package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Collects the data of shelters that a search needs: their places and their latest answers. */
@Component
record NewsOfShelters(Places places, Offers offers, PlacementTerms terms) {

    Map<ShelterCode, Occupancy> occupancies(Instant now) {
        return byShelter(places.occupancy(now), Occupancy::shelter);
    }

    Map<ShelterCode, Occupancy> occupancyOf(ShelterCode shelter, Instant now) {
        return places.occupancyOf(shelter, now)
                .map(each -> Map.of(shelter, each))
                .orElse(Map.of());
    }

    /** The latest answers of each shelter to offers of all cases. */
    Map<ShelterCode, LastAnswers> lastAnswers(Instant now) {
        return byShelter(
                offers.lastAnswers(now.minus(terms.lastAnswers()), terms.mostLastAnswers()), LastAnswers::shelter);
    }

    private static <T> Map<ShelterCode, T> byShelter(List<T> all, Function<T, ShelterCode> shelter) {
        return all.stream().collect(Collectors.toMap(shelter, Function.identity()));
    }
}
