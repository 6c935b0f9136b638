package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.Ranking.LeftOut;
import fr.acse.placement.process.CriteriaTable;
import fr.acse.referral.Household;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final Criteria OPEN = new Criteria(true, 17, 2, true, true, "fr,en");
    private static final Household ALONE = new Household(0, 0, 0, false, false, "fr");
    private static final Household MOTHER_OF_THREE = new Household(3, 1, 9, false, false, "fr");

    private final Departments departments = new Departments();
    private final ShelterCriteria.Table criteria =
            new CriteriaTable(SearchTest.class.getResourceAsStream("/processes/shelter-criteria.dmn"));

    @Test
    void theFartherFromTheNearestDangerTheHigher() {
        Ranking ranking = rank(
                search(ALONE, Set.of("06"), Set.of()),
                free(1),
                shelter("near", "31", OPEN),
                shelter("far", "29", OPEN),
                shelter("mid", "87", OPEN));

        assertThat(ranking.shelters()).extracting(ShelterCode::value).containsExactly("far", "mid", "near");
        assertThat(ranking.candidates().get(0).distanceKm()).isBetween(1000L, 1080L);
    }

    @Test
    void departmentsToAvoidAndTheirNeighboursAreNeverAskedWhateverIsRelaxed() {
        Ranking ranking = rank(
                search(ALONE, Set.of("06"), EnumSet.allOf(Constraint.class)),
                free(5),
                shelter("there", "06", OPEN),
                shelter("nextdoor", "83", OPEN));

        assertThat(ranking.shelters()).isEmpty();
        assertThat(ranking.leftOut()).extracting(LeftOut::reasons).containsOnly(List.of("danger"));
    }

    @Test
    void aMotherOfThreeWithABabyNeedsFourPlacesACotAndAShelterForChildrenOfTheirAge() {
        Ranking ranking = rank(
                search(MOTHER_OF_THREE, Set.of("06"), Set.of()),
                code -> switch (code.value()) {
                    case "full" -> new Occupancy(code, 6, 3, 0, 0);
                    case "closed" -> new Occupancy(code, 4, 0, 1, 0);
                    case "small" -> new Occupancy(code, 3, 0, 0, 0);
                    default -> new Occupancy(code, 4, 0, 0, 0);
                },
                shelter("fits", "29", OPEN),
                shelter("full", "29", OPEN),
                shelter("closed", "29", OPEN),
                shelter("small", "29", OPEN),
                shelter("nocot", "29", new Criteria(true, 17, 0, true, true, "fr")),
                shelter("nochildren", "29", new Criteria(false, 17, 2, true, true, "fr")),
                shelter("littleones", "29", new Criteria(true, 6, 2, true, true, "fr")));

        assertThat(ranking.shelters()).extracting(ShelterCode::value).containsExactly("fits");
        assertThat(ranking.leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut(new ShelterCode("full"), List.of("full")),
                        new LeftOut(new ShelterCode("closed"), List.of("closed")),
                        new LeftOut(new ShelterCode("small"), List.of("small")),
                        new LeftOut(new ShelterCode("nocot"), List.of("cots")),
                        new LeftOut(new ShelterCode("nochildren"), List.of("children")),
                        new LeftOut(new ShelterCode("littleones"), List.of("childAge")));
    }

    @Test
    void everyReasonIsNamedAndGoesWhenItsConstraintIsRelaxedByAPerson() {
        Household woman = new Household(0, 0, 0, true, true, "edo");
        Shelter bare = shelter("bare", "29", new Criteria(true, 17, 0, false, false, "fr"));

        assertThat(rank(search(woman, Set.of(), Set.of()), free(1), bare).leftOut())
                .containsExactly(
                        new LeftOut(new ShelterCode("bare"), List.of("pregnancy", "accessibility", "language")));
        assertThat(rank(search(woman, Set.of(), EnumSet.of(Constraint.PREGNANCY)), free(1), bare)
                        .leftOut())
                .containsExactly(new LeftOut(new ShelterCode("bare"), List.of("accessibility", "language")));

        Ranking.Candidate relaxed = rank(search(woman, Set.of(), EnumSet.allOf(Constraint.class)), free(1), bare)
                .candidates()
                .get(0);
        assertThat(relaxed.unmet()).containsExactly("pregnancy", "accessibility", "language");
        assertThat(relaxed.points()).isEqualTo(-3 * Search.UNMET);
    }

    @Test
    void aShelterThatSaidNoIsNotAskedAgainOneThatSaidLaterIsLeftInPeaceAndSoIsTheOneSheLivesIn() {
        Search search = new Search(
                departments,
                criteria,
                new Search.Needs(
                        ALONE,
                        Set.of("06"),
                        Set.of(),
                        Set.of(new ShelterCode("no")),
                        Set.of(new ShelterCode("later")),
                        Set.of(new ShelterCode("home")),
                        Set.of()));

        assertThat(rank(
                                search,
                                free(1),
                                shelter("no", "29", OPEN),
                                shelter("later", "29", OPEN),
                                shelter("home", "29", OPEN))
                        .leftOut())
                .containsExactly(
                        new LeftOut(new ShelterCode("home"), List.of("livesIn")),
                        new LeftOut(new ShelterCode("later"), List.of("askedToWait")),
                        new LeftOut(new ShelterCode("no"), List.of("askedBefore")));
    }

    @Test
    void ofTwoThatAreEquallyFarTheOneWithMoreRoomComesFirstAndTheOneThatIsOftenSilentLast() {
        Ranking ranking = search(ALONE, Set.of("06"), Set.of())
                .rank(
                        List.of(
                                shelter("busy", "29", OPEN),
                                shelter("quiet", "29", OPEN),
                                shelter("silent", "29", OPEN)),
                        Map.of(
                                new ShelterCode("busy"), new Occupancy(new ShelterCode("busy"), 4, 3, 0, 0),
                                new ShelterCode("quiet"), new Occupancy(new ShelterCode("quiet"), 4, 1, 0, 0),
                                new ShelterCode("silent"), new Occupancy(new ShelterCode("silent"), 4, 1, 0, 0)),
                        Map.of(new ShelterCode("silent"), new LastAnswers(new ShelterCode("silent"), 0, 1, 3)));

        assertThat(ranking.shelters()).extracting(ShelterCode::value).containsExactly("quiet", "busy", "silent");
    }

    @Test
    void anAnalystMakesACriterionOneThatOnlyRanksLower() throws IOException {
        ShelterCriteria.Table edited = table(xml -> xml.replaceFirst(
                "(\"language\"</text></outputEntry><outputEntry id=\"effect_6\"><text>)\"leavesOut\"",
                "$1\"ranksLower\""));
        Household woman = new Household(0, 0, 0, false, false, "edo");
        Search search = new Search(
                departments,
                edited,
                new Search.Needs(woman, Set.of("06"), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()));

        Ranking ranking = rank(
                search,
                free(1),
                shelter("mute", "29", OPEN),
                shelter("speaks", "87", new Criteria(true, 17, 2, true, true, "edo")));

        assertThat(ranking.shelters()).extracting(ShelterCode::value).containsExactly("mute", "speaks");
        assertThat(ranking.candidates().get(0).unmet()).containsExactly("language");
        assertThat(ranking.candidates().get(0).points())
                .isEqualTo(ranking.candidates().get(0).distanceKm() - Search.UNMET);
    }

    @Test
    void theTableTakesNoExpressionThatReachesMoreThanItsInputs() throws IOException {
        ShelterCriteria.Table attack = table(xml -> xml.replace(
                "expressionLanguage=\"feel\"><text>languageSpoken",
                "expressionLanguage=\"juel\"><text>${''.getClass()}"));

        assertThatThrownBy(() -> attack.unmet(ALONE, OPEN)).hasStackTraceContaining("take FEEL only");
    }

    private static ShelterCriteria.Table table(UnaryOperator<String> edit) throws IOException {
        try (InputStream dmn = SearchTest.class.getResourceAsStream("/processes/shelter-criteria.dmn")) {
            String edited = edit.apply(new String(dmn.readAllBytes(), StandardCharsets.UTF_8));
            return new CriteriaTable(new ByteArrayInputStream(edited.getBytes(StandardCharsets.UTF_8)));
        }
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
        return new Search(
                departments,
                criteria,
                new Search.Needs(household, dangers, relaxed, Set.of(), Set.of(), Set.of(), Set.of()));
    }

    private static Function<ShelterCode, Occupancy> free(int places) {
        return code -> new Occupancy(code, places, 0, 0, 0);
    }

    private static Ranking rank(Search search, Function<ShelterCode, Occupancy> occupancy, Shelter... shelters) {
        return search.rank(
                List.of(shelters),
                Arrays.stream(shelters).map(Shelter::code).collect(Collectors.toMap(Function.identity(), occupancy)),
                Map.of());
    }

    private static Shelter shelter(String code, String department, Criteria criteria) {
        Shelter shelter = new Shelter(new ShelterCode(code));
        shelter.describe(department, criteria, new CaseReference("SHEL-0000-0000"), Instant.EPOCH);
        return shelter;
    }
}
