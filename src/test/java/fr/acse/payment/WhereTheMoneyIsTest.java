package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.Spent;
import fr.acse.platform.door.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a case says to whoever waits for money where it is. */
@ProcessTest
class WhereTheMoneyIsTest {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    @Autowired
    Network network;

    @LocalServerPort
    int port;

    @BeforeEach
    void nothingWaitsToBePaid() {
        network.sendWhatWaits();
    }

    @Test
    void whoStartsARunReadsBeforehandWhatItPaysAndOnWhichDay() {
        network.sendWhatWaits();
        String empty = preview("finance");
        assertThat(empty).contains("Nothing waits to be paid", "executionDate");
        String reference = network.arrived("childrenCount", 0, "babyCount", 0);
        network.approveClaim(reference);

        assertThat(preview("finance")).contains("\"payee\":\"harbour\",\"lines\":1", "Total");
        assertThat(preview("operator")).doesNotContain("harbour");
    }

    private String preview(String person) {
        return Visitors.call(port, person, "GET", "own:/drafts/start-payment-run", null)
                .body();
    }

    @Test
    void aClaimIsFollowedFromTheFormToTheAccountAndBack() {
        String reference = network.arrived(ALONE);
        assertThat(page("operator", reference)).contains("The association fills it in.");

        submit(reference);
        assertThat(page("operator", reference)).contains("84,50\u00a0€", "The coordination checks it.");
        check(reference, "toCorrect", "noReceipt");
        assertThat(page("operator", reference)).contains("The coordination gave it back.", "Correct: to be corrected.");
        submit(reference);
        check(reference, "correct", "accepted");
        assertThat(page("operator", reference)).contains("Finance decides on it.");
        network.complete(reference, "task_approveClaim", "finance");
        assertThat(page("operator", reference)).contains("The next payment run takes it along.", "Approved: yes.");

        String run = network.start("payment-run", "start-payment-run", "finance");
        assertThat(page("operator", reference)).contains(run, "A second person of finance has to release it.");
        network.complete(run, "task_releaseRun", "finance2");
        assertThat(page("operator", reference)).contains(run, "Sent to the bank");
        network.complete(
                run, "task_recordBankAnswer", "finance", "bankAnswer", "refused", "bankReason", "accountClosed");
        assertThat(page("operator", reference)).contains("The bank has refused it: account closed.");
        submit(reference);
        assertThat(page("operator", reference))
                .contains("The coordination checks it.")
                .doesNotContain("has refused it");
        check(reference, "correct", "accepted");
        network.complete(reference, "task_approveClaim", "finance");
        String second = network.start("payment-run", "start-payment-run", "finance");
        network.complete(second, "task_releaseRun", "finance2");
        network.complete(second, "task_recordBankAnswer", "finance");
        for (String person : new String[] {"operator", "coordinator", "finance", "supervisor"}) {
            assertThat(page(person, reference)).as(person).contains("The bank has paid it", second);
        }
        assertThat(page("shelter", reference)).doesNotContain("The bank has paid it", second, "Approved?");
    }

    @Test
    void aRefusalDoesNotReadLikeAnApproval() {
        String reference = network.arrived(ALONE);
        submit(reference);
        check(reference, "correct", "accepted");
        network.complete(reference, "task_approveClaim", "finance", "approval", "refused", "sealed_approvalNote", "-");

        assertThat(page("operator", reference)).contains("Approved: no.", "Rejected. Nothing is paid.");
    }

    @Test
    void whoeverAsksAboutTheAllowanceReadsWhereItIs() {
        String reference = network.arrived(ALONE);
        assertThat(page("shelter", reference)).contains("304,00\u00a0€", "Finance decides on it.");
        network.complete(reference, "task_approveAllowance", "finance");
        assertThat(page("operator", reference)).contains("The shelter hands it over.");
        network.complete(reference, "task_handOverAllowance", "shelter", "moneyFrom", "shelterCash");

        for (String person : new String[] {"operator", "shelter", "finance", "supervisor"}) {
            assertThat(page(person, reference)).as(person).contains("She has had it since");
        }
        assertThat(page("operator", reference)).contains("Handed over: yes.");
        assertThat(page("finance", reference))
                .contains("Approved: yes.")
                .as("with the shelters that are paid back, it would say where she lives")
                .doesNotContain("Whose cash?");
        assertThat(page("shelter", reference)).contains("The coordination says whether it is paid back");
        assertThat(page("operator", reference)).doesNotContain("paid back");
        assertThat(page("finance", reference)).doesNotContain("paid back");
    }

    @Test
    void whatDidNotReachHerSaysWhetherAnybodyStillDecides() {
        String reference = network.arrived(ALONE);
        network.complete(reference, "task_approveAllowance", "finance", "approval", "refused");
        assertThat(page("shelter", reference))
                .contains("Finance has not approved it. The coordination says whether it is tried again.");
        network.complete(reference, "task_askAgain", "coordinator", "askAgain", "no");
        assertThat(page("shelter", reference))
                .contains("Finance has not approved it. Nothing more is paid in this case.");
    }

    private void submit(String reference) {
        network.complete(
                reference,
                "task_submitClaim",
                "operator",
                "sealed_claimLines",
                Spent.on("train", "person", 84.5).rows());
    }

    private void check(String reference, String result, String finding) {
        network.complete(
                reference,
                "task_checkClaim",
                "coordinator",
                "claimCheck",
                result,
                "sealed_claimChecks",
                Spent.found(finding));
    }

    private String page(String person, String reference) {
        return Visitors.call(port, person, "GET", "own:/cases/" + reference, null)
                .body();
    }
}
