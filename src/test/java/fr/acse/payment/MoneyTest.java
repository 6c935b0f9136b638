package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.Spent;
import fr.acse.TestTime;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.door.Door;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Travel claims and the runs that pay them. */
@ProcessTest
class MoneyTest {

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PaymentRunService runs;

    @Autowired
    RunFiles files;

    @Autowired
    CaseFileService caseFiles;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @BeforeEach
    void nothingWaitsToBePaid() {
        network.sendWhatWaits();
    }

    @Test
    void aTravelClaimIsCheckedApprovedAndPaidByDifferentPeople() {
        String reference = network.arrived();
        network.complete(
                reference,
                "task_submitClaim",
                "operator",
                "sealed_claimLines",
                Spent.on("train", "person", 84.5)
                        .and("train", "escort", 169.05, "overReason", "The night train was full")
                        .rows());
        network.complete(
                reference, "task_checkClaim", "coordinator", "sealed_claimChecks", Spent.found("accepted", "accepted"));
        network.complete(reference, "task_allowExcess", "coordinator2");
        network.complete(reference, "task_approveClaim", "finance");

        String run = network.start("payment-run", "start-payment-run", "finance");
        assertThatThrownBy(() -> network.complete(run, "task_releaseRun", "finance"))
                .hasMessageContaining("A second person is needed");
        network.complete(run, "task_releaseRun", "finance2");
        String file = file(run);
        assertThat(file)
                .contains(
                        "<CtrlSum>253.55</CtrlSum>",
                        "FR1420041010050500013M02606",
                        "<NbOfTxs>1</NbOfTxs>",
                        "<Ustrd>Travel costs, claim "
                                + column("select number::text from travel_claim where reference = ?", reference)
                                + "</Ustrd>")
                .doesNotContain("PstlAdr");
        assertThat(file(run)).isEqualTo(file);
        network.complete(run, "task_recordBankAnswer", "finance");

        assertThat(network.ends(run, "payment-run")).contains("end_runSettled");
        assertThat(network.ends(reference, "travel-claim")).containsExactly("end_claimPaid");
        assertThat(claimOf(reference)).isEqualTo("PAID");
    }

    @Test
    void beforeTheReleaseTheFormShowsCountSumAndPayeesAndNobodyReadsTheFile() {
        network.approveClaim(network.arrived());
        String run = network.start("payment-run", "start-payment-run", "finance");

        assertThat(network.shown(network.task(run, "task_releaseRun"), "finance2", "payees"))
                .contains("\"organisation\":\"harbour\"")
                .doesNotContain("FR14");
        assertThat(network.seen(run, "task_releaseRun", "finance2", "lineCount"))
                .isEqualTo(1);
        assertThatThrownBy(() -> file(run)).hasMessageContaining("once a second person of finance has released");
    }

    @Test
    void theFileOfAStoppedRunIsNeverReadAndItsIdsAreNeverUsedAgain() {
        network.approveClaim(network.arrived());
        String stopped = network.start("payment-run", "start-payment-run", "finance");
        String before =
                jdbc.queryForObject("select end_to_end_id from payment_order where run = ?", String.class, stopped);
        network.complete(stopped, "task_releaseRun", "finance2", "release", "stopped");

        assertThatThrownBy(() -> file(stopped)).hasMessageContaining("was stopped: nobody reads its file");
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        assertThat(file(run)).doesNotContain(before);
    }

    @Test
    void aFileThatWasReadIsTheSameToTheByteWhateverChangesAfterwards() {
        String reference = network.arrived();
        submitToOtherAccount(reference, "sealed_iban", FormAnswers.IBAN, "sealed_accountHolder", "Élodie Güneş");
        network.complete(reference, "task_checkClaim", "coordinator");
        network.complete(reference, "task_approveClaim", "finance");
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        byte[] first = Door.web(port, "finance").bytes("own:/payment-runs/" + run);

        jdbc.update("update payment_order set amount_cents = amount_cents + 1 where run = ?", run);

        assertThat(Door.web(port, "finance2").bytes("own:/payment-runs/" + run)).isEqualTo(first);
        jdbc.update("update payment_order set amount_cents = amount_cents - 1 where run = ?", run);
    }

    @Test
    void aFileThatWasChangedIsNotGivenOut() {
        network.approveClaim(network.arrived());
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");

        jdbc.update("update payment_run set sha256 = repeat('0', 64) where reference = ?", run);

        assertThatThrownBy(() -> file(run)).hasMessageContaining("is not as it was made");
    }

