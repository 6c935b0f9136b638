package fr.acse.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nobody is turned away alone, she may think, a minor goes to somebody with a name, and her guardian is asked or kept from it. */
@ProcessTest
class AssessmentTest {

    @Autowired
    Network network;

    @Autowired
    FormService forms;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theCoordinationMayAskForAnotherAssessment() {
        String reference = network.openReferral();
        network.complete(reference, "task_assessSituation", "operator", "distanceNeeded", "no");
        assertThat(network.openTasks(reference)).containsExactly("task_lookAgain");

        network.complete(
                reference,
                "task_lookAgain",
                "coordinator",
                "secondLook",
                "assessAgain",
                "sealed_secondLookReason",
                "He lives in the next street");

        assertThat(network.seen(reference, "task_assessSituation", "operator", "sealed_secondLookReason"))
                .isEqualTo("He lives in the next street");
        Task again = network.task(reference, "task_assessSituation");
        // Tasklist sends an answer back with the type that it has read. With the type Null, the engine refuses the
        // answer.
        assertThat(network.as("operator", () -> forms.getTaskFormVariables(again.getId())))
                .doesNotContainValue(null)
                .doesNotContainKey("avoidDepartments");
        network.complete(reference, "task_assessSituation", "operator", "avoidDepartments", "[\"64\"]");
        assertThat(network.openTasks(reference)).containsExactly("task_recordCommitment");
    }

    @Test
    void sheThinksUntilHerDayAndHerOperatorIsRemindedThen() {
        String reference = assessed();
        String day = network.today().plusDays(5).toString();

        network.complete(
                reference, "task_recordCommitment", "operator", "commitmentAnswer", "thinks", "thinkUntil", day);

        assertThat(network.openTasks(reference)).containsExactly("task_recordCommitment");
        assertThat(network.task(reference, "task_recordCommitment").getDueDate().toInstant())
                .isEqualTo(day + "T17:00:00Z");
        network.pass(reference, Duration.ofDays(4));
        assertThat(told(reference, "COMMITMENT_DUE")).isEmpty();
        network.pass(reference, Duration.ofDays(2));
        assertThat(told(reference, "COMMITMENT_DUE")).hasSize(1);

        network.complete(reference, "task_recordCommitment", "operator");
        assertThat(network.openTasks(reference)).containsExactly("task_submitRequest");
    }

    @Test
    void theDayOfHerAnswerIsAheadAndNotTooFar() {
        String reference = assessed();

        assertThatThrownBy(() -> thinks(reference, 0)).hasMessageContaining("it must be ahead");
        assertThatThrownBy(() -> thinks(reference, 31)).hasMessageContaining("30 days ahead at most");
    }

    @Test
    void sheMayHearTheClausesAgain() {
        String reference = assessed();
        network.complete(reference, "task_recordCommitment", "operator", "clauseSilence", "refused");

        network.complete(reference, "task_hearHer", "coordinator", "commitmentLook", "askAgain");

        network.complete(reference, "task_recordCommitment", "operator");
        assertThat(network.openTasks(reference)).containsExactly("task_submitRequest");
        assertThat(jdbc.queryForList(
                        "select is_full from commitment where reference = ? order by recorded_at",
                        Boolean.class,
                        reference))
                .containsExactly(false, true);
    }

