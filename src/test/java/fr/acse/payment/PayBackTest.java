package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A shelter that handed the allowance over from its own cash gets its money back. */
@ProcessTest
class PayBackTest {

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    RunFiles files;

    @Autowired
    LedgerCheck ledger;

    @Autowired
    AdvanceService advances;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @BeforeEach
    void noAccountIsKnownAndNothingWaits() {
        network.sendWhatWaits();
        jdbc.update("delete from shelter_account");
    }

    @Test
    void theShelterIsPaidBackOnceTwoPeopleHaveConfirmedItsAccount() {
        String reference = advanced();
        network.complete(reference, "task_enterAccount", "coordinator", "sealed_payBackIban", FormAnswers.IBAN);
        assertThatThrownBy(() -> network.complete(reference, "task_confirmAccount", "coordinator"))
                .hasMessageContaining("second person");
        network.complete(reference, "task_confirmAccount", "coordinator2");

        String run = released();
        assertThat(file(run))
                .contains("<IBAN>" + FormAnswers.IBAN + "</IBAN>", "304.00", "paid back")
                .doesNotContain(reference);
        network.complete(run, "task_recordBankAnswer", "finance");

        assertThat(network.ends(reference, "pay-back")).containsExactly("end_paidBack");
        assertThat(network.ends(reference, "allowance")).containsExactly("end_paidBackToShelter");
        assertThat(ledger.differences()).isEmpty();

        String next = advanced();
        assertThat(network.openTasks(next)).as("the account is known now").doesNotContain("task_enterAccount");
        assertThat(orders(next)).containsExactly("WAITING");
    }

    @Test
    void financeDoesNotLearnWhichWomanLivesThere() {
        String reference = advanced();
        enterAccount(reference);
        String run = released();

        assertThat(Visitors.call(port, "finance", "GET", "own:/payment-runs/" + run + "/lines", null)
                        .body())
                .contains("\"claim\":null", "\"euros\":\"304.00\"")
                .doesNotContain(reference);
    }

    @Test
    void noClockOfHersTellsFinanceThatAShelterWaitsForHer() throws IOException {
        String reference = advanced();

        String cases = Visitors.call(port, "finance", "GET", "own:/cases?text=" + reference, null)
                .body();

        assertThat(StreamSupport.stream(
                                new ObjectMapper()
                                        .readTree(cases)
                                        .findParents("reference")
                                        .spliterator(),
                                false)
                        .filter(each -> each.path("reference").asText().equals(reference)))
                .singleElement()
                .satisfies(each -> assertThat(each.path("due").isNull())
                        .as(each.toString())
                        .isTrue());
    }

    @Test
    void whatTheBankRefusedIsNotOrderedAgainToTheSameAccount() {
        String reference = advanced();
        enterAccount(reference);
        refuse(released());
        network.complete(reference, "task_enterAccount", "coordinator", "accountThere", "no");
        assertThat(network.seen(reference, "task_confirmAdvance", "coordinator", "payBackRefusedBecause"))
                .isEqualTo("accountClosed");

        network.complete(reference, "task_confirmAdvance", "coordinator", "advanceIs", "shelterCash");

        assertThat(network.openTasks(reference)).contains("task_enterAccount");
        assertThat(jdbc.queryForObject("select count(*) from payment_order where state = 'WAITING'", Integer.class))
                .isZero();
    }

    @Test
    void whatWaitsForTheSameAccountIsRefusedWithIt() {
        String first = advanced();
        enterAccount(first);
        String run = released();
        String second = advanced();
        assertThat(network.openTasks(second)).doesNotContain("task_enterAccount");

        refuse(run);

        assertThat(network.openTasks(second)).contains("task_enterAccount");
        assertThat(ledger.differences()).isEmpty();
        enterAccount(first);
        payToTheAccountThatIsKnown(second);
        assertThat(orders(second)).containsExactly("REFUSED", "WAITING");
    }

