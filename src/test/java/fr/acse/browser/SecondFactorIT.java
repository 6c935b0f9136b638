package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import fr.acse.platform.login.OneTimeCode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A person whose group needs a second factor logs in for the first time, and again. */
@RunningApplication
class SecondFactorIT {

    private static final String GROUP = "careful";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Clock clock;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void makeHerCareful() {
        identity.saveGroup(identity.newGroup(GROUP));
        identity.createMembership("coordinator2", GROUP);
    }

    @AfterEach
    void letHerBe() {
        identity.deleteGroup(GROUP);
        jdbc.update("delete from second_factor where login = 'coordinator2'");
    }

    @Test
    void thePasswordAloneOpensNothing() throws Exception {
        try (BrowserContext window = chromium.browser().newContext()) {
            Page page = window.newPage();
            logIn(page, "coordinator2");
            page.getByText("Enter this key into the authenticator").waitFor();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/second-factor.png")));
            String secret = page.locator("#secret").innerText().replace(" ", "");

            show(page, "000000");
            page.getByText("this is not the one that your authenticator shows now")
                    .waitFor();
            String code = OneTimeCode.of(secret, clock.instant());
            show(page, code);
            page.getByText("For the coordination").first().waitFor();

            BrowserContext another = chromium.browser().newContext(new Browser.NewContextOptions());
            Page again = another.newPage();
            logIn(again, "coordinator2");
            again.getByLabel("Code that your authenticator shows now").waitFor();
            assertThat(again.getByText("Enter this key into the authenticator").isVisible())
                    .isFalse();
            show(again, code);
            again.getByText("Each code works once").waitFor();

            Page operator = chromium.browser().newContext().newPage();
            logIn(operator, "operator");
            operator.getByText("My organisation's tasks").first().waitFor();
        }
    }

    @Test
    void aCodeThatIsEnteredWhileThePageLoadsNeverStandsInAnAddress() throws Exception {
        try (BrowserContext window = chromium.browser().newContext()) {
            Page page = window.newPage();
            CompletableFuture<Route> script = new CompletableFuture<>();
            page.route("**/second-factor.js", script::complete);
            List<String> addresses = new CopyOnWriteArrayList<>();
            page.onRequest(request -> addresses.add(request.url()));
            logIn(page, "coordinator2");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Second step"))
                    .waitFor();
            assertThat(page.locator("#code").isVisible()).isFalse();

            page.waitForCondition(script::isDone);
            script.get().resume();
            page.locator("#code").fill("123456");
            page.locator("#code").press("Enter");
            page.getByText("this is not the one that your authenticator shows now")
                    .waitFor();
            assertThat(addresses).isNotEmpty().noneMatch(address -> address.contains("123456"));
        }
    }

    private void logIn(Page page, String person) {
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
        LoginPage.logIn(page, person);
    }

    private static void show(Page page, String code) {
        page.getByLabel("Code that your authenticator shows now").fill(code);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on"))
                .click();
    }
}
