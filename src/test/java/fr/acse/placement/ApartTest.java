package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two women must never be in the same shelter. */
@ProcessTest
class ApartTest {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    @Autowired
    Network network;

    @Test
    void noSearchPutsThemTogetherWhicheverOfThemIsSearchedFor() {
        String lives = network.arrived(ALONE);
        String one = network.requested(ALONE);
        String other = network.requested(ALONE);
        keepApart(one, lives);
        keepApart(lives, other);

        for (String each : new String[] {one, other}) {
            assertThat(network.shown(network.task(each, "task_chooseShelters"), "coordinator", "leftOut"))
                    .contains("whom she must not meet");
            assertThatThrownBy(() -> network.ask(each, "s01")).hasMessageContaining("s01 does not fit");
        }
        network.ask(one, "s02");
    }

    @ParameterizedTest
    @CsvSource({"this,true", "other,false"})
    void ifTheyAreTogetherOneOfThemIsMoved(String who, boolean first) {
        String one = network.arrived(ALONE);
        String other = network.arrived(ALONE);
        keepApart(one, other);

        network.complete(one, "task_separate", "coordinator", "separation", who);

        assertThat(network.openTasks(one).contains("task_chooseShelters")).isEqualTo(first);
        assertThat(network.openTasks(other).contains("task_chooseShelters")).isEqualTo(!first);
    }

    @Test
    void nobodyIsMovedOnceOneOfThemLeavesAlready() {
        String one = network.arrived(ALONE);
        String other = network.arrived(ALONE);
        keepApart(one, other);
        assertThatThrownBy(() -> network.complete(one, "task_separate", "coordinator", "separation", "nobody"))
                .hasMessageContaining("choose who is moved");

        network.report(other, "relocationNeeded", "shelter");
        network.complete(one, "task_separate", "coordinator", "separation", "nobody");

        assertThat(network.openTasks(one)).doesNotContain("task_separate", "task_chooseShelters");
    }

    @Test
    void onlyTheCoordinationSaysSoAndOnlyOfTwo() {
        String one = network.requested(ALONE);
        String other = network.requested(ALONE);

        for (String person : new String[] {"operator", "shelter", "supervisor"}) {
            assertThatThrownBy(() -> start(person, one, other)).isNotNull();
        }
        assertThatThrownBy(() -> keepApart(one, one)).hasMessageContaining("another case than this one");
    }

    @Test
    void whoIsToBeMovedIsAskedNoMoreWhenTheCaseEnds() {
        String one = network.arrived(ALONE);
        String other = network.arrived(ALONE);
        keepApart(one, other);

        network.withdraw(one);

        assertThat(network.openTasks(one)).doesNotContain("task_separate");
    }

    private void keepApart(String one, String other) {
        start("coordinator", one, other);
    }

    private void start(String person, String one, String other) {
        network.start("keep-apart", "keep-apart", person, "caseReference", one, "otherReference", other);
    }
}
