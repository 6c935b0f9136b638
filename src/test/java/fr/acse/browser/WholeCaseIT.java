package fr.acse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.acse.Spent;
import fr.acse.codes.CaseReference;
import fr.acse.platform.history.CaseEvent;
import fr.acse.platform.history.CaseHistory;
import fr.acse.referral.ReferralService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApplication
class WholeCaseIT {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    CaseHistory happened;

    @Autowired
    ReferralService referrals;

    private final Map<String, Tasklist> windows = new HashMap<>();

    @AfterEach
    void closeWindows() {
        windows.values().forEach(Tasklist::close);
    }

    @Test
    void aWholeCaseIsPlayedByClickingFromTheReferralToTheResidentCard() {
        as("operator")
                .start(
                        "Referral",
                        "open-referral",
                        Map.of("sealed_firstName", "Amal أمل 😀", "sealed_lastName", "<b>Saïd</b>"));
        String reference = newest("referral");

        Tasklist operator = as("operator");
        operator.open("Assess the situation", reference);
        assertThat(operator.page().locator("[id*='field_sealed_firstName']").first())
                .hasValue("Amal أمل 😀");
        assertThat(operator.page().locator("[id*='field_sealed_lastName']").first())
                .hasValue("<b>Saïd</b>");

        operator.complete(
                "Assess the situation",
                "assess-situation",
                reference,
                Map.of("dangerDepartment", "06", "childrenCount", "2", "babyCount", "1", "languageCode", "ar"));
        operator.complete("Record the commitment", "record-commitment", reference, Map.of());
        operator.complete("Submit the orientation request", "submit-request", reference, Map.of());

        as("coordinator")
                .complete("Choose the shelters to ask", "choose-shelters", reference, Map.of("askHow", "firstThree"));
        as("shelter2")
                .complete(
                        "Answer the offer",
                        "answer-offer",
                        reference,
                        Map.of("offerAnswer", "declined", "declineReason", "full"));
        as("shelter").complete("Answer the offer", "answer-offer", reference, Map.of());
        as("coordinator").complete("Answer the orientation request", "answer-request", reference, Map.of());

        operator.complete("Read the answer", "read-answer", reference, Map.of());
        operator.complete("Agree the arrival", "agree-arrival", reference, Map.of());
        as("shelter").complete("Confirm the agreed arrival", "confirm-agreement", reference, Map.of());
        as("shelter").complete("Hold the pre-admission interview", "hold-interview", reference, Map.of());

        operator.complete(
                "Plan the journey", "plan-journey", reference, Map.of("sealed_escortPhone", "06 00 00 00 00"));
        as("coordinator").complete("Confirm the escort", "confirm-escort", reference, Map.of());
        operator.open("Confirm the departure", reference);
        assertThat(operator.page()
                        .locator("[id*='field_sealed_shelterAddress']")
                        .first())
                .hasValue("12 rue des Ajoncs\n29000 Quimper");
        operator.complete("Confirm the departure", "confirm-departure", reference, Map.of());
        operator.complete("Confirm the arrival", "confirm-arrival", reference, Map.of());
        as("shelter").complete("Confirm the arrival at the shelter", "confirm-reception", reference, Map.of());

        as("finance").complete("Approve the allowance", "approve-allowance", reference, Map.of());
        as("shelter").complete("Hand over the allowance", "hand-over-allowance", reference, Map.of());

        operator.complete(
                "Submit the travel claim",
                "submit-travel-claim",
                reference,
                Map.of(
                        "sealed_claimLines",
                        Spent.on("train", "person", 84.5)
                                .and("taxi", "escort", 69.05, "overReason", "There was no train at night")
                                .rows()));
        as("coordinator").complete("Check the claim", "check-claim", reference, Map.of());
        as("coordinator2").complete("Allow the excess?", "allow-excess", reference, Map.of());
        as("finance").complete("Approve the claim", "approve-claim", reference, Map.of());
        as("finance").start("Payment run", "start-payment-run", Map.of());
        String run = newest("payment-run");
        as("finance2").complete("Release the payment run", "release-payment-run", run, Map.of());
        as("finance").complete("Record the bank's answer", "record-bank-answer", run, Map.of());

        operator.complete("Choose the route", "choose-route", reference, Map.of());
        operator.complete("Record the complaint", "record-complaint", reference, Map.of());
        operator.complete("File the request", "file-request", reference, Map.of());
        operator.complete("Record the answer of the prefecture", "record-decision", reference, Map.of());
        operator.complete("Follow the title", "follow-title", reference, Map.of("titleGoesOn", "renewNow"));
        operator.complete("File the request", "file-request", reference, Map.of("receiptGiven", "no"));
        operator.complete(
                "Record the answer of the prefecture", "record-decision", reference, Map.of("titleKind", "card"));
        operator.complete("Follow the title", "follow-title", reference, Map.of("titleGoesOn", "lastingTitle"));
        as("shelter").complete("Follow the stay", "follow-up", reference, Map.of());
        operator.complete("Confirm that she goes", "confirm-leaving", reference, Map.of());

        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reference).count())
                .isZero();
        assertThat(happened.of(new CaseReference(reference), CaseEvent.Kind.END, 100))
                .extracting(CaseEvent::element)
                .contains("end_lastingTitle");
        assertThat(referrals.find(new CaseReference(reference)).orElseThrow().isOpen())
                .isFalse();
    }

    @Test
    void aRefusalNamesTheFieldAndTheRuleInTasklistAndLosesNothing() {
        as("operator").start("Referral", "open-referral", Map.of());
        String reference = newest("referral");
        Tasklist operator = as("operator");
        operator.open("Assess the situation", reference);
        operator.fill(
                "assess-situation",
                Map.of("childrenCount", "1", "babyCount", "3", "sealed_situation", "What was typed stays"));
        operator.page()
                .locator(".form-actions button", new Page.LocatorOptions().setHasText("Complete"))
                .last()
                .click();

        assertThat(operator.page()
                        .getByText("there cannot be more babies than children")
                        .first())
                .isVisible();
        operator.screenshot("refused");
        assertThat(operator.page().locator("textarea[id*='field_sealed_situation']"))
                .hasValue("What was typed stays");
    }

    @Test
    void aHalfFilledFormLeavesNothingInTheBrowser() {
        as("operator").start("Referral", "open-referral", Map.of("sealed_firstName", "Zqxv"));
        String reference = newest("referral");
        Tasklist operator = as("operator");
        operator.open("Assess the situation", reference);
        operator.fill("assess-situation", Map.of("sealed_situation", "Zqxv was here"));

        assertThat(operator.page().locator(".form-actions button", new Page.LocatorOptions().setHasText("Save")))
                .isHidden();
        operator.page().evaluate("localStorage.setItem('camunda-form:any', 'Zqxv')");
        assertThat(operator.page().evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})"))
                .asString()
                .doesNotContain("Zqxv");
    }

    @Test
    void theAddressLeadsTheSupervisorToTheDeadlinesAndTheHeaderToTheRest() {
        try (var context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate("http://localhost:" + port + "/");
            LoginPage.logIn(page, "supervisor");
            page.waitForURL("**/camunda/app/cockpit/default/#/deadlines");
            page.getByText("All deadlines").waitFor();
            page.navigate("http://localhost:" + port + "/camunda/app/welcome/default/");
            page.getByText("Change password").first().waitFor();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Running processes"))
                    .click();
            for (String process : List.of("Orientation", "Referral")) {
                page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(process).setExact(true))
                        .waitFor();
            }
        }
    }

    private Tasklist as(String person) {
        return windows.computeIfAbsent(person, each -> new Tasklist(chromium, "http://localhost:" + port, each));
    }

    /** Not an alarm of another case, which a test may have let begin later than now. */
    private String newest(String process) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .get(0)
                .getBusinessKey();
    }
}
