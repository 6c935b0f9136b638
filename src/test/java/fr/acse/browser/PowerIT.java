package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import fr.acse.Network;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a supervisor sees of power in Cockpit, and what she decides there. */
@RunningApplication
class PowerIT {

    private static final String SECOND_PERSON = "acse.deployment.second-person";

    /** Milliseconds, where nothing is proven yet. */
    private static final double A_GATE = 120_000;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    private Cockpit cockpit;

    @BeforeEach
    void open() {
        cockpit = new Cockpit(chromium, port);
    }

    @AfterAll
    static void stop() {
        System.clearProperty(SECOND_PERSON);
    }

    @Test
    void theSupervisorSeesWhoReadWhatAndNoValue() {
        String reference = network.openReferral("sealed_firstName", "Zuleikha");
        Task task = network.task(reference, "task_assessSituation");
        network.read(task, "operator");

        try (Page page = cockpit.open("supervisor")) {
            Cockpit.link(page, "Who read what");
            page.getByLabel("Case reference").fill(reference);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                    .click();
            // The readers of one case have numbers; the list of all cases, which stood there before, has none.
            page.waitForCondition(() -> page.locator(".acse-table").innerText().contains("Operator 1"));
            Cockpit.screenshot(page, "cockpit-who-read-what");
            assertThat(page.locator(".acse-table").innerText()).contains("First name");
            assertThat(page.content()).doesNotContain("Zuleikha", "Odile");
            page.getByText("Ask for the names").click();
            page.getByText("You asked for the names").waitFor();
            assertThat(page.waitForDownload(() -> page.getByText("CSV").click()).suggestedFilename())
                    .isEqualTo("who-read-what.csv");
        }
    }

    @Test
    void aDeploymentIsReleasedByASecondPersonWhoSeesWhatChanges() throws Exception {
        System.setProperty(SECOND_PERSON, "true");
        String name = "pilot-" + UUID.randomUUID().toString().substring(0, 6);
        assertThat(deploy(name)).contains("wait for a second person");

        try (Page page = cockpit.open("analyst")) {
            Cockpit.link(page, "Models");
            page.getByText(name).first().waitFor();
            assertThat(page.locator(".acse-table").first().innerText())
                    .contains("Somebody else must release it", "Withdraw");
            page.getByText("Make a token").click();
            page.getByText("acse-deploy-").waitFor();
            Cockpit.screenshot(page, "cockpit-models-analyst");
        }
        try (Page page = cockpit.open("supervisor")) {
            Cockpit.link(page, "Models");
            page.getByText(name).first().waitFor();
            Cockpit.screenshot(page, "cockpit-models-supervisor");
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(name));
            row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Release"))
                    .click();
            row.getByText("Deployed by supervisor").waitFor(new Locator.WaitForOptions().setTimeout(A_GATE));
            Cockpit.screenshot(page, "cockpit-models-released");
        }
        assertThat(repository.createDeploymentQuery().deploymentName(name).count())
                .isEqualTo(1);
    }

    @Test
    void aPageIsOfferedAlsoIfTheServerDidNotAnswerWhetherSheMayOpenIt() {
        try (BrowserContext window = chromium.browser().newContext(new Browser.NewContextOptions())) {
            window.route(
                    Pattern.compile(".*/camunda/api/acse/models(/.*)?"),
                    route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            Page page = window.newPage();
            page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/");
            LoginPage.logIn(page, "supervisor");

            Cockpit.link(page, "Models");

            page.getByText("The server gave no valid answer").first().waitFor();
            Cockpit.screenshot(page, "cockpit-models-no-answer");
        }
    }

    @Test
    void aRightIsGrantedByASecondPerson() throws Exception {
        String login = "new" + UUID.randomUUID().toString().substring(0, 6);
        identity.saveUser(identity.newUser(login));
        HttpResponse<String> asked =
                cockpit.send("PUT", "/group/finance/members/" + login, "admin", "application/json", "{}");
        assertThat(asked.body()).contains("joins finance as soon as");

        try (BrowserContext window = chromium.browser().newContext(new Browser.NewContextOptions())) {
            Page page = window.newPage();
            page.navigate("http://localhost:" + port + "/camunda/app/admin/default/");
            LoginPage.logIn(page, "admin");
            Cockpit.link(page, "Rights");
            page.getByText(login).waitFor();
            assertThat(page.locator(".acse-table").innerText()).contains("Somebody else must decide");
            Cockpit.screenshot(page, "admin-rights");
        }
        try (Page page = cockpit.open("supervisor")) {
            Cockpit.link(page, "Rights");
            page.getByText(login).waitFor();
            Cockpit.screenshot(page, "cockpit-rights");
            page.locator("tr", new Page.LocatorOptions().setHasText(login))
                    .getByText("Grant")
                    .click();
            page.waitForCondition(() -> !page.locator(".acse-page").innerText().contains(login)
                    || page.locator(".acse-page").innerText().contains("Granted."));
        }
    }

    private String deploy(String name) throws Exception {
        String model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'><process id='" + name
                + "' isExecutable='true' camunda:historyTimeToLive='P1D' camunda:isStartableInTasklist='false'>"
                + "<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t'/><endEvent id='e'/>"
                + "<sequenceFlow id='g' sourceRef='t' targetRef='e'/><userTask id='t' camunda:candidateGroups='coordination'"
                + " name='Ask her' camunda:formRef='" + name + "' camunda:formRefBinding='deployment'/>"
                + "</process></definitions>";
        String form = "{\"id\":\"" + name + "\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[]}";
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("deployment-name", "", name)
                + part.formatted("data", "; filename=\"" + name + ".bpmn\"", model)
                + part.formatted("form", "; filename=\"" + name + ".form\"", form)
                + "--b--\r\n";
        return cockpit.send("POST", "/deployment/create", "analyst", "multipart/form-data; boundary=b", body)
                .body();
    }
}
