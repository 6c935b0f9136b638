package fr.acse.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each month it is noted what was done, and what comes next, with whom and until when. */
@ProcessTest
class FollowUpTest {

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    private String reference;

    @BeforeEach
    void sheLivesThere() {
        reference = network.arrived("childrenCount", 0, "babyCount", 0);
    }

    @Test
    void theNextFollowUpComesOnTheDayOfTheFirstStep() {
        followUp(
                "nextActions",
                "two",
                "actions1",
                "[\"health\",\"insurance\"]",
                "actions1With",
                "hospital",
                "actions1On",
                inDays(9),
                "actions2",
                "[\"language\"]",
                "actions2With",
                "school",
                "actions2On",
                inDays(20));
        assertThat(network.openTasks(reference)).doesNotContain("task_followUp");

        network.pass(reference, Duration.ofDays(8));
        assertThat(network.openTasks(reference)).doesNotContain("task_followUp");
        network.pass(reference, Duration.ofDays(2));

        assertThat(offered())
                .contains("Health appointment, hospital or doctor, until ", "Language course, school or course");
    }

    @Test
    void whatIsDoneIsNotAskedAgain() {
        oneStep(5);
        network.pass(reference, Duration.ofDays(6));
        String step =
                jdbc.queryForObject("select id::text from stay_step where reference = ?", String.class, reference);

        followUp("actionsDone", "[\"" + step + "\"]", "topics", "[\"psychological\"]");

        assertThat(jdbc.queryForList(
                        "select kind from stay_step where reference = ? and done_on is not null order by 1",
                        String.class,
                        reference))
                .containsExactly("health", "psychological");
        network.pass(reference, Duration.ofDays(10));
        assertThat(network.openTasks(reference)).doesNotContain("task_followUp");
        network.pass(reference, Duration.ofDays(22));
        assertThat(network.openTasks(reference)).contains("task_followUp");
        assertThat(offered()).doesNotContain("Health appointment");
    }

    @Test
    void whatIsNotDoneOnItsDayIsAskedAgainAWeekLater() {
        oneStep(5);
        network.pass(reference, Duration.ofDays(6));
        followUp();

        network.pass(reference, Duration.ofDays(8));

        assertThat(network.openTasks(reference)).contains("task_followUp");
        assertThat(offered()).contains("Health appointment");
    }

    @Test
    void aStepHasADayAheadAndSaysWhatIsToBeDone() {
        assertThatThrownBy(() -> step("[\"health\"]", inDays(0))).hasMessageContaining("it must lie ahead");
        assertThatThrownBy(() -> step("[\"health\"]", inDays(367))).hasMessageContaining("a year ahead at most");
        assertThatThrownBy(() -> step("[]", inDays(3))).hasMessageContaining("choose at least one");
    }

    private void oneStep(int days) {
        step("[\"health\"]", inDays(days));
    }

    private void step(String kinds, String day) {
        followUp("nextActions", "one", "actions1", kinds, "actions1With", "hospital", "actions1On", day);
    }

    /** She stays. */
    private void followUp(Object... answers) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("stay", "goesOn", "nextActions", "none"));
        for (int i = 0; i < answers.length; i += 2) {
            all.put((String) answers[i], answers[i + 1]);
        }
        List<Object> pairs = new ArrayList<>();
        all.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        network.complete(reference, "task_followUp", "shelter", pairs.toArray());
    }

    private String inDays(int days) {
        return network.today().plusDays(days).toString();
    }

    private String offered() {
        return network.shown(network.task(reference, "task_followUp"), "shelter", "openActions");
    }
}
