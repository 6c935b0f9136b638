package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.Spent;
import fr.acse.TestTime;
import fr.acse.platform.door.Visitors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a journey cost, line by line. */
@ProcessTest
class TravelClaimTest {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Test
    void eachLineIsKeptWithItsKindDayTravellerAndCeilingAndItsReceiptIsSealed() {
        String reference = network.arrived(ALONE);

        submit(reference, Spent.on("train", "person", 84.5).and("meal", "escort", 12.05));

        assertThat(jdbc.queryForList(
                        "select kind, traveller, cents, ceiling_cents from claim_line l join travel_claim t on t.id = l.claim"
                                + " where t.reference = ? order by line",
                        reference))
                .containsExactly(
                        Map.of("kind", "train", "traveller", "person", "cents", 8450, "ceiling_cents", 15000),
                        Map.of("kind", "meal", "traveller", "escort", "cents", 1205, "ceiling_cents", 2000));
        assertThat(total(reference)).isEqualTo(9655);
        assertThat(network.seen(reference, "task_checkClaim", "coordinator", "sealed_claimChecks")
                        .toString())
                .contains("\"receipt\":\"R-1\"", "\"receipt\":\"R-2\"", "\"ceiling\":\"150.00\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "costKind  | rocket     | Line 2: What for",
                "traveller | dog        | Line 2: For whom",
                "spentOn   | 31/02/2026 | Line 2: Day",
                "spentOn   | 2100-01-01 | Line 2: Day: 01/01/2100 lies ahead",
                "spentOn   | 1900-01-01 | Line 2: Day: 01/01/1900 is more than 10 years ago",
                "receipt   |            | Line 2: Receipt: please fill this in",
                "secret    | x          | secret is not a field of this form",
                "finding   | accepted   | What was spent"
            })
    void aWrongLineIsNamedWithItsNumberAndItsField(String field, String value, String words) {
        String reference = network.arrived(ALONE);
        if (field.equals("finding")) {
            // What the coordination found is shown, and nobody may write it here.
            submit(reference, Spent.on("meal", "person", 10, field, value));
            assertThat(network.seen(reference, "task_checkClaim", "coordinator", "sealed_claimChecks")
                            .toString())
                    .doesNotContain("accepted");
            return;
        }

        assertThatThrownBy(
                        () -> submit(reference, Spent.on("meal", "person", 10).and("meal", "person", 10, field, value)))
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"0, a number from", "-5, a number from", "1.005, at most 2 digits", "3000.01, a number from"})
    void anAmountIsWholeCentsAboveNothing(double euros, String words) {
        String reference = network.arrived(ALONE);

        assertThatThrownBy(() -> submit(reference, Spent.on("meal", "person", euros)))
                .hasMessageContaining("Line 1: Euros")
                .hasMessageContaining(words);
    }

    @Test
    void aClaimWithoutLinesOrWithTooManyIsRefused() {
        String reference = network.arrived(ALONE);

        assertThatThrownBy(() -> network.complete(reference, "task_submitClaim", "operator", "sealed_claimLines", "[]"))
                .hasMessageContaining("at least one amount");
        for (String noRows : List.of("{}", "[1]", "[[]]", "\"x\"", "null", "{{", "[{\"costKind\":{}}]")) {
            assertThatThrownBy(() ->
                            network.complete(reference, "task_submitClaim", "operator", "sealed_claimLines", noRows))
                    .as(noRows)
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageNotContaining("Exception");
        }
        Spent many = Spent.on("local", "person", 1);
        for (int line = 1; line <= 60; line++) {
            many.and("local", "person", 1);
        }
        assertThatThrownBy(() -> submit(reference, many)).hasMessageContaining("at most 60 lines");
    }

    @Test
    void aboveTheCeilingALineNeedsAReasonAndASecondPerson() {
        String reference = network.arrived(ALONE);
        assertThatThrownBy(() -> submit(reference, Spent.on("taxi", "person", 60.01)))
                .hasMessageContaining("Line 1: what was spent")
                .hasMessageContaining("above the ceiling of 60.00 euros");
        assertThatThrownBy(
                        () -> submit(reference, Spent.on("taxi", "person", 40).and("taxi", "person", 40)))
                .as("a bill that is split")
                .hasMessageContaining("Line 2: what was spent");
        submit(reference, Spent.on("taxi", "person", 60).and("taxi", "escort", 95, "overReason", "No train at night"));
        check(reference, "correct", "accepted", "accepted");

        assertThat(network.openTasks(reference)).contains("task_allowExcess").doesNotContain("task_approveClaim");
        assertThatThrownBy(() -> network.complete(reference, "task_allowExcess", "coordinator"))
                .hasMessageContaining("second person");
        assertThat(network.seen(reference, "task_allowExcess", "coordinator2", "sealed_claimLines")
                        .toString())
                .contains("No train at night", "60.00");
        network.complete(reference, "task_allowExcess", "coordinator2", "excess", "ceilingOnly");
        assertThat(total(reference)).isEqualTo(12000);
        network.complete(reference, "task_approveClaim", "finance");
        assertThat(ordered(reference)).isEqualTo(12000);
    }

    @Test
    void whatIsAllowedAboveTheCeilingIsPaid() {
        String reference = network.arrived(ALONE);
        submit(reference, Spent.on("taxi", "escort", 95, "overReason", "No train at night"));
        check(reference, "correct", "accepted");
        network.complete(reference, "task_allowExcess", "coordinator2", "excess", "allowed");
        network.complete(reference, "task_approveClaim", "finance");

        assertThat(ordered(reference)).isEqualTo(9500);
    }

    @Test
    void onlyTheLinesThatAreAllRightArePaid() {
        String reference = network.arrived(ALONE);
        submit(reference, Spent.on("train", "person", 40).and("meal", "escort", 15));

        check(reference, "acceptedOnly", "accepted", "noReceipt");

        assertThat(network.shown(network.task(reference, "task_approveClaim"), "finance", "claimLines"))
                .contains("No receipt", "\"granted\":\"40.00\"", "\"granted\":\"0.00\"");
        network.complete(reference, "task_approveClaim", "finance");
        assertThat(ordered(reference)).isEqualTo(4000);
    }

    @Test
    void theOperatorSeesWhyALineIsBackAndCorrectsIt() {
        String reference = network.arrived(ALONE);
        submit(reference, Spent.on("train", "person", 40).and("meal", "escort", 15));
        check(reference, "toCorrect", "accepted", "unreadable");

        String lines = network.seen(reference, "task_submitClaim", "operator", "sealed_claimLines")
                .toString();
        assertThat(lines).contains("\"receipt\":\"R-2\"", "\"finding\":\"unreadable\"", "\"finding\":\"accepted\"");
        submit(reference, Spent.on("train", "person", 40).and("meal", "escort", 15, "receipt", "A copy"));
        check(reference, "correct", "accepted", "accepted");
        network.complete(reference, "task_approveClaim", "finance");
        assertThat(ordered(reference)).isEqualTo(5500);
    }

    @Test
    void theOperatorReadsWhyAClaimWasRejectedOnThePageOfTheCase() {
        String reference = network.arrived(ALONE);
        submit(reference, Spent.on("train", "person", 40));
        check(reference, "rejected", "otherJourney");
        assertThat(network.ends(reference, "travel-claim")).containsExactly("end_claimRejected");

        assertThat(Visitors.call(
                                port,
                                "operator",
                                "POST",
                                "own:/cases/" + reference + "/reveal",
                                "{\"field\":\"sealed_claimLines\"}")
                        .body())
                .contains("What for: Train", "Euros: 40.0", "What the coordination found: It was not for this journey");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "correct      | accepted noReceipt  | not all lines can be paid",
                "acceptedOnly | accepted accepted   | every line is all right",
                "acceptedOnly | noReceipt wrongDay  | none can be paid",
                "toCorrect    | accepted accepted   | every line is all right",
                "rejected     | accepted noReceipt  | some lines are all right",
                "correct      | accepted            | each of the 2 lines",
                "rejected     | twice twice twice   | each of the 2 lines"
            })
    void theResultSaysWhatTheLinesSay(String result, String findings, String words) {
        String reference = network.arrived(ALONE);
        submit(reference, Spent.on("train", "person", 40).and("meal", "escort", 15));

        assertThatThrownBy(() -> check(reference, result, findings.split(" "))).hasMessageContaining(words);
        assertThat(network.openTasks(reference)).contains("task_checkClaim");
    }

    @Test
    void aSecondClaimBeginsWithoutTheLinesOfTheFirst() {
        String reference = network.arrived(ALONE);
        submit(reference, Spent.on("train", "person", 40));
        check(reference, "rejected", "twice");

        network.startFor(reference, "travel-claim", "open-travel-claim", "operator");

        assertThat(network.seen(reference, "task_submitClaim", "operator", "sealed_claimLines"))
                .hasToString("[{}]");
    }

    @Test
    void whatWasWrittenInEarlierClaimsIsKeptAndIsNoPartOfTheNextOne() {
        String reference = network.arrived(ALONE);
        network.complete(
                reference,
                "task_submitClaim",
                "operator",
                "sealed_claimLines",
                Spent.on("train", "person", 40.5).rows(),
                "sealed_costsNote",
                "The night train");
        network.complete(
                reference,
                "task_checkClaim",
                "coordinator",
                "claimCheck",
                "rejected",
                "sealed_claimChecks",
                Spent.found("twice"),
                "sealed_checkNote",
                "You claimed it in May");
        network.startFor(reference, "travel-claim", "open-travel-claim", "operator");

        assertThat(network.seen(reference, "task_submitClaim", "operator", "sealed_checkNote"))
                .isNull();
        submit(reference, Spent.on("meal", "person", 10));
        assertThat(network.seen(reference, "task_checkClaim", "coordinator", "sealed_costsNote")
                        .toString())
                .doesNotContain("night train");
        assertThat(network.seen(reference, "task_checkClaim", "coordinator", "sealed_earlierClaimsNote")
                        .toString())
                .contains(
                        "Line 1: Train, The person",
                        "40,50\u00a0€, receipt R-1",
                        "found: It was asked for before",
                        "Explanation: The night train",
                        "The coordination wrote: You claimed it in May");
    }

    @Test
    void whoeverChecksOrApprovesAClaimSeesToWhichAccountItGoes() {
        String reference = network.arrived(ALONE);
        network.complete(
                reference,
                "task_submitClaim",
                "operator",
                "payTo",
                "otherAccount",
                "sealed_iban",
                FormAnswers.IBAN,
                "sealed_accountHolder",
                "A volunteer");
        assertThat(network.seen(reference, "task_checkClaim", "coordinator", "sealed_accountHolder"))
                .isEqualTo("A volunteer");
        assertThat(network.seen(reference, "task_checkClaim", "coordinator", "payTo"))
                .isEqualTo("otherAccount");
        check(reference, "correct", "accepted");
        assertThat(network.seen(reference, "task_approveClaim", "finance", "sealed_iban"))
                .isEqualTo(FormAnswers.IBAN);
        network.complete(reference, "task_approveClaim", "finance");

        String run = network.start("payment-run", "start-payment-run", "finance");
        assertThat(network.shown(network.task(run, "task_releaseRun"), "finance2", "payees"))
                .contains("another one, named in the claim: A volunteer, …0185", reference);
        assertThat(jdbc.queryForList("select 1 from reveal where task = 'payment-run' and person = 'finance2'"
                        + " and fields like '%sealed_otherAccounts%'"))
                .as("that she read whose account it is")
                .isNotEmpty();
    }

    @Test
    void whoeverChecksAndApprovesASecondClaimSeesTheFirstOne() {
        String reference = network.arrived(ALONE);
        submit(reference, Spent.on("train", "person", 40));
        check(reference, "rejected", "twice");
        network.startFor(reference, "travel-claim", "open-travel-claim", "operator");
        submit(reference, Spent.on("train", "person", 40));

        assertThat(network.seen(reference, "task_checkClaim", "coordinator", "earlierClaims")
                        .toString())
                .contains("\"day\":\"%1$td/%1$tm/%1$tY\"".formatted(TestTime.today()))
                .contains("40.00", "Rejected");
        check(reference, "correct", "accepted");
        assertThat(network.seen(reference, "task_approveClaim", "finance", "earlierClaims")
                        .toString())
                .contains("Rejected");
    }

    @Test
    void aCeilingIsNotPassedWithASecondClaim() {
        String reference = network.arrived(ALONE);
        submit(reference, Spent.on("taxi", "person", 60));
        check(reference, "correct", "accepted");
        network.complete(reference, "task_approveClaim", "finance");
        network.sendWhatWaits();
        String run = jdbc.queryForObject(
                "select run from payment_order o join travel_claim t on t.id = o.claim where t.reference = ?",
                String.class,
                reference);
        network.tasks(run, "task_recordBankAnswer").forEach(line -> network.completeTask(line, "finance"));
        network.startFor(reference, "travel-claim", "open-travel-claim", "operator");

        assertThatThrownBy(() -> submit(reference, Spent.on("taxi", "person", 1)))
                .hasMessageContaining("above the ceiling");
        submit(reference, Spent.on("taxi", "person", 1, "overReason", "To the doctor"));
        check(reference, "correct", "accepted");
        assertThatThrownBy(
                        () -> network.complete(reference, "task_allowExcess", "coordinator2", "excess", "ceilingOnly"))
                .hasMessageContaining("nothing would be paid");
        network.complete(reference, "task_allowExcess", "coordinator2", "excess", "allowed");
    }

    @Test
    void eachChildHasACeiling() {
        String reference = network.arrived("childrenCount", 2, "babyCount", 0, "oldestChildAge", 8);

        submit(
                reference,
                Spent.on("train", "person", 150).and("train", "person", 150).and("train", "person", 150));

        check(reference, "correct", "accepted", "accepted", "accepted");
        assertThat(network.openTasks(reference)).contains("task_approveClaim");
    }

    @Test
    void theFormSaysWhatEachLineMayCost() {
        String reference = network.arrived(ALONE);

        assertThat(network.shown(network.task(reference, "task_submitClaim"), "operator", "travelCeilings"))
                .contains("{\"kind\":\"Taxi\",\"person\":\"60.00\",\"escort\":\"60.00\"}");
    }

    @Test
    void aClaimMayBeRefusedByFinanceAndTheOperatorIsTold() {
        String reference = network.arrived(ALONE);
        submit(reference, Spent.on("train", "person", 40));
        check(reference, "correct", "accepted");
        network.complete(reference, "task_approveClaim", "finance", "approval", "refused");

        assertThat(network.ends(reference, "travel-claim")).containsExactly("end_claimRefused");
        assertThat(jdbc.queryForObject(
                        "select count(*) from notice where event = 'CLAIM_REJECTED' and reference = ?",
                        Integer.class,
                        reference))
                .isPositive();
    }

    @Test
    void financeSaysWhyItRefusesAClaim() {
        String reference = network.arrived(ALONE);
        submit(reference, Spent.on("train", "person", 40));
        check(reference, "correct", "accepted");

        assertThatThrownBy(() -> network.complete(
                        reference, "task_approveClaim", "finance", "approval", "refused", "sealed_approvalNote", null))
                .hasMessageContaining("Reason: please fill this in");

        assertThat(network.openTasks(reference)).contains("task_approveClaim");
    }

    private void submit(String reference, Spent lines) {
        network.complete(reference, "task_submitClaim", "operator", "sealed_claimLines", lines.rows());
    }

    private void check(String reference, String result, String... findings) {
        network.complete(
                reference,
                "task_checkClaim",
                "coordinator",
                "claimCheck",
                result,
                "sealed_claimChecks",
                Spent.found(findings));
    }

    private int total(String reference) {
        return jdbc.queryForObject(
                "select person_cents + escort_cents from travel_claim where reference = ? order by opened_at desc limit 1",
                Integer.class,
                reference);
    }

    private int ordered(String reference) {
        return jdbc.queryForObject(
                "select amount_cents from payment_order o join travel_claim t on t.id = o.claim where t.reference = ?",
                Integer.class,
                reference);
    }
}
