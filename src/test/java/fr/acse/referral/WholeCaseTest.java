package fr.acse.referral;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
class WholeCaseTest {

    @Autowired
    Network network;

    @Autowired
    Referrals referrals;

    @Test
    void aWomanArrivesIsPaidStaysAndLeaves() {
        String reference = network.arrived();

        assertThat(network.openTasks(reference))
                .containsExactly("task_approveAllowance", "task_chooseRoute", "task_followUp", "task_submitClaim");

        network.payAllowance(reference);
        network.complete(reference, "task_followUp", "shelter", "stay", "goesOn");
        network.pass(reference, Duration.ofDays(31));
        network.leave(reference, "shelter");

        assertThat(referrals
                        .findById(new CaseReference(reference))
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.COMPLETED);
        assertThat(network.openTasks(reference)).containsExactly("task_chooseRoute", "task_submitClaim");
    }

    @Test
    void aWomanWhoNeedsNoPermitHasNoPermitTrack() {
        String reference = network.arrived("permitNeed", "notNeeded");

        assertThat(network.openTasks(reference))
                .contains("task_approveAllowance", "task_followUp", "task_submitClaim")
                .doesNotContain("task_recordComplaint");
    }

    @Test
    void theShelterProposesAnotherDateBeforeTheArrivalIsSettled() {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        assertThat(network.seen(reference, "task_confirmAgreement", "shelter", "arrivalProcedure"))
                .isNotNull();
        network.complete(
                reference,
                "task_confirmAgreement",
                "shelter",
                "agreement",
                "otherDate",
                "sealed_agreementNote",
                "Not on a Sunday");
        assertThat(network.seen(reference, "task_agreeArrival", "operator", "agreement"))
                .isEqualTo("otherDate");
        assertThat(network.seen(reference, "task_agreeArrival", "operator", "sealed_agreementNote"))
                .isEqualTo("Not on a Sunday");

        network.agree(reference, "shelter");

        assertThat(network.openTasks(reference)).containsExactly("task_planJourney");
        assertThat(network.seen(reference, "task_planJourney", "operator", "arrivalDate"))
                .as("the day that was agreed")
                .isNotNull();
    }

    @Test
    void aShelterThatWithdrawsItsAcceptanceReopensTheSearchAtOnce() {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        network.complete(reference, "task_confirmAgreement", "shelter", "agreement", "withdrawn");
        network.complete(reference, "task_confirmLoss", "coordinator");

        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "firstOnly");
        network.complete(reference, "task_answerOffer", "shelter2");
        network.complete(reference, "task_answerRequest", "coordinator2");
        network.agree(reference, "shelter2");
        assertThat(network.openTasks(reference)).containsExactly("task_planJourney");
    }

    @Test
    void aHoldThatIsNotAgreedOnEndsByItselfAfterFiveDays() {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");

        network.pass(reference, Duration.ofHours(120));

        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
    }

    @Test
    void aRelocationKeepsTheOldPlaceUntilTheNewArrival() {
        String reference = network.arrived();
        network.payAllowance(reference);
        network.start(
                "case-event", "report-event", "shelter", "caseReference", reference, "eventKind", "relocationNeeded");

        assertThat(network.openTasks(reference)).contains("task_chooseShelters").doesNotContain("task_followUp");
        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "firstOnly");
        network.complete(reference, "task_answerOffer", "shelter2");
        network.complete(reference, "task_answerRequest", "coordinator");
        network.agree(reference, "shelter2");
        network.travel(reference, "shelter2");

        assertThat(network.openTasks(reference)).contains("task_followUp").doesNotContain("task_approveAllowance");
        assertThat(network.ends(reference, "allowance")).containsExactly("end_handedOver");
    }

    @Test
    void dangerThatRisesReachesTheCoordinationAndIsAvoidedFromThenOn() {
        String reference = network.requested();
        network.start("case-event", "report-event", "operator", "caseReference", reference, "eventKind", "dangerRose");

        network.complete(reference, "task_respondToDanger", "coordinator", "newDangerDepartment", "29");

        assertThat(referrals
                        .findById(new CaseReference(reference))
                        .orElseThrow()
                        .dangerDepartments())
                .contains("29");
        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
    }

    @Test
    void dangerWithoutANewPlaceChangesNothingInTheSearch() {
        String reference = network.requested();
        network.start("case-event", "report-event", "operator", "caseReference", reference, "eventKind", "dangerRose");

        network.complete(reference, "task_respondToDanger", "coordinator");

        assertThat(referrals
                        .findById(new CaseReference(reference))
                        .orElseThrow()
                        .dangerDepartments())
                .containsExactly("01");
    }

    @Test
    void aBreachOfConfidentialityIsHandledByTheCoordinationWithin72Hours() {
        String reference = network.arrived();
        network.start(
                "case-event",
                "report-event",
                "shelter",
                "caseReference",
                reference,
                "eventKind",
                "confidentialityBreached");

        assertThat(network.task(reference, "task_handleBreach").getDueDate()).isNotNull();
        network.complete(reference, "task_handleBreach", "coordinator");

        assertThat(network.openTasks(reference)).contains("task_followUp").doesNotContain("task_handleBreach");
    }
}