    @Test
    void twoRunsAtOnceNeverPayAClaimTwice() {
        network.approveClaim(network.arrived());

        List<CompletableFuture<String>> both = Stream.of("finance", "finance2")
                .map(person ->
                        CompletableFuture.supplyAsync(() -> network.start("payment-run", "start-payment-run", person)))
                .toList();
        List<String> refused = both.stream()
                .map(run -> run.handle((started, failed) -> failed == null ? "" : failed.getMessage())
                        .join())
                .filter(words -> !words.isEmpty())
                .toList();

        assertThat(refused).singleElement().asString().contains("Nothing waits to be paid");
    }

    @Test
    void aRunOnADayOffIsPaidOnTheNextBankDay() {
        network.approveClaim(network.arrived());
        LocalDate saturday = TestTime.today().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        String run = network.start("payment-run", "start-payment-run", "finance", "executionDate", saturday.toString());

        LocalDate day =
                LocalDate.parse(column("select execution_date::text from payment_run where reference = ?", run));
        assertThat(day).isEqualTo(BankDays.from(saturday)).isAfter(saturday);
        assertThat(network.seen(run, "task_releaseRun", "finance2", "executionDate"))
                .isEqualTo(day.toString());
        network.complete(run, "task_releaseRun", "finance2");
        assertThat(file(run)).contains("<ReqdExctnDt><Dt>" + day + "</Dt></ReqdExctnDt>");
    }

    @Test
    void aRunWhoseFileIsNotAsTheSchemaAsksStoresNothing() {
        String reference = network.arrived();
        submitToOtherAccount(reference, "sealed_iban", FormAnswers.IBAN, "sealed_accountHolder", "Somebody");
        network.complete(reference, "task_checkClaim", "coordinator");
        network.complete(reference, "task_approveClaim", "finance");
        // No form takes such an account.
        replaceAccount(reference, "no account");
        List<Long> before = kept();

        assertThatThrownBy(() -> network.start("payment-run", "start-payment-run", "finance"))
                .hasStackTraceContaining("IBAN2007Identifier");

        assertThat(kept()).isEqualTo(before);
        assertThat(column(
                        "select o.state from payment_order o join travel_claim c on c.id = o.claim where c.reference = ?",
                        reference))
                .isEqualTo("WAITING");
        replaceAccount(reference, FormAnswers.IBAN);
    }

    @Test
    void nobodyWaitsAYearForHerMoneyBecauseOfATypingError() {
        network.approveClaim(network.arrived());

        assertThatThrownBy(() ->
                        network.start("payment-run", "start-payment-run", "finance", "executionDate", "2199-01-01"))
                .hasMessageContaining("Please choose a day until");
    }