    @Test
    void whatSheCommitsHerselfToIsKeptWithTextLanguageMannerAndDay() {
        String reference = assessed();

        network.complete(
                reference,
                "task_recordCommitment",
                "operator",
                "commitmentText",
                "2026-1-en",
                "commitmentManner",
                "spoken",
                "sealed_witnesses",
                "Zoe and Yann",
                "commitmentLanguage",
                "other",
                "interpreter",
                "byPhone",
                "sealed_interpreterName",
                "Agency of the harbour",
                "commitmentDate",
                network.today().minusDays(1).toString());

        assertThat(jdbc.queryForMap(
                        "select made_on::text, text, language, manner, interpreter, recorded_by from commitment where reference = ?",
                        reference))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "made_on", network.today().minusDays(1).toString(),
                        "text", "2026-1-en",
                        "language", "other",
                        "manner", "spoken",
                        "interpreter", "byPhone",
                        "recorded_by", "operator"));
    }

    @Test
    void whoeverThinksItOverIsAskedForNothingElse() {
        String reference = assessed();
        network.complete(
                reference,
                "task_recordCommitment",
                "operator",
                "clauseDistance",
                "refused",
                "commitmentManner",
                "spoken",
                "sealed_witnesses",
                "Zoe and Yann");
        network.complete(reference, "task_hearHer", "coordinator", "commitmentLook", "askAgain");

        network.complete(
                reference,
                "task_recordCommitment",
                "operator",
                "commitmentAnswer",
                "thinks",
                "thinkUntil",
                network.today().plusDays(2).toString());

        assertThat(network.openTasks(reference)).containsExactly("task_recordCommitment");
    }

    @Test
    void anotherLanguageAsksForAnInterpreterAndNoAnswerLiesAhead() {
        String reference = assessed();

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_recordCommitment",
                        "operator",
                        "commitmentLanguage",
                        "other",
                        "interpreter",
                        "notNeeded"))
                .hasMessageContaining("somebody interpreted");
        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_recordCommitment",
                        "operator",
                        "commitmentDate",
                        network.today().plusDays(1).toString()))
                .hasMessageContaining("Day of her answer: it cannot lie ahead");
    }

    @Test
    void aMinorStaysOpenUntilAPersonHasTakenHerOver() {
        String reference = network.openReferral();
        network.complete(reference, "task_assessSituation", "operator", "ageAssessment", "minor");
        assertThat(told(reference, "ALARM_MINOR")).isNotEmpty();

        network.pass(reference, Duration.ofHours(25));
        assertThat(told(reference, "PROTECTION_WAITS")).contains("coordination", "supervisors");
        network.complete(reference, "task_handOverToProtection", "coordinator", "protectionAnswer", "notYet");
        assertThat(network.openTasks(reference)).containsExactly("task_handOverToProtection");

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_handOverToProtection",
                        "coordinator",
                        "protectionDate",
                        network.today().plusDays(1).toString()))
                .hasMessageContaining("Day of the handover: it cannot lie ahead");
        network.complete(reference, "task_handOverToProtection", "coordinator");
        assertThat(network.isClosed(reference)).isTrue();
        assertThat(jdbc.queryForObject("select outcome from referral where reference = ?", String.class, reference))
                .isEqualTo("CHILD_PROTECTION");
    }

    @Test
    void whoeverIsFoundToBeAnAdultIsAssessedAgain() {
        String reference = network.openReferral();
        network.complete(reference, "task_assessSituation", "operator", "ageAssessment", "inDoubt");

        network.complete(reference, "task_handOverToProtection", "coordinator", "protectionAnswer", "adult");

        assertThat(network.openTasks(reference)).containsExactly("task_assessSituation");
    }

    @Test
    void whoeverAssessedHerDoesNotEndItToo() {
        String reference = network.openReferral();
        network.complete(reference, "task_assessSituation", "operator", "ageAssessment", "minor");

        assertThatThrownBy(() -> network.complete(reference, "task_handOverToProtection", "operator"))
                .hasMessageContaining("second person");
    }

    @Test
    void whoeverDecidesForHerByLawAgreesBeforeSheLeaves() {
        String reference = network.agreed("guardian", "mayKnow", "sealed_guardian", "Ms Rose, court of the harbour");

        assertThat(network.seen(reference, "task_planJourney", "operator", "sealed_guardian"))
                .isEqualTo("Ms Rose, court of the harbour");
        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_planJourney",
                        "operator",
                        "guardianAgreedOn",
                        network.today().plusDays(1).toString()))
                .hasMessageContaining("Day on which the guardian agreed");
        assertThatThrownBy(() -> network.complete(reference, "task_planJourney", "operator", "guardianAgreedOn", null))
                .hasMessageContaining("On which day did the guardian agree that she leaves?: please fill this in");
        network.complete(
                reference,
                "task_planJourney",
                "operator",
                "guardianAgreedOn",
                network.today().toString());
        assertThat(network.openTasks(reference)).contains("task_confirmEscort");
    }

    @Test
    void aGuardianWhoBecomesKnownLaterIsAskedBeforeSheLeaves() {
        String reference = network.agreed("guardian", "none");
        network.start(
                "correct-case",
                "correct-case",
                "operator",
                "caseReference",
                reference,
                "guardian",
                "mayKnow",
                "sealed_guardian",
                "Ms Rose, court of the harbour");

        assertThat(network.seen(reference, "task_planJourney", "operator", "sealed_guardian"))
                .isEqualTo("Ms Rose, court of the harbour");
        assertThatThrownBy(() -> network.complete(reference, "task_planJourney", "operator", "guardianAgreedOn", null))
                .hasMessageContaining("On which day did the guardian agree that she leaves?: please fill this in");
    }

    @Test
    void aGuardianFromWhomTheDangerComesIsNotAsked() {
        String reference = network.agreed("guardian", "mustNotKnow", "sealed_guardian", "Her uncle");

        network.travel(reference, "shelter");

        assertThat(network.openTasks(reference)).contains("task_followUp");
    }

    private String assessed() {
        String reference = network.openReferral();
        network.complete(reference, "task_assessSituation", "operator");
        return reference;
    }

    private void thinks(String reference, int days) {
        network.complete(
                reference,
                "task_recordCommitment",
                "operator",
                "commitmentAnswer",
                "thinks",
                "thinkUntil",
                network.today().plusDays(days).toString());
    }

    private List<String> told(String reference, String event) {
        return jdbc.queryForList(
                "select distinct group_name from notice where reference = ? and event = ?",
                String.class,
                reference,
                event);
    }
}
