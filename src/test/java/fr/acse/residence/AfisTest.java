package fr.acse.residence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import java.time.Duration;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The AFIS allowance beside the exit pathway, from asking for it to its answer. */
@ProcessTest
class AfisTest {

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RuntimeService runtime;

    @Test
    void whetherSheGetsTheAfisAllowanceIsSeenAtHerTitle() {
        PermitCase permit = asked();
        permit.file();
        LocalDate from = TestTime.today();
        permit.grant(from, from.plusMonths(6).minusDays(1));
        assertThat(network.seen(permit.reference, "task_followTitle", "operator", "afis"))
                .isEqualTo("asked");

        permit.complete("task_recordAfis", "afisAnswer", "granted");

        assertThat(network.seen(permit.reference, "task_followTitle", "operator", "afis"))
                .isEqualTo("yes");
        assertThat(network.shown(network.task(permit.reference, "task_followTitle"), "operator", "permitFacts"))
                .contains("The AFIS allowance is granted");
        assertThat(network.ends(permit.reference, "afis")).containsExactly("end_afisGranted");
    }

    @ParameterizedTest
    @CsvSource({"refused, end_afisRefused, 1", "noLonger, end_afisNoLonger, 0"})
    void anAnswerAboutAfisMayBeNo(String answer, String end, int facts) {
        PermitCase permit = asked();

        permit.complete("task_recordAfis", "afisAnswer", answer);

        assertThat(network.ends(permit.reference, "afis")).containsExactly(end);
        assertThat(jdbc.queryForObject(
                        "select count(*) from permit_fact where reference = ?", Integer.class, permit.reference))
                .isEqualTo(facts);
    }

    @Test
    void anAnswerAboutAfisThatDoesNotComeIsNotForgotten() {
        PermitCase permit = asked();

        network.pass(permit.reference, Duration.ofDays(63));

        assertThat(jdbc.queryForObject(
                        "select count(*) from notice where event = 'AFIS_WAITS' and reference = ?",
                        Integer.class,
                        permit.reference))
                .as("to whoever follows the track and to the supervisors, twice")
                .isEqualTo(4);
        assertThat(network.openTasks(permit.reference)).contains("task_recordAfis", "task_fileRequest");
    }

    @Test
    void afisIsAskedForLaterToo() {
        PermitCase permit = PermitCase.on(network, "exitPathway");
        permit.complete("task_recordPathway", "pathway", "authorised", "afis", "no");
        assertThat(permit.open()).containsExactly("task_fileRequest");

        permit.news("afisAsked", "permitRoute", "exitPathway");

        assertThat(permit.open()).containsExactly("task_fileRequest", "task_recordAfis");
        assertThatThrownBy(() -> permit.news("afisAsked", "permitRoute", "exitPathway"))
                .hasMessageContaining("Please complete that one");
        permit.begin("asylum");
        assertThatThrownBy(() -> permit.news("afisAsked", "permitRoute", "asylum"))
                .hasMessageContaining("belongs to the exit pathway");
    }

    @Test
    void whatWasAskedForBeforeThePathwayIsFollowedOnce() {
        PermitCase permit = PermitCase.on(network, "exitPathway");
        permit.news("afisAsked", "permitRoute", "exitPathway");

        permit.complete("task_recordPathway", "pathway", "authorised", "afis", "asked");

        assertThat(permit.open()).containsExactly("task_fileRequest", "task_recordAfis");
    }

    @ParameterizedTest
    @CsvSource({"yes, afisGranted", "no, afisNotGranted"})
    void anAnswerThatComesWithThePathwayEndsTheWait(String answer, String fact) {
        PermitCase permit = PermitCase.on(network, "exitPathway");
        permit.news("afisAsked", "permitRoute", "exitPathway");

        permit.complete("task_recordPathway", "pathway", "authorised", "afis", answer);

        assertThat(permit.open()).containsExactly("task_fileRequest");
        assertThat(network.ends(permit.reference, "afis")).containsExactly("end_afisOver");
        assertThat(jdbc.queryForList(
                        "select kind from permit_fact where reference = ? order by id", String.class, permit.reference))
                .containsExactly("afisAsked", fact);
    }

    @Test
    void theAnswerGoesToWhoeverFollowsTheTrackNowAlsoAfterItsEnd() {
        PermitCase permit = ended();

        permit.news(
                "followerChanged", "permitRoute", "exitPathway", "followedBy", "other", "organisationCode", "bridge");

        Task task = network.task(permit.reference, "task_recordAfis");
        assertThat(network.as("operator", () -> network.sees(task))).isFalse();
        network.completeTask(task, "operator2", "afisAnswer", "noLonger");
        assertThat(permit.open()).isEmpty();
    }

    @Test
    void aTrackThatBeginsAgainWaitsForTheSameAnswer() {
        PermitCase permit = ended();
        permit.begin("exitPathway");

        permit.complete("task_recordPathway", "pathway", "authorised", "afis", "asked");

        assertThat(permit.open()).containsExactly("task_fileRequest", "task_recordAfis");
        permit.complete("task_recordAfis", "afisAnswer", "refused");
        assertThat(jdbc.queryForObject(
                        "select t.closed_at is null from permit_fact f join permit_track t on t.id = f.track"
                                + " where f.reference = ? and f.kind = 'afisRefused'",
                        Boolean.class,
                        permit.reference))
                .as("a fact of the track that goes on")
                .isTrue();
    }

    private PermitCase asked() {
        PermitCase permit = PermitCase.on(network, "exitPathway");
        permit.complete("task_recordPathway", "pathway", "authorised", "afis", "asked");
        return permit;
    }

    /** The permit was refused, and nobody has answered about AFIS. */
    private PermitCase ended() {
        PermitCase permit = asked();
        permit.file();
        permit.refuse();
        permit.complete("task_decideAppeal", "appeal", "notFiled");
        permit.complete("task_reviewOtherRoutes", "otherRoute", "none");
        return permit;
    }
}