    @Test
    void aLateAnswerSaysNothingOfTheAccountThatWasConfirmedSince() {
        String first = advanced();
        enterAccount(first);
        String second = advanced();
        String run = released();
        refuse(network.tasks(run, "task_recordBankAnswer").get(0));
        String early = network.openTasks(first).contains("task_enterAccount") ? first : second;
        String late = early.equals(first) ? second : first;
        enterAccount(early);

        refuse(network.tasks(run, "task_recordBankAnswer").get(0));

        assertThat(orders(early)).as("to the new account").containsExactly("REFUSED", "WAITING");
        payToTheAccountThatIsKnown(late);
        assertThat(orders(late)).containsExactly("REFUSED", "WAITING");
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void aFileToAnAccountThatTheBankRefusedMeanwhileIsNotReleased() {
        String first = advanced();
        enterAccount(first);
        String run = released();
        String second = advanced();
        String next = network.start("payment-run", "start-payment-run", "finance");
        refuse(run);

        assertThatThrownBy(() -> network.complete(next, "task_releaseRun", "finance2"))
                .hasMessageContaining("stop this run");
        network.complete(next, "task_releaseRun", "finance2", "release", "stopped");

        assertThat(network.openTasks(second)).contains("task_enterAccount");
        assertThat(network.seen(second, "task_enterAccount", "coordinator", "payBackRefusedBecause"))
                .isEqualTo("accountClosed");
        assertThat(orders(second)).containsExactly("REFUSED");
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void aFileToAnAccountThatHasChangedMeanwhileIsNotReleased() {
        enterAccount(advanced());
        String other = handedOver();
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(other, "task_confirmAdvance", "coordinator", "advanceIs", "otherAccount");
        enterAccount(other);

        assertThatThrownBy(() -> network.complete(run, "task_releaseRun", "finance2"))
                .hasMessageContaining("has changed since this file was written");
        network.complete(run, "task_releaseRun", "finance2", "release", "stopped");

        assertThat(network.openTasks(released())).hasSize(2);
    }

    @Test
    void nothingIsWaivedWhileTheMoneyIsOnItsWay() {
        String reference = advanced();
        enterAccount(reference);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> advances.settle(
                        new CaseReference(reference), false, new Login("coordinator"), new Login("coordinator2"))))
                .hasMessageContaining("on its way");
    }

    @Test
    void anAccountThatIsNoneIsEnteredAgain() {
        String reference = advanced();
        assertThatThrownBy(() -> network.complete(
                        reference, "task_enterAccount", "coordinator", "sealed_payBackIban", "FR761234"))
                .hasMessageContaining("IBAN");
        network.complete(reference, "task_enterAccount", "coordinator", "sealed_payBackIban", FormAnswers.IBAN);
        network.complete(reference, "task_confirmAccount", "coordinator2", "accountConfirmed", "no");

        assertThat(network.openTasks(reference)).contains("task_enterAccount");
        assertThat(jdbc.queryForObject("select count(*) from shelter_account", Integer.class))
                .isZero();
    }

