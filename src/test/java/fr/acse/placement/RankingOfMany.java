package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.process.CriteriaTable;
import fr.acse.referral.Household;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A search among many shelters, no two alike, to be measured. */
public final class RankingOfMany {

    private static final List<String> DEPARTMENTS = List.of("2A", "29", "59", "31", "67", "87", "13", "63", "35", "44");
    private static final List<String> LANGUAGES = List.of("fr", "en", "ro", "bg", "es", "edo", "sq", "zh");

    private final Departments departments = new Departments();
    private final ShelterCriteria.Table criteria =
            new CriteriaTable(RankingOfMany.class.getResourceAsStream("/processes/shelter-criteria.dmn"));
    private final List<Shelter> shelters;
    private final Map<ShelterCode, Occupancy> occupancies;

    public RankingOfMany(int count) {
        Random random = new Random(48);
        shelters = IntStream.range(0, count)
                .mapToObj(number -> {
                    Shelter shelter = new Shelter(new ShelterCode("n" + number));
                    shelter.describe(
                            DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())),
                            new Criteria(
                                    random.nextInt(4) > 0,
                                    random.nextInt(18),
                                    random.nextInt(4),
                                    random.nextBoolean(),
                                    random.nextBoolean(),
                                    "fr," + LANGUAGES.get(random.nextInt(LANGUAGES.size()))),
                            new CaseReference("SHEL-0000-0000"),
                            Instant.EPOCH);
                    return shelter;
                })
                .toList();
        occupancies = shelters.stream()
                .map(shelter -> new Occupancy(shelter.code(), 6, random.nextInt(6), 0, 0))
                .collect(Collectors.toMap(Occupancy::shelter, Function.identity()));
    }

    /** @return how many shelters fit */
    public int rank() {
        return new Search(
                        departments,
                        criteria,
                        new Search.Needs(
                                new Household(2, 1, 9, true, false, "ro"),
                                Set.of("06", "75"),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                Set.of()))
                .rank(shelters, occupancies, Map.of())
                .candidates()
                .size();
    }
}
