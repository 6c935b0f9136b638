package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.referral.Household;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final Criteria OPEN = new Criteria(true, 2, true, true, "fr,en");
    private static final Household ALONE = new Household(0, 0, false, false, "fr");

    private final Departments departments = new Departments();

    @Test
    void theFartherFromTheNearestDangerTheHigher() {
        Ranking ranking = search(ALONE, Set.of("06"), Set.of())
                .rank(
                        List.of(shelter("near", "31", OPEN), shelter("far", "29", OPEN), shelter("mid", "87", OPEN)),
                        Map.of("near", 1L, "far", 1L, "mid", 1L));

        assertThat(ranking.shelters()).containsExactly("far", "mid", "near");
        assertThat(ranking.candidates().get(0).distanceKm()).isBetween(1000L, 1080L);
    }

    @Test
    void departmentsToAvoidAndTheirNeighboursAreNeverAskedWhateverIsRelaxed() {
        Ranking ranking = search(ALONE, Set.of("06"), EnumSet.allOf(Constraint.class))
                .rank(
                        List.of(shelter("there", "06", OPEN), shelter("nextdoor", "83", OPEN)),
                        Map.of("there", 5L, "nextdoor", 5L));

        assertThat(ranking.shelters()).isEmpty();
        assertThat(ranking.leftOut()).extracting(Ranking.LeftOut::reason).containsOnly("danger");
    }

    @Test
    void theWholeHouseholdNeedsPlacesAndCots() {
        Household mother = new Household(3, 1, false, false, "fr");
        Criteria noCot = new Criteria(true, 0, true, true, "fr");
        Criteria noChildren = new Criteria(false, 2, true, true, "fr");

        Ranking ranking = search(mother, Set.of("06"), Set.of())
                .rank(
                        List.of(
                                shelter("fits", "29", OPEN),
                                shelter("small", "29", OPEN),
                                shelter("nocot", "29", noCot),
                                shelter("nochildren", "29", noChildren)),
                        Map.of("fits", 4L, "small", 3L, "nocot", 4L, "nochildren", 4L));

        assertThat(ranking.shelters()).containsExactly("fits");
        assertThat(ranking.leftOut())
                .extracting(Ranking.LeftOut::reason)
                .containsExactlyInAnyOrder("full", "cots", "children");
    }

    @Test
    void anUnmetNeedLeavesAShelterOutUntilANamedConstraintIsRelaxed() {
        Household woman = new Household(0, 0, true, true, "edo");
        Criteria bare = new Criteria(true, 0, false, false, "fr");
        List<Shelter> shelters = List.of(shelter("bare", "29", bare));
        Map<String, Long> free = Map.of("bare", 1L);

        assertThat(search(woman, Set.of(), Set.of()).rank(shelters, free).leftOut())
                .containsExactly(new Ranking.LeftOut("bare", "pregnancy"));
        assertThat(search(woman, Set.of(), EnumSet.of(Constraint.PREGNANCY))
                        .rank(shelters, free)
                        .leftOut())
                .containsExactly(new Ranking.LeftOut("bare", "accessibility"));
        assertThat(search(woman, Set.of(), EnumSet.of(Constraint.PREGNANCY, Constraint.ACCESSIBILITY))
                        .rank(shelters, free)
                        .leftOut())
                .containsExactly(new Ranking.LeftOut("bare", "language"));
        assertThat(search(woman, Set.of(), EnumSet.allOf(Constraint.class))
                        .rank(shelters, free)
                        .shelters())
                .containsExactly("bare");
    }

    @Test
    void aShelterThatSaidNoIsNotAskedAgainAndNeitherIsTheOneSheLivesIn() {
        Ranking ranking = new Search(departments, ALONE, Set.of("06"), Set.of(), Set.of("no"), Set.of("home"))
                .rank(List.of(shelter("no", "29", OPEN), shelter("home", "29", OPEN)), Map.of("no", 1L, "home", 1L));

        assertThat(ranking.leftOut())
                .containsExactly(new Ranking.LeftOut("home", "livesIn"), new Ranking.LeftOut("no", "askedBefore"));
    }

    @Test
    void neighboursTouchEachOtherBothWays() {
        for (String code : departments.withNeighbours(Set.of("01", "31", "75"))) {
            for (String neighbour : departments.get(code).neighbours()) {
                assertThat(departments.get(neighbour).neighbours()).contains(code);
            }
        }
        assertThat(departments.get("974").neighbours()).isEmpty();
    }

    private Search search(Household household, Set<String> dangers, Set<Constraint> relaxed) {
        return new Search(departments, household, dangers, relaxed, Set.of(), Set.of());
    }

    private static Shelter shelter(String code, String department, Criteria criteria) {
        Shelter shelter = new Shelter(code);
        shelter.describe(department, criteria, "SHEL-0000-0000", Instant.EPOCH);
        return shelter;
    }
}