    @Test
    void whatTheBankRefusesIsPaidToAnotherAccountAndItsReasonIsRead() {
        String reference = advanced();
        enterAccount(reference);
        refuse(released());

        assertThat(network.seen(reference, "task_enterAccount", "coordinator", "payBackRefusedBecause"))
                .isEqualTo("accountClosed");
        enterAccount(reference);
        network.complete(released(), "task_recordBankAnswer", "finance");
        assertThat(network.ends(reference, "pay-back")).containsExactly("end_paidBack");
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void aShelterThatWaitsForItsMoneyIsNotForgotten() {
        String reference = advanced();
        enterAccount(reference);
        jdbc.update("delete from notice where event = 'PAYMENT_WAITS' and reference is null");

        network.pass(reference, Duration.ofDays(14));

        assertThat(jdbc.queryForObject(
                        "select count(*) from notice where event = 'PAYMENT_WAITS' and reference is null",
                        Integer.class))
                .as("finance learns that a shelter waits, and not for whom")
                .isPositive();
    }

    @Test
    void nobodyIsPaidBackForMoneyThatTheNetworkHadSent() {
        String reference = handedOver();
        assertThat(jdbc.queryForObject("select count(*) from payment_order where state = 'WAITING'", Integer.class))
                .as("nobody pays the own shelter back alone")
                .isZero();

        assertThat(network.seen(reference, "task_confirmAdvance", "coordinator", "payBackTo"))
                .isEqualTo("s01");
        network.complete(reference, "task_confirmAdvance", "coordinator", "advanceIs", "networkMoney");
        assertThatThrownBy(() -> network.complete(reference, "task_confirmNotPaidBack", "coordinator"))
                .as("one person's word")
                .hasMessageContaining("second person");
        assertThat(booked(reference)).containsExactly("ADVANCED");
        network.complete(reference, "task_confirmNotPaidBack", "coordinator2");

        assertThat(network.ends(reference, "pay-back")).containsExactly("end_notPaidBack");
        assertThat(booked(reference)).containsExactly("ADVANCED", "ADVANCED", "HANDED_OVER");
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void anAccountThatHasChangedIsEnteredAgain() {
        enterAccount(advanced());
        String reference = handedOver();

        network.complete(reference, "task_confirmAdvance", "coordinator", "advanceIs", "otherAccount");

        assertThat(network.openTasks(reference)).contains("task_enterAccount");
    }

    @Test
    void aShelterThatIsClosedOrWantsNothingBackEndsTheWaitByTwoPeople() {
        String reference = advanced();
        network.complete(reference, "task_enterAccount", "coordinator", "accountThere", "no");
        network.complete(reference, "task_confirmAdvance", "coordinator", "advanceIs", "notWanted");
        network.complete(reference, "task_confirmNotPaidBack", "coordinator2", "notPaidBack", "no");
        assertThat(network.openTasks(reference)).as("decided again").contains("task_confirmAdvance");

        network.complete(reference, "task_confirmAdvance", "coordinator2", "advanceIs", "notWanted");
        network.complete(reference, "task_confirmNotPaidBack", "coordinator");

        assertThat(network.ends(reference, "allowance")).containsExactly("end_paidBackToShelter");
        assertThat(booked(reference)).containsExactly("ADVANCED", "ADVANCED");
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void theCoordinationIsToldThatAShelterWaits() {
        String reference = advanced();

        network.pass(reference, Duration.ofDays(28));

        assertThat(jdbc.queryForObject(
                        "select count(*) from notice where event = 'ADVANCE_WAITS' and reference = ?",
                        Integer.class,
                        reference))
                .as("a mail to the coordination and one to the supervisors, twice")
                .isEqualTo(4);
    }

    private List<String> booked(String reference) {
        return jdbc.queryForList(
                "select kind from ledger_booking where subject = (select id from allowance where reference = ?) order by id",
                String.class,
                reference);
    }

    private String advanced() {
        String reference = handedOver();
        network.complete(reference, "task_confirmAdvance", "coordinator");
        return reference;
    }

    private String handedOver() {
        String reference = network.arrived("childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_approveAllowance", "finance");
        network.complete(reference, "task_handOverAllowance", "shelter", "moneyFrom", "shelterCash");
        return reference;
    }

    /** A run with what waits, on its way to the bank. */
    private String released() {
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        return run;
    }

    private void refuse(String run) {
        refuse(network.task(run, "task_recordBankAnswer"));
    }

    private void refuse(Task line) {
        network.completeTask(line, "finance", "bankAnswer", "refused", "bankReason", "accountClosed");
    }

    /** States of the orders that pay her allowance back, the oldest first. */
    private List<String> orders(String reference) {
        return jdbc.queryForList(
                "select o.state from payment_order o join allowance a on a.id = o.allowance where a.reference = ?"
                        + " order by o.state = 'WAITING', o.ordered_at",
                String.class,
                reference);
    }

    private void payToTheAccountThatIsKnown(String reference) {
        network.complete(reference, "task_enterAccount", "coordinator", "accountThere", "no");
        network.complete(reference, "task_confirmAdvance", "coordinator", "advanceIs", "shelterCash");
    }

    private void enterAccount(String reference) {
        network.complete(reference, "task_enterAccount", "coordinator", "sealed_payBackIban", FormAnswers.IBAN);
        network.complete(reference, "task_confirmAccount", "coordinator2");
    }

    private String file(String run) {
        return transaction.execute(
                status -> new String(files.file(new CaseReference(run), new Login("finance")), StandardCharsets.UTF_8));
    }
}