    @ParameterizedTest
    @CsvSource({
        "TR330006100519786457841326, Somebody, SEPA transfers do not go",
        FormAnswers.IBAN + ", ☎☎☎, in Latin letters",
        FormAnswers.IBAN + ", محمد بن عبد الله, in Latin letters",
        FormAnswers.IBAN + ", 王芳, in Latin letters"
    })
    void anAccountThatTheBankWouldNotTakeIsRefused(String iban, String holder, String words) {
        String reference = network.arrived();

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_submitClaim",
                        "operator",
                        "payTo",
                        "otherAccount",
                        "sealed_iban",
                        iban,
                        "sealed_accountHolder",
                        holder))
                .hasMessageContaining(words);
    }

    @Test
    void ticketsOfAJourneyThatDidNotHappenCanBeClaimed() {
        String reference = network.agreed();
        network.plan(reference);
        network.withdraw(reference);

        network.startFor(reference, "travel-claim", "open-travel-claim", "operator");

        network.approveClaim(reference);
        assertThat(claimOf(reference)).isEqualTo("APPROVED");
    }

    @Test
    void aStoppedRunGivesItsOrdersBack() {
        String reference = network.arrived();
        network.approveClaim(reference);
        String run = network.start("payment-run", "start-payment-run", "finance");

        network.complete(run, "task_releaseRun", "finance2", "release", "stopped");

        assertThat(network.ends(run, "payment-run")).containsExactly("end_runStopped");
        String next = network.start("payment-run", "start-payment-run", "finance");
        assertThat(network.openTasks(next)).containsExactly("task_releaseRun");
    }

    @Test
    void theTablesSayWhatBecameOfRunsOrdersAndClaims() {
        String paid = network.arrived("childrenCount", 0, "babyCount", 0);
        network.approveClaim(paid);
        String stopped = network.start("payment-run", "start-payment-run", "finance");
        assertThat(transaction.<Long>execute(
                        status -> runs.total(new CaseReference(stopped)).value()))
                .isEqualTo(jdbc.queryForObject(
                        "select sum(amount_cents) from payment_order where run = ?", Long.class, stopped))
                .isPositive();
        network.complete(stopped, "task_releaseRun", "finance2", "release", "stopped");
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        network.complete(run, "task_recordBankAnswer", "finance");
        String refused = network.arrived("childrenCount", 0, "babyCount", 0);
        network.complete(refused, "task_submitClaim", "operator");
        network.complete(refused, "task_checkClaim", "coordinator");
        network.complete(refused, "task_approveClaim", "finance", "approval", "refused");
        String withdrawn = network.arrived("childrenCount", 0, "babyCount", 0);
        network.approveClaim(withdrawn);
        network.withdraw(withdrawn);
        String beforeIt = network.arrived("childrenCount", 0, "babyCount", 0);
        network.withdraw(beforeIt);

        assertThat(column("select state from payment_run where reference = ?", stopped))
                .isEqualTo("STOPPED");
        assertThat(column("select state from payment_run where reference = ?", run))
                .isEqualTo("RELEASED");
        assertThat(column("select sha256 from payment_run where reference = ?", run))
                .matches("[0-9a-f]{64}");
        assertThat(column("select state from payment_order where run = ?", run)).isEqualTo("PAID");
        assertThat(claimOf(paid)).isEqualTo("PAID");
        assertThat(claimOf(refused)).isEqualTo("REJECTED");
        assertThat(claimOf(withdrawn))
                .as("she withdrew; the tickets were paid all the same")
                .isEqualTo("APPROVED");
        assertThat(column(
                        "select state from payment_order where claim = (select id from travel_claim where reference = ?)",
                        withdrawn))
                .isEqualTo("WAITING");
        assertThat(claimOf(beforeIt)).isEqualTo("OPEN");
        assertThat(network.openTasks(beforeIt)).contains("task_submitClaim");
        assertThat(column("select state from allowance where reference = ?", beforeIt))
                .isEqualTo("GRANTED");
    }

    private String claimOf(String reference) {
        return column("select state from travel_claim where reference = ?", reference);
    }

    private String column(String query, String key) {
        return jdbc.queryForObject(query, String.class, key);
    }

    @Test
    void noRunBeginsIfNothingWaits() {
        assertThatThrownBy(() -> network.start("payment-run", "start-payment-run", "finance"))
                .hasMessageContaining("Nothing waits to be paid");
    }

    @Test
    void anotherAccountMustBeAnIbanWithAHolder() {
        String reference = network.arrived();

        assertThatThrownBy(() -> submitToOtherAccount(reference, "sealed_iban", "FR7630006000011234567890188"))
                .hasMessageContaining("IBAN");
        assertThatThrownBy(() -> submitToOtherAccount(
                        reference, "sealed_iban", "FR7630006000011234567890189", "sealed_accountHolder", null))
                .hasMessageContaining("Account holder");
        submitToOtherAccount(
                reference, "sealed_iban", "FR76 3000 6000 0112 3456 7890 189", "sealed_accountHolder", "A. Nother");
        network.complete(reference, "task_checkClaim", "coordinator");
        network.complete(reference, "task_approveClaim", "finance");
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        assertThat(file(run)).contains("<Nm>A. Nother</Nm>", "<IBAN>FR7630006000011234567890189</IBAN>");
    }

    @Test
    void thereIsOneOpenClaimAndOnlyAfterAJourney() {
        String early = network.committed();
        assertThatThrownBy(() -> network.start("travel-claim", "open-travel-claim", "operator", "caseReference", early))
                .hasMessageContaining("She has not travelled yet");

        String arrived = network.arrived();
        assertThatThrownBy(
                        () -> network.start("travel-claim", "open-travel-claim", "operator", "caseReference", arrived))
                .hasMessageContaining("is open already");
    }

    @Test
    void anotherOrganisationCannotClaimForACase() {
        String reference = network.arrived();

        assertThatThrownBy(() ->
                        network.start("travel-claim", "open-travel-claim", "operator2", "caseReference", reference))
                .hasMessageContaining("there is no case");
    }

    private void submitToOtherAccount(String reference, Object... account) {
        Object[] values = List.of("payTo", "otherAccount").toArray();
        Object[] all = new Object[values.length + account.length];
        System.arraycopy(values, 0, all, 0, values.length);
        System.arraycopy(account, 0, all, values.length, account.length);
        network.complete(reference, "task_submitClaim", "operator", all);
    }

    /** How many runs and sealed values there are. */
    private List<Long> kept() {
        return List.of(
                jdbc.queryForObject("select count(*) from payment_run", Long.class),
                jdbc.queryForObject("select count(*) from sealed_value", Long.class));
    }

    private void replaceAccount(String reference, String iban) {
        transaction.executeWithoutResult(status ->
                caseFiles.seal(new CaseReference(reference), Map.of("sealed_iban", iban), new Login("operator")));
    }

    private String file(String run) {
        return transaction.execute(
                status -> new String(files.file(new CaseReference(run), new Login("finance")), StandardCharsets.UTF_8));
    }
}
