package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the bank says of a run, line by line, on one page or in its file. */
@ProcessTest
class BankAnswersTest {

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @BeforeEach
    void nothingWaitsToBePaid() {
        network.sendWhatWaits();
    }

    @Test
    void theBanksAnswersOfAWholeRunAreRecordedOnOnePageAllOrNone() throws Exception {
        List<String> cases = Stream.generate(() -> network.arrived("childrenCount", 0, "babyCount", 0))
                .limit(3)
                .toList();
        cases.forEach(network::approveClaim);
        String run = network.start("payment-run", "start-payment-run", "finance");
        String lines = "own:/payment-runs/" + run + "/lines";
        assertThat(Visitors.call(port, "finance", "GET", lines, null).body()).contains("once a second person");
        network.complete(run, "task_releaseRun", "finance2");

        String shown = Visitors.call(port, "finance", "GET", lines, null).body();
        assertThat(shown).contains("Association du Havre de Paix", "\"account\":\"2606\"", cases.get(2));
        assertThat(jdbc.queryForList("select 1 from reveal where task = 'payment-run' and person = 'finance'"))
                .as("readings of names and accounts")
                .isNotEmpty();

        String one = "{\"line\":1,\"bankAnswer\":\"paid\"}";
        assertThat(answer(lines, one, "{\"line\":2,\"bankAnswer\":\"refused\"}"))
                .contains("Why?: please fill this in");
        assertThat(network.tasks(run, "task_recordBankAnswer"))
                .as("nothing was recorded")
                .hasSize(3);
        assertThat(answer(lines, one, "{\"line\":2,\"bankAnswer\":\"refused\",\"bankReason\":\"accountClosed\"}"))
                .isEmpty();
        assertThat(answer(lines, one)).contains("Line 1 is answered already");
        assertThat(answer(lines)).contains("at least one line");
        assertThat(answer(lines, "{\"line\":3,\"bankAnswer\":\"paid\"}")).isEmpty();

        assertThat(network.ends(run, "payment-run")).contains("end_runSettled");
        assertThat(cases.stream().map(this::claimOf)).containsExactlyInAnyOrder("PAID", "PAID", "OPEN");
    }

    @Test
    void theFileOfTheBankSettlesAllLinesAndReopensTheClaimsThatItRefused() throws IOException {
        List<String> cases = Stream.generate(() -> network.arrived("childrenCount", 0, "babyCount", 0))
                .limit(4)
                .toList();
        cases.forEach(network::approveClaim);
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        List<String> ids = jdbc.queryForList(
                "select end_to_end_id from payment_order where run = ? order by line", String.class, run);
        String group = "<GrpSts>PART</GrpSts>";

        assertThat(settle(run, "no file at all")).contains("no status report");
        assertThat(settle(run, Status.report("PAY-0000-0000", group, ""))).contains("about another payment run");
        assertThat(settle(run, Status.report(run, group, Status.payment("unheard", "RJCT", "AC04"))))
                .contains("names a payment that is not in the run");
        assertThat(network.tasks(run, "task_recordBankAnswer"))
                .as("nothing was recorded")
                .hasSize(4);
        assertThat(settle(
                        run,
                        Status.report(
                                run,
                                group,
                                Status.payment(ids.get(0), "RJCT", "AC04")
                                        + Status.payment(ids.get(1), "ACSC", null)
                                        + Status.payment(ids.get(2), "RJCT", "AC01")
                                        + Status.payment(ids.get(3), "PDNG", null))))
                .contains("\"paid\":1", "\"refused\":2", "\"open\":1");

        assertThat(cases.stream().map(this::claimOf)).containsExactlyInAnyOrder("OPEN", "PAID", "OPEN", "APPROVED");
        assertThat(jdbc.queryForList(
                        "select bank_reason from payment_order where run = ? and bank_reason is not null order by line",
                        String.class,
                        run))
                .containsExactly("accountClosed", "accountWrong");
        assertThat(cases.stream()
                        .filter(each -> claimOf(each).equals("OPEN"))
                        .map(each ->
                                heading(network.task(each, "task_submitClaim").getId())))
                .as("what the operator reads above her task")
                .anyMatch(each -> each.contains("Why the bank refused it") && each.contains("closed"))
                .anyMatch(each -> each.contains("Why the bank refused it") && each.contains("does not exist"));
        assertThat(settle(
                        run,
                        Status.report(
                                run,
                                group,
                                Status.payment(ids.get(0), "ACSC", null) + Status.payment(ids.get(1), "RJCT", "AC04"))))
                .as("it says the opposite of what it said before")
                .contains("\"paid\":0", "\"refused\":0", "\"opposed\":[1,2]");
        assertThat(settle(run, Status.report(run, "<GrpSts>ACSC</GrpSts>", ""))).contains("\"paid\":1");
        assertThat(network.isClosed(run)).isTrue();
    }

