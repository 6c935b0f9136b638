package fr.acse.console.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.console.rehearsal.LatestResult.Known;
import fr.acse.console.rehearsal.Rehearse.Both;
import fr.acse.console.rehearsal.Rehearsed.Played;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatestResultTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Map<String, String> STORIES = Map.of("minor.yaml", "title: A minor");
    private static final Map<String, String> HERS = Map.of("minor.yaml", "title: Hers");
    private static final Map<String, byte[]> CURRENT = models("1");
    private static final Map<String, byte[]> PROPOSED = models("2");
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final Rehearsed AS_WRITTEN = result(null);
    private static final Rehearsed FAILED = result("Step 3: the case is not there");

    private final LatestResult latest = new LatestResult();

    @Test
    void theNextChangeOfTheDayIsComparedWithWhatIsKnownOfTheCurrentModels() {
        latest.remember(CURRENT, PROPOSED, STORIES, TODAY, new Both(AS_WRITTEN, FAILED, null), NOW);

        assertThat(latest.find(models("1"), STORIES, TODAY)).isEqualTo(AS_WRITTEN);
    }

    @Test
    void whatWasReleasedIsKnownFromItsRehearsal() {
        latest.remember(CURRENT, PROPOSED, STORIES, TODAY, new Both(AS_WRITTEN, AS_WRITTEN, null), NOW);

        assertThat(latest.find(models("2"), STORIES, TODAY)).isEqualTo(AS_WRITTEN);
    }

    @Test
    void theSecondPersonWhoRehearsesTheSameFilesSeesTheSameAlsoIfAChangedStoryFailsWithTheCurrentModels() {
        Both played = new Both(FAILED, AS_WRITTEN, null);
        latest.remember(CURRENT, PROPOSED, STORIES, TODAY, played, NOW);

        assertThat(latest.show(models("1"), models("2"), STORIES, TODAY)).isEqualTo(new Known(played, NOW));
        assertThat(latest.find(models("1"), STORIES, TODAY)).isNull();
    }

    @Test
    void whoeverAsksOnceMoreHasTheStoriesPlayed() {
        latest.remember(CURRENT, PROPOSED, STORIES, TODAY, new Both(AS_WRITTEN, AS_WRITTEN, null), NOW);
        latest.show(CURRENT, PROPOSED, STORIES, TODAY);

        assertThat(latest.show(CURRENT, PROPOSED, STORIES, TODAY)).isNull();
    }

    @Test
    void otherModelsOtherStoriesAndAnotherDayArePlayed() {
        latest.remember(CURRENT, PROPOSED, STORIES, TODAY, new Both(AS_WRITTEN, AS_WRITTEN, null), NOW);

        assertThat(latest.find(models("3"), STORIES, TODAY)).isNull();
        assertThat(latest.find(CURRENT, HERS, TODAY)).isNull();
        assertThat(latest.find(CURRENT, STORIES, TODAY.plusDays(1))).isNull();
        assertThat(latest.show(CURRENT, models("3"), STORIES, TODAY)).isNull();
        assertThat(latest.show(PROPOSED, CURRENT, STORIES, TODAY)).isNull();
        assertThat(latest.show(CURRENT, PROPOSED, HERS, TODAY)).isNull();
        assertThat(latest.show(CURRENT, PROPOSED, STORIES, TODAY.plusDays(1))).isNull();
    }

    @Test
    void aStoryThatFailedMayHaveFailedByChanceAndIsPlayedAgain() {
        latest.remember(CURRENT, PROPOSED, STORIES, TODAY, new Both(FAILED, FAILED, null), NOW);

        assertThat(latest.find(CURRENT, STORIES, TODAY)).isNull();
        assertThat(latest.show(CURRENT, PROPOSED, STORIES, TODAY)).isNull();
    }

    private static Map<String, byte[]> models(String content) {
        return Map.of("referral.bpmn", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Rehearsed result(String failed) {
        return new Rehearsed(List.of(new Played("minor.yaml", "A minor", failed, List.of())), Map.of());
    }
}
