package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.Spent;
import fr.acse.TestTime;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.start.Command;
import fr.acse.retention.RetentionService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts outlive the case, without who she is, and end when their own time is over. */
@ProcessTest
class AccountRetentionTest {

    private static final Login SUPERVISOR = new Login("supervisor");

    @Autowired
    Network network;

    @Autowired
    RetentionService retention;

    @Autowired
    CaseFileService files;

    @Autowired
    RunFiles runFiles;

    @Autowired
    LedgerCheck ledger;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    @Qualifier("receiptsCommand")
    Command command;

    private String run;

    @Test
    void receiptsOutliveTheCaseWithoutHerNameAndTheLedgerStillAgrees() {
        String reference = paidAndClosed();

        retention.erase(new CaseReference(reference), SUPERVISOR);

        assertThat(kept())
                .anySatisfy(each -> assertThat(each).contains("train 40.00 Ticket 4711"))
                .anySatisfy(each -> assertThat(each).contains("Receipt 304"))
                .allSatisfy(each -> assertThat(each).doesNotContain("Adaeze", reference));
        assertThat(jdbc.queryForList("select 1 from case_file where reference = ?", reference))
                .isEmpty();
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void receiptsAndPaymentFilesEndAfterTheirOwnTime() {
        retention.erase(new CaseReference(paidAndClosed()), SUPERVISOR);
        eraseDue();
        assertThat(kept()).as("not yet").isNotEmpty();

        // Other tests may have left receipts of other days.
        jdbc.update(
                "update receipt_file set paid_on = ?",
                TestTime.today().minusYears(10).plusDays(10));
        eraseDue();
        assertThat(kept()).as("not before ten years").isNotEmpty();
        jdbc.update("update receipt_file set paid_on = paid_on - interval '11 days'");
        jdbc.update(
                "update payment_run set execution_date = execution_date - interval '10 years' - interval '10 days' where reference = ?",
                run);
        eraseDue();

        assertThat(kept()).isEmpty();
        assertThatThrownBy(() ->
                        transaction.execute(status -> runFiles.file(new CaseReference(run), new Login("finance"))))
                .isInstanceOf(RuntimeException.class);
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void theAuditorReadsReceiptsByTheirNumberAndThatIsRecorded() {
        String reference = paidAndClosed();
        int number =
                jdbc.queryForObject("select number from travel_claim where reference = ?", Integer.class, reference);
        retention.erase(new CaseReference(reference), SUPERVISOR);

        Command.Result result = command.run(List.of("claim", Integer.toString(number)));

        assertThat(result.well()).isTrue();
        assertThat(result.words()).contains("Ticket 4711");
        assertThat(jdbc.queryForList("select 1 from reveal where task = 'receipts' and person = 'system'"))
                .isNotEmpty();
        assertThat(command.run(List.of()).words()).contains("Travel claim " + number + ", paid on");
        assertThat(command.run(List.of("claim", "99999999")).words()).contains("no receipt");
        for (List<String> wrong : List.of(List.of("claim"), List.of("x", "1"), List.of("claim", "-1"))) {
            assertThat(command.run(wrong).words()).contains("receipts claim 12");
        }
    }

    private void eraseDue() {
        transaction.execute(status -> retention.eraseDue(SUPERVISOR));
    }

    private List<String> kept() {
        return jdbc
                .queryForList(
                        "select file from receipt_file join case_file on reference = file where wrapped_key is not null",
                        String.class)
                .stream()
                .map(file ->
                        transaction.execute(status -> files.readForRule(new CaseReference(file), "sealed_receiptNumber")
                                .orElseThrow()))
                .toList();
    }

    private String paidAndClosed() {
        network.sendWhatWaits();
        String reference = network.openReferral("sealed_firstName", "Adaeze");
        network.complete(reference, "task_assessSituation", "operator", "childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_recordCommitment", "operator");
        network.complete(reference, "task_submitRequest", "operator");
        network.propose(reference);
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");
        network.complete(reference, "task_approveAllowance", "finance");
        network.complete(reference, "task_handOverAllowance", "shelter", "sealed_receiptNumber", "Receipt 304");
        network.complete(
                reference,
                "task_submitClaim",
                "operator",
                "sealed_claimLines",
                Spent.on("train", "person", 40, "receipt", "Ticket 4711").rows());
        network.complete(reference, "task_checkClaim", "coordinator");
        network.complete(reference, "task_approveClaim", "finance");
        run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        network.complete(run, "task_recordBankAnswer", "finance");
        network.complete(reference, "task_chooseRoute", "operator", "permitRoute", "noneNeeded");
        network.leave(reference, "shelter");
        assertThat(network.openTasks(reference)).isEmpty();
        return reference;
    }
}
