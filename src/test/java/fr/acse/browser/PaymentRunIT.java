package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.acse.FilledForm;
import fr.acse.Network;
import fr.acse.payment.Status;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What finance does with the answers of the bank, in the browser. */
@RunningApplication
class PaymentRunIT {

    private static Chromium chromium;

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void theFileOfTheBankSettlesAllLinesAndAWrongOneNone() {
        network.sendWhatWaits();
        jdbc.update("delete from shelter_account");
        String claimed = network.arrived("childrenCount", 0, "babyCount", 0);
        network.approveClaim(claimed);
        String advanced = advanced();
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");

        try (Tasklist finance = new Tasklist(chromium.browser(), "http://localhost:" + port, "finance")) {
            Page page = finance.page();
            page.navigate("http://localhost:" + port + "/camunda/app/acse/run.html#" + run);
            page.getByText("A shelter is paid back").waitFor();
            assertThat(page.locator("#page").innerText())
                    .contains("Payments: 2", claimed)
                    .doesNotContain("null", advanced);

            upload(page, "not-xml.xml", "This is a letter of the bank");
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
        try (Tasklist operator = new Tasklist(chromium.browser(), "http://localhost:" + port, "operator")) {
            operator.open("Submit the travel claim", claimed);
            operator.page()
                    .getByText("Account closed")
                    .or(operator.page().locator("[value*='closed']"))
                    .first()
                    .waitFor();
            operator.screenshot("claim-is-back");
        }
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
        network.complete(reference, "task_enterAccount", "coordinator", "sealed_payBackIban", FilledForm.IBAN);
        network.complete(reference, "task_confirmAccount", "coordinator2");
        return reference;
    }

    private String endToEnd(String run, String which) {
        return jdbc.queryForObject(
                "select end_to_end_id from payment_order where run = ? and " + which, String.class, run);
    }
}