    @Test
    void aPaymentThatTheBankRefusesGoesBackToBeCorrected() {
        String reference = network.arrived();
        network.approveClaim(reference);
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");

        assertThatThrownBy(() -> network.complete(
                        run, "task_recordBankAnswer", "finance", "bankAnswer", "refused", "bankReason", null))
                .hasMessageContaining("Why?: please fill this in");
        network.complete(
                run, "task_recordBankAnswer", "finance", "bankAnswer", "refused", "bankReason", "accountClosed");

        assertThat(network.openTasks(reference)).contains("task_submitClaim");
        network.approveClaim(reference);
        String next = network.start("payment-run", "start-payment-run", "finance");
        network.complete(next, "task_releaseRun", "finance2");
        network.complete(next, "task_recordBankAnswer", "finance");
        assertThat(claimOf(reference)).isEqualTo("PAID");
        assertThat(jdbc.queryForList(
                        "select o.end_to_end_id from payment_order o join travel_claim t on t.id = o.claim where t.reference = ?",
                        String.class,
                        reference))
                .as("no end-to-end id twice")
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoeverRecordsALineWhileAColleagueDoesWaitsAndReadsThatItIsAnswered() {
        String run = released(network.arrived());
        String lines = "own:/payment-runs/" + run + "/lines";
        AtomicReference<CompletableFuture<String>> second = new AtomicReference<>();

        transaction.executeWithoutResult(first -> {
            network.complete(run, "task_recordBankAnswer", "finance2");
            second.set(CompletableFuture.supplyAsync(() -> answer(lines, "{\"line\":1,\"bankAnswer\":\"paid\"}")));
            Awaitility.await("the second one at the lock of the run")
                    .atMost(Duration.ofMinutes(1))
                    .until(
                            () -> jdbc.queryForObject(
                                    "select count(*) from pg_locks, hashtextextended('case|' || ?, 0) as key"
                                            + " where locktype = 'advisory' and not granted"
                                            + " and objid = (key & 4294967295)::oid",
                                    Integer.class,
                                    run),
                            waiting -> waiting == 1);
        });

        assertThat(second.get().join()).contains("Line 1 is answered already");
    }

    @Test
    void anOldRunIsFoundInTheList() {
        String run = released(network.arrived());
        network.complete(run, "task_recordBankAnswer", "finance");
        // The list has the latest 100 runs. Other tests have other clocks.
        jdbc.update("update payment_run set started_at = started_at - interval '10 years' where reference <> ?", run);

        assertThat(Visitors.call(port, "finance2", "GET", "own:/payment-runs", null)
                        .body())
                .contains("\"reference\":\"" + run + "\"", "\"state\":\"RELEASED\"", "\"open\":0");
        assertThat(Visitors.call(port, "coordinator", "GET", "own:/payment-runs", null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void eachTaskOfARunSaysWhichPaymentItIs() {
        String run = released(network.arrived());
        String task = network.task(run, "task_recordBankAnswer").getId();

        assertThat(Visitors.call(port, "finance", "GET", "own:/tasks/" + task + "/heading", null)
                        .body())
                .contains("Line 1", "€ to harbour");
    }

    @Test
    void aLineThatAColleagueHasInHandIsNamedWithHerName() throws IOException {
        String run = released(network.arrived());
        Visitors.call(
                port,
                "finance2",
                "POST",
                "/task/" + network.task(run, "task_recordBankAnswer").getId() + "/claim",
                "{\"userId\":\"finance2\"}");

        assertThat(settle(run, Status.report(run, "<GrpSts>ACSC</GrpSts>", "")))
                .contains("has line 1 in hand in the application", "take it over in the application");
    }

    @Test
    void aFileThatSaysTwoThingsOfOnePaymentIsNotTaken() throws IOException {
        String run = released(network.arrived());
        String id = jdbc.queryForObject("select end_to_end_id from payment_order where run = ?", String.class, run);

        assertThat(settle(
                        run,
                        Status.report(run, "", Status.payment(id, "RJCT", "AC04") + Status.payment(id, "ACSC", null))))
                .contains("two different things");
        assertThat(network.openTasks(run)).containsExactly("task_recordBankAnswer");
    }

    private String released(String reference) {
        network.approveClaim(reference);
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        return run;
    }

    private String heading(String task) {
        return Visitors.call(port, "operator", "GET", "own:/tasks/" + task + "/heading", null)
                .body();
    }

    private String settle(String run, String file) throws IOException {
        String body = new ObjectMapper().writeValueAsString(Map.of("xml", file));
        return Visitors.call(port, "finance", "POST", "own:/payment-runs/" + run + "/status", body)
                .body();
    }

    private String answer(String lines, String... answers) {
        return Visitors.call(port, "finance", "POST", lines, "[" + String.join(",", answers) + "]")
                .body();
    }

    private String claimOf(String reference) {
        return jdbc.queryForObject("select state from travel_claim where reference = ?", String.class, reference);
    }
}
