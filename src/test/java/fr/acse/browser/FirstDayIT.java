package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.acse.Network;
import fr.acse.codes.Login;
import fr.acse.platform.door.Door;
import fr.acse.platform.login.Invitations;
import fr.acse.platform.login.OneTimeCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A shelter that was registered in the morning answers its first offer in the afternoon; finance settles a whole run at once. */
@RunningApplication
class FirstDayIT {

    private static final String PASSWORD = "horse-battery-staple-cloud";
    private static final String LOGIN = "salome.n-diaye";
    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0, "oldestChildAge", 0};

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @Autowired
    Invitations invitations;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void sheIsGone() {
        identity.deleteUser(LOGIN);
        jdbc.update("delete from former_login where login = ?", LOGIN);
    }

    @Test
    void aShelterIsRegisteredItsFirstPersonInvitedAndItsFirstOfferAnsweredOnATelephone() throws Exception {
        String registration = network.start(
                "register-shelter", "register-shelter", "coordinator", "shelterCode", "s30", "departmentCode", "35");
        network.complete(registration, "task_approveShelter", "coordinator2");

        try (Tasklist coordinator = tasklist("coordinator");
                Tasklist second = tasklist("coordinator2")) {
            Page page = coordinator.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("People"))
                    .click();
            page.locator("[name=organisation]").selectOption("org-s30");
            page.locator("[name=firstName]").fill("Salomé");
            page.locator("[name=lastName]").fill("N'Diaye");
            assertThat(page.locator("[name=login]").inputValue()).isEqualTo(LOGIN);
            page.locator("[name=address]").fill("salome@s30.example");
            page.getByLabel("She also manages the people there").check();
            page.getByText("Invite her").click();
            page.locator("tr", having(LOGIN))
                    .getByText("Waits for a second person")
                    .waitFor();
            coordinator.screenshot("people");

            Page other = second.page();
            other.navigate(address("/camunda/app/acse/people.html"));
            Locator waiting = other.locator("#rights tr", new Page.LocatorOptions().setHasText("Salomé N'Diaye"));
            waiting.waitFor();
            second.screenshot("people-second-person");
            waiting.getByText("Grant").click();
            waiting.getByText("Granted. It takes effect").waitFor();
        }
        Awaitility.await("her invitation")
                .atMost(Duration.ofMinutes(1))
                .until(() -> invitations.open().stream().anyMatch(sent -> sent.expiresAt() != null));

        try (BrowserContext telephone = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setTimezoneId("Europe/Paris"))) {
            Page page = telephone.newPage();
            page.navigate(address(invitations.link(new Login(LOGIN)).orElseThrow()));
            page.locator("#secret").waitFor();
            String secret = page.locator("#secret").innerText().replace(" ", "");
            page.fill("#password", PASSWORD);
            page.fill("#again", PASSWORD);
            page.fill("#code", OneTimeCode.of(secret, clock.instant()));
            screenshot(page, "invitation-390");
            page.getByText("Set up my login").click();
            page.getByText("Done. Your login is " + LOGIN).waitFor();
            jdbc.update("update second_factor set last_step = 0 where login = ?", LOGIN);

            // The address alone leads her to what she works in.
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Log in"))
                    .click();
            LoginPage.logIn(page, LOGIN, PASSWORD);
            page.locator("#code").fill(OneTimeCode.of(secret, clock.instant()));
            page.locator("#code").press("Enter");
            page.waitForURL("**/camunda/app/tasklist/**");

            String reference = network.requested(ALONE);
            network.ask(reference, "s30");
            page.reload();
            Locator card = page.locator("ol.tasks-list li.task", having(reference));
            card.first().waitFor();
            screenshot(page, "first-offer-390");
            card.first().click();
            Tasklist.makeHers(page);
            page.getByText("You have this task in hand.").waitFor();
            FormOnPage.choose(page, page.getByText("We have a place for the whole household"));
            screenshot(page, "first-answer-390");
            page.locator(".form-actions .btn-primary").click();
            page.waitForCondition(() -> network.openTasks(reference).contains("task_answerRequest"));
        }
    }

    @Test
    void aShelterThatIsClosedHasNobodyAtOnce() {
        network.complete(
                network.start("register-shelter", "register-shelter", "coordinator", "shelterCode", "s31", "places", 1),
                "task_approveShelter",
                "coordinator2");
        User last = identity.newUser(LOGIN);
        last.setFirstName("Salomé");
        last.setLastName("N'Diaye");
        identity.saveUser(last);
        identity.createMembership(LOGIN, "shelters");
        identity.createMembership(LOGIN, "org-s31");
        Door.rest(port, "admin").call("DELETE", "/group/org-s31/members/" + LOGIN, null);

        try (Tasklist coordinator = tasklist("coordinator")) {
            Page page = coordinator.page();
            page.navigate(address("/camunda/app/acse/people.html"));
            Locator request = page.locator("#rights tr", having("Close s31: she is the last person there"));
            request.waitFor();
            page.locator("#page tr", having(LOGIN))
                    .getByText("a change of her roles waits")
                    .waitFor();
            coordinator.screenshot("people-closing");
            request.getByText("Close", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.locator("#page p", having("Nobody works yet for"))
                    .getByText("Shelter s31")
                    .waitFor();
            coordinator.screenshot("people-closed");
        }
    }

    @Test
    void financeSettlesARunOfTenLinesOnOnePage() {
        for (int line = 0; line < 10; line++) {
            String reference = network.arrived(ALONE);
            network.approveClaim(reference);
            network.leave(reference, "shelter");
        }
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        try (Tasklist finance = tasklist("finance")) {
            finance.open("Record the bank's answer", run);
            finance.screenshot("one-line-of-a-run");
            Page page = finance.page();
            String link = page.getByText("Answer all lines on one page").first().getAttribute("href");
            page.navigate(address(link));
            Locator row =
                    page.locator("tr", having("Association du Havre de Paix")).nth(3);
            row.waitFor();
            page.getByText("Tick all others as paid").click();
            row.locator("input[value=refused]").check();
            page.getByText("Record these answers").click();
            page.getByText("please fill this in").waitFor();
            row.locator("select").selectOption("accountClosed");
            finance.screenshot("run-of-ten-lines");
            page.getByText("Record these answers").click();
            page.getByText("All lines are answered.").waitFor();
            finance.screenshot("run-answered");
        }
        assertThat(network.ends(run, "payment-run")).contains("end_runSettled");
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private Tasklist tasklist(String person) {
        return new Tasklist(chromium, "http://localhost:" + port, person);
    }
}
