package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.payment.Status;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What finance does with the answers of the bank, in the browser. */
@RunningApplication
class PaymentRunIT {

    /** Milliseconds. */
    private static final double AN_ANSWER = 10_000;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TaskService tasks;

    @LocalServerPort
    int port;

    @Test
    void theFileOfTheBankSettlesAllLinesAndAWrongOneNone() {
        network.sendWhatWaits();
        jdbc.update("delete from shelter_account");
        String claimed = network.arrived("childrenCount", 0, "babyCount", 0);
        network.approveClaim(claimed);
        String advanced = advanced();
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");

        try (Tasklist finance = tasklist("finance")) {
            Page page = finance.page();
            page.navigate("http://localhost:" + port + "/camunda/app/acse/run.html#" + run);
            page.getByText("A shelter is paid back").waitFor();
            assertThat(page.locator("#page").innerText())
                    .contains("Payments: 2", claimed)
                    .doesNotContain("null", advanced);

            upload(page, "letter.pdf", "%PDF-1.4 \u0000 This is a letter of the bank");
            Locator refused = page.locator(".acse-alert").first();
            page.waitForCondition(() -> !refused.innerText().isBlank());
            finance.screenshot("status-refused");
            assertThat(refused.innerText()).contains("pain.002");
            assertThat(network.tasks(run, "task_recordBankAnswer")).hasSize(2);

            upload(
                    page,
                    "status.xml",
                    Status.report(
                            run,
                            "",
                            Status.payment(endToEnd(run, "claim is not null"), "RJCT", "AC04")
                                    + Status.payment(endToEnd(run, "claim is null"), "ACSC", null)));
            page.getByText("Recorded from the bank’s file. Paid: 1. Refused: 1.")
                    .waitFor();
            page.getByText("All lines are answered.").waitFor();
            page.getByText("Refused: Account closed").waitFor();
            finance.screenshot("status-read");
            Axe.assertNothingGrave(page, "a payment run");
        }
        assertThat(network.openTasks(claimed)).contains("task_submitClaim");
        assertThat(network.ends(advanced, "pay-back")).containsExactly("end_paidBack");
        try (Tasklist operator = tasklist("operator")) {
            operator.open("Submit the travel claim", claimed);
            operator.page()
                    .getByText("Account closed")
                    .or(operator.page().locator("[value*='closed']"))
                    .first()
                    .waitFor();
            operator.screenshot("claim-is-back");
        }
    }

