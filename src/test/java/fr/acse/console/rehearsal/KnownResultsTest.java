package fr.acse.console.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.console.rehearsal.Rehearsed.Played;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownResultsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Map<String, String> STORIES = Map.of("minor.yaml", "title: A minor");
    private static final Rehearsed AS_WRITTEN = result(null);

    private final KnownResults known = new KnownResults();

    @Test
    void whatWasPlayedWithTheSameModelsAndStoriesOnTheSameDayIsKnown() {
        known.remember(models("1"), STORIES, TODAY, AS_WRITTEN);

        assertThat(known.find(models("1"), STORIES, TODAY)).isEqualTo(AS_WRITTEN);
    }

    @Test
    void otherModelsOtherStoriesAndAnotherDayArePlayed() {
        known.remember(models("1"), STORIES, TODAY, AS_WRITTEN);

        assertThat(known.find(models("2"), STORIES, TODAY)).isNull();
        assertThat(known.find(models("1"), Map.of("minor.yaml", "title: Hers"), TODAY))
                .isNull();
        assertThat(known.find(models("1"), STORIES, TODAY.plusDays(1))).isNull();
    }

    @Test
    void theSecondPersonWhoRehearsesTheSameFilesFindsBothResults() {
        known.remember(models("1"), STORIES, TODAY, AS_WRITTEN);
        known.remember(models("2"), STORIES, TODAY, AS_WRITTEN);

        assertThat(known.find(models("1"), STORIES, TODAY)).isEqualTo(AS_WRITTEN);
        assertThat(known.find(models("2"), STORIES, TODAY)).isEqualTo(AS_WRITTEN);
    }

    @Test
    void onlyTheLatestRehearsalIsKept() {
        for (String change : List.of("1", "2", "3")) {
            known.remember(models("1"), STORIES, TODAY, AS_WRITTEN);
            known.remember(models(change), STORIES, TODAY, AS_WRITTEN);
        }

        assertThat(known.find(models("1"), STORIES, TODAY)).isEqualTo(AS_WRITTEN);
        assertThat(known.find(models("2"), STORIES, TODAY)).isNull();
        assertThat(known.find(models("3"), STORIES, TODAY)).isEqualTo(AS_WRITTEN);
    }

    @Test
    void aStoryThatFailedMayHaveFailedByChanceAndIsPlayedAgain() {
        known.remember(models("1"), STORIES, TODAY, result("Step 3: the case is not there"));

        assertThat(known.find(models("1"), STORIES, TODAY)).isNull();
    }

    private static Map<String, byte[]> models(String content) {
        return Map.of("referral.bpmn", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Rehearsed result(String failed) {
        return new Rehearsed(List.of(new Played("minor.yaml", "A minor", failed, List.of())), Map.of());
    }
}
