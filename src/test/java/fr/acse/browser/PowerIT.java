package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.acse.Network;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a supervisor sees of power in Cockpit, and what she decides there. */
@RunningApplication
class PowerIT {

    private static final String SECOND_PERSON = "acse.deployment.second-person";
    private static Chromium chromium;

    @Autowired
    Network network;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        System.clearProperty(SECOND_PERSON);
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void theSupervisorSeesWhoReadWhatAndNoValue() {
        String reference = network.openReferral("sealed_firstName", "Zuleikha");
        Task task = network.task(reference, "task_assessSituation");
        network.read(task, "operator");

        try (BrowserContext window = cockpit("supervisor")) {
            Page page = window.pages().get(0);
            link(page, "Who read what");
            page.getByLabel("Case reference or shelter").fill(reference);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                    .click();
            page.waitForCondition(() -> page.locator(".acse-table tbody tr").count() >= 1
                    && page.locator(".acse-page").innerText().contains(" reading"));
            screenshot(page, "cockpit-who-read-what");
            assertThat(page.locator(".acse-table").innerText()).contains("operator", "First name");
            assertThat(page.content()).doesNotContain("Zuleikha");
            assertThat(page.waitForDownload(() -> page.getByText("CSV").click()).suggestedFilename())
                    .isEqualTo("who-read-what.csv");
        }
    }

    @Test
    void aDeploymentIsReleasedByASecondPersonWhoSeesWhatChanges() throws Exception {
        System.setProperty(SECOND_PERSON, "true");
        String name = "pilot-" + UUID.randomUUID().toString().substring(0, 6);
        assertThat(deploy(name)).contains("wait for a second person");

        try (BrowserContext window = cockpit("analyst")) {
            Page page = window.pages().get(0);
            link(page, "Models");
            page.getByText(name).first().waitFor();
            assertThat(page.locator(".acse-table").first().innerText())
                    .contains("Somebody else must release it", "Withdraw");
            page.getByText("Make a token").click();
            page.getByText("acse-deploy-").waitFor();
            screenshot(page, "cockpit-models-analyst");
        }
        try (BrowserContext window = cockpit("supervisor")) {
            Page page = window.pages().get(0);
            link(page, "Models");
            page.getByText(name).first().waitFor();
            screenshot(page, "cockpit-models-supervisor");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Release"))
                    .first()
                    .click();
            page.locator("tr", new Page.LocatorOptions().setHasText(name))
                    .getByText("Deployed by supervisor")
                    .waitFor();
            screenshot(page, "cockpit-models-released");
        }
        assertThat(repository.createDeploymentQuery().deploymentName(name).count())
                .isEqualTo(1);
    }

    @Test
    void aRightIsGrantedByASecondPerson() throws Exception {
        String login = "new" + UUID.randomUUID().toString().substring(0, 6);
        identity.saveUser(identity.newUser(login));
        HttpResponse<String> asked =
                send("PUT", "/group/operators/members/" + login, "admin", "application/json", "{}");
        assertThat(asked.body()).contains("joins operators as soon as");

        try (BrowserContext window = chromium.browser().newContext(new Browser.NewContextOptions())) {
            Page page = window.newPage();
            page.navigate("http://localhost:" + port + "/camunda/app/admin/default/");
            login(page, "admin");
            page.getByText("Rights that wait for a second person").click();
            page.getByText(login).waitFor();
            assertThat(page.locator(".acse-table").innerText()).contains("Somebody else must decide");
            screenshot(page, "admin-rights");
        }
        try (BrowserContext window = cockpit("supervisor")) {
            Page page = window.pages().get(0);
            link(page, "Rights");
            page.getByText(login).waitFor();
            screenshot(page, "cockpit-rights");
            page.locator("tr", new Page.LocatorOptions().setHasText(login))
                    .getByText("Grant")
                    .click();
            page.waitForCondition(() -> !page.locator(".acse-page").innerText().contains(login)
                    || page.locator(".acse-page").innerText().contains("Granted."));
        }
    }

    private BrowserContext cockpit(String person) {
        BrowserContext window =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        Page page = window.newPage();
        page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/");
        login(page, person);
        return window;
    }

    private static void login(Page page, String person) {
        page.locator("input[type=text]").first().fill(person);
        page.locator("input[type=password]").first().fill(person);
        page.locator("button[type=submit]").click();
        page.locator("button[type=submit]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static void link(Page page, String words) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
        page.locator("h1", new Page.LocatorOptions().setHasText(words)).waitFor();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
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
        return send("POST", "/deployment/create", "analyst", "multipart/form-data; boundary=b", body)
                .body();
    }

    private HttpResponse<String> send(String method, String path, String person, String type, String body)
            throws Exception {
        String login = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + path))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", type)
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }
}
