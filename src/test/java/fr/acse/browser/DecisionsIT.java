package fr.acse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.acse.Network;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whom an alarm reaches can act, and what a decision needs stands beside it. */
@RunningApplication
class DecisionsIT {

    private static final Object[] ALONE = {"childrenCount", 0};

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @LocalServerPort
    int port;

    @Test
    void aSupervisorAnswersALateRequestFromTheAlarmToTheNextStep() {
        String reference = network.requested(ALONE);
        network.pass(reference, Duration.ofHours(48));

        try (Tasklist supervisor = as("supervisor")) {
            supervisor.follow(
                    network.task(reference, "task_takeOverLateRequest"),
                    "take-over-late-request",
                    Map.of("lateAction", "answeredMyself"));
            supervisor
                    .page()
                    .locator(".acse-done")
                    .getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions().setName("Next step: Choose the shelters to ask"))
                    .click();
            Page page = supervisor.page();
            assertThat(page.locator(".task-details h2").first()).hasText("Choose the shelters to ask");
            assertThat(page.locator(".fjs-form")).containsText("s01");
            assertThat(page.locator(".fjs-form")).not().containsText("Ajoncs");
            supervisor.fill("choose-shelters", Map.of("askHow", "firstOnly"));
            page.getByText("Complete").last().click();
            assertThat(page.locator(".acse-done strong")).isVisible();
        }
    }

    @Test
    void theLinkOfAMailLeadsThroughTheLoginToItsCase() {
        String reference = network.requested(ALONE);
        try (BrowserContext window = chromium.newWindow(1280, 800)) {
            Page page = window.newPage();
            page.navigate("http://localhost:" + port + "/?case=" + reference);
            LoginPage.logIn(page, "supervisor");
            assertThat(page.locator(".acse-case h1")).containsText(reference);
            assertThat(page).hasURL(Pattern.compile("/cases\\.html#" + reference + "$"));

            page.navigate("http://localhost:" + port + "/?case=//other.example");
            assertThat(page).hasURL(Pattern.compile("/cockpit/"));
        }
    }

    @Test
    void whoStartedAPaymentRunIsToldThatSomebodyElseReleasesIt() {
        network.approveClaim(network.arrived());
        String run = network.start("payment-run", "start-payment-run", "finance");
        try (Tasklist finance = as("finance")) {
            Page page = finance.page();
            page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task="
                    + network.task(run, "task_releaseRun").getId());
            assertThat(page.locator(".acse-cover")).containsText("A second person is needed here");
            assertThat(page.locator(".acse-claim-first .btn")).not().isVisible();
        }
    }

    @Test
    void whoDecidesReadsBesideTheFormWhatSheNeeds() {
        String asked = network.requested(ALONE);
        try (Tasklist coordinator = as("coordinator")) {
            coordinator.take(network.task(asked, "task_chooseShelters"));
            assertThat(coordinator.page().locator(".fjs-form")).containsText("Maison des Ajoncs (s01)");
            assertThat(coordinator.page().locator(".fjs-form")).containsText("By telephone: +33");
        }
        network.propose(asked);
        try (Tasklist operator = as("operator")) {
            operator.take(network.task(asked, "task_readAnswer"));
            assertThat(operator.page().locator(".fjs-form")).containsText("Bretagne");
            assertThat(operator.page().locator(".fjs-form")).containsText("It is kept for her until");
            assertThat(operator.page().locator("[id$='-field_sealed_houseRules']"))
                    .hasValue(
                            "No visits at the house. Nobody is told the address. Everybody is back at 22 h, or calls.");
            network.agree(asked, "shelter");
            operator.take(network.task(asked, "task_planJourney"));
            assertThat(operator.page().locator("[id$='-field_sealed_meetingPoint']"))
                    .hasValue("Words for Station or stop where they arrive");
            operator.page().navigate("http://localhost:" + port + "/camunda/app/acse/cases.html#" + asked);
            assertThat(operator.page().locator(".acse-case")).containsText("Odile Martin, Operator");
        }
    }

    private Tasklist as(String person) {
        return new Tasklist(chromium, "http://localhost:" + port, person);
    }
}