    @Test
    void twoPeopleWhoRecordTheSameAnswersAndClickTwiceSettleALineOnce() {
        network.sendWhatWaits();
        String claimed = network.arrived("childrenCount", 0, "babyCount", 0);
        network.approveClaim(claimed);
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");

        try (Tasklist one = tasklist("finance");
                Tasklist other = tasklist("finance2")) {
            for (Tasklist each : List.of(one, other)) {
                Page page = each.page();
                page.navigate("http://localhost:" + port + "/camunda/app/acse/run.html#" + run);
                button(page, "Tick all others as paid").click();
            }
            button(one.page(), "Record these answers").dblclick();
            button(other.page(), "Record these answers").dblclick();

            // Whoever was second reads why, and sees what the first one recorded.
            for (Tasklist each : List.of(one, other)) {
                each.page().getByText("All lines are answered.").waitFor();
            }
            other.screenshot("recorded-by-a-colleague");
            assertThat(Stream.of(one, other)
                            .map(each -> each.page().locator(".acse-alert").innerText())
                            .filter(words -> !words.isBlank()))
                    .singleElement()
                    .asString()
                    .startsWith("Line 1");
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from ledger_booking b join payment_order o on o.id = b.subject"
                                + " where o.run = ? and b.kind = 'PAID'",
                        Integer.class,
                        run))
                .isEqualTo(1);
        assertThat(jdbc.queryForList("select * from ledger_difference")).isEmpty();
    }

    @Test
    void anAllowanceIsHandedOverOnceHoweverManyWindowsAreOpen() {
        String reference = network.arrived("childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_approveAllowance", "finance");

        try (Tasklist one = tasklist("shelter");
                Tasklist other = Tasklist.alone(chromium, "http://localhost:" + port, "shelter")) {
            for (Tasklist each : List.of(one, other)) {
                each.open("Hand over the allowance", reference);
                each.fill("hand-over-allowance", Map.of());
            }
            complete(one.page()).dblclick();
            try {
                other.page()
                        .waitForResponse(
                                "**/submit-form",
                                new Page.WaitForResponseOptions().setTimeout(AN_ANSWER),
                                () -> complete(other.page()).click());
            } catch (TimeoutError sentNothing) {
                // Her window knew already that the task is done.
            }
            one.page()
                    .waitForCondition(() -> network.ends(reference, "allowance").size() == 1);
            other.screenshot("handed-over-in-another-window");
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from ledger_booking b join allowance a on a.id = b.subject where a.reference = ?",
                        Integer.class,
                        reference))
                .isEqualTo(1);
        assertThat(network.ends(reference, "allowance")).hasSize(1);
    }

    @Test
    void aTaskThatNeedsASecondPersonDoesNotStopTheNextOne() {
        String reference = network.arrived("childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_approveAllowance", "finance");
        network.complete(reference, "task_handOverAllowance", "shelter", "moneyFrom", "shelterCash");
        network.complete(reference, "task_confirmAdvance", "coordinator");
        jdbc.update("delete from shelter_account");
        network.complete(reference, "task_enterAccount", "coordinator", "sealed_payBackIban", FormAnswers.IBAN);
        network.complete(reference, "task_submitClaim", "operator");

        try (Tasklist coordinator = tasklist("coordinator")) {
            Page page = coordinator.page();
            coordinator.look("Confirm the account", reference);
            page.getByText("A second person is needed here").first().waitFor();
            page.waitForCondition(() -> !page.locator(".acse-claim-first .btn").isVisible());

            coordinator.look("Check the claim", reference);
            page.locator(".acse-claim-first .btn").click();

            page.getByText("You have this task in hand").waitFor();
            coordinator.screenshot("after-a-second-person-was-needed");
        }
    }

    @Test
    void aTaskThatAColleagueHasTakenMeanwhileDoesNotStopTheNextOne() {
        String one = network.arrived("childrenCount", 0, "babyCount", 0);
        String next = network.arrived("childrenCount", 0, "babyCount", 0);
        List.of(one, next).forEach(each -> network.complete(each, "task_submitClaim", "operator"));

        try (Tasklist coordinator = tasklist("coordinator")) {
            Page page = coordinator.page();
            coordinator.look("Check the claim", one);
            page.locator(".acse-claim-first .btn").waitFor();
            String task = network.task(one, "task_checkClaim").getId();
            network.as("coordinator2", () -> {
                tasks.claim(task, "coordinator2");
                return null;
            });
            page.evaluate("window.isBefore = true");
            page.locator(".acse-claim-first .btn").click();

            coordinator.look("Check the claim", next);
            // With the next task, the page begins anew.
            Tasklist.until(page, "!window.isBefore");
            page.locator(".acse-claim-first .btn").click();

            page.getByText("You have this task in hand").waitFor();
        }
    }

    private Tasklist tasklist(String person) {
        return new Tasklist(chromium, "http://localhost:" + port, person);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator complete(Page page) {
        return page.locator(".form-actions button", new Page.LocatorOptions().setHasText("Complete"))
                .last();
    }

    private static void upload(Page page, String name, String content) {
        page.getByLabel("The bank’s file (pain.002)")
                .setInputFiles(new FilePayload(name, "application/xml", content.getBytes(StandardCharsets.UTF_8)));
    }

    private String advanced() {
        String reference = network.arrived("childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_approveAllowance", "finance");
        network.complete(reference, "task_handOverAllowance", "shelter", "moneyFrom", "shelterCash");
        network.complete(reference, "task_confirmAdvance", "coordinator");
        network.complete(reference, "task_enterAccount", "coordinator", "sealed_payBackIban", FormAnswers.IBAN);
        network.complete(reference, "task_confirmAccount", "coordinator2");
        return reference;
    }

    private String endToEnd(String run, String which) {
        return jdbc.queryForObject(
                "select end_to_end_id from payment_order where run = ? and " + which, String.class, run);
    }
}
