package fr.acse.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Before she comes, the shelter and she have met: what the house offers and asks, and her commitment once more. */
@ProcessTest
class InterviewTest {

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void whatTheShelterWantsToKnowHerAssociationAnswersAndThePlaceIsHeld() {
        String reference = toInterview();
        hold(reference, "interviewResult", "moreInformation", "sealed_interviewNote", "Does she smoke?");

        assertThat(network.openTasks(reference)).containsExactly("task_tellMore");
        assertThat(network.seen(reference, "task_tellMore", "operator", "sealed_interviewNote"))
                .isEqualTo("Does she smoke?");
        network.complete(reference, "task_tellMore", "operator", "sealed_interviewAnswer", "Outside only");

        assertThat(network.seen(reference, "task_holdInterview", "shelter", "sealed_interviewAnswer"))
                .isEqualTo("Outside only");
        hold(reference);
        assertThat(network.openTasks(reference)).containsExactly("task_planJourney");
        assertThat(results(reference)).containsExactly("moreInformation", "favourable");
    }

    @Test
    void whatIsNotFavourableIsHeardByTheCoordinationAndOpensTheSearchAgain() {
        String reference = toInterview();
        hold(reference, "interviewResult", "notFavourable", "sealed_interviewNote", "Stairs everywhere");

        assertThat(network.openTasks(reference)).containsExactly("task_confirmLoss");
        assertThat(network.seen(reference, "task_confirmLoss", "coordinator", "sealed_interviewNote"))
                .isEqualTo("Stairs everywhere");
        network.complete(reference, "task_confirmLoss", "coordinator");

        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
        assertThat(network.places(reference)).isZero();
    }

    @Test
    void nobodyComesWithoutTheRulesOrWithoutHerCommitment() {
        String reference = toInterview();

        assertThatThrownBy(() -> hold(reference, "rulesExplained", "notYet"))
                .hasMessageContaining("Rules of the house: she must know them");
        assertThatThrownBy(() -> hold(reference, "commitmentAgain", "no"))
                .hasMessageContaining("Commitment: she does not repeat it");
        assertThatThrownBy(() -> hold(
                        reference,
                        "interviewHeldOn",
                        network.today().plusDays(1).toString()))
                .hasMessageContaining("Day on which the interview was held: it cannot lie ahead");
        assertThatThrownBy(() -> hold(reference, "stayMonths", 37)).hasMessageContaining("36");
    }

    @Test
    void theAgreedDayCanStillChange() {
        String reference = toInterview();

        network.report(reference, "arrivalChanged", "operator");

        assertThat(network.openTasks(reference)).containsExactly("task_agreeArrival");
    }

    @Test
    void atARelocationTheInterviewAndTheCommitmentAreRepeated() {
        String reference = network.arrived("childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_followUp", "shelter", "stay", "relocation");
        network.ask(reference, "s02");
        network.complete(reference, "task_answerOffer", "shelter2");
        network.complete(reference, "task_answerRequest", "coordinator");
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        network.complete(reference, "task_confirmAgreement", "shelter2");

        assertThat(network.openTasks(reference)).contains("task_holdInterview");
        network.complete(reference, "task_holdInterview", "shelter2");
        assertThat(results(reference)).containsExactly("favourable", "favourable");
    }

    private String toInterview() {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        network.complete(reference, "task_confirmAgreement", "shelter");
        assertThat(network.openTasks(reference)).containsExactly("task_holdInterview");
        return reference;
    }

    private void hold(String reference, Object... answers) {
        network.complete(reference, "task_holdInterview", "shelter", answers);
    }

    private List<String> results(String reference) {
        return jdbc.queryForList(
                "select result from interview where reference = ? order by recorded_at", String.class, reference);
    }
}
