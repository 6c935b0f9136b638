package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.acse.Network;
import fr.acse.platform.gate.LookAtModels;
import fr.acse.platform.history.CaseHistory;
import fr.acse.platform.sets.ModelSets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An analyst's walk by docs/models.md: a label, a question, a row of a decision, a reminder after 12 hours and a new end are rehearsed, deployed
 * as the Modeler does, and released by a second person; the running case goes on in its version, until it is moved.
 */
@RunningApplication
class WalkOfAnalystIT {

    private static final Pattern MOVED = Pattern.compile("[1-9]\\d* moved, 0 stayed, 0 to be tried again\\.");

    private static final String SECOND_PERSON = "acse.deployment.second-person";

    /** Longer than the application lets one run. */
    private static final double A_REHEARSAL = 330_000;

    /** Where nothing is proven yet. */
    private static final double A_GATE = 120_000;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @Autowired
    ModelSets sets;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    CaseHistory history;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private Cockpit cockpit;
    private long before;

    @BeforeEach
    void start() {
        cockpit = new Cockpit(chromium, port);
        before = sets.latest().get(0).number();
        System.setProperty(SECOND_PERSON, "true");
    }

    @AfterEach
    void stop() {
        System.clearProperty(SECOND_PERSON);
        if (sets.latest().get(0).number() != before) {
            sets.makeCurrentAgain(before);
        }
    }

    @Test
    void anAnalystsWalk() throws Exception {
        Map<String, byte[]> models = LookAtModels.harmless(
                "A label",
                "A required choice of two",
                "A decision row that says the same again",
                "A first reminder at 12 hours",
                "A new end with its own outcome");
        String running = network.requested();
        Date due = reminderOf(running);

        List<String> casesBefore = cases();
        rehearse(models);
        assertThat(cases())
                .as("a rehearsal leaves no case and no step of its own")
                .isEqualTo(casesBefore);
        assertThat(jdbc.queryForList("select nspname from pg_namespace where nspname like 'rehearsal%'", String.class))
                .as("what it leaves in the database")
                .isEmpty();
        deploy(models);
        releaseAsSecondPerson();

        String fresh = network.openReferral();
        assertThat(network.definition("referral").getVersionTag()).isEqualTo("set-" + (before + 1));
        assertThat(versionTag(fresh, "referral")).isEqualTo("set-" + (before + 1));
        assertThat(versionTag(running, "orientation"))
                .as("goes on in its version")
                .isEqualTo("set-" + before);
        move(running);
        assertThat(versionTag(running, "orientation")).isEqualTo("set-" + (before + 1));
        assertThat(reminderOf(running)).as("its clock").isEqualTo(due);
        figures();
    }

    /** The new end takes the place of the earlier one, so the stories that expect that one are changed along. */
    private void rehearse(Map<String, byte[]> models) throws IOException {
        Map<String, byte[]> chosen = new LinkedHashMap<>(models);
        for (String story : List.of("arrives-and-leaves.yaml", "relocation.yaml", "permit.yaml")) {
            chosen.put(
                    story,
                    Files.readString(Path.of("scenarios", story))
                            .replace("COMPLETED", "LIVES_ON_HER_OWN_NOW")
                            .getBytes(StandardCharsets.UTF_8));
        }
        try (Page page = cockpit.open("analyst")) {
            Cockpit.link(page, "Models");
            page.getByLabel("Models, forms and scenarios")
                    .setInputFiles(chosen.entrySet().stream()
                            .map(file -> new FilePayload(file.getKey(), "text/plain", file.getValue()))
                            .toArray(FilePayload[]::new));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rehearse"))
                    .click();
            page.getByText("Running …").first().waitFor(within(A_GATE));
            Cockpit.screenshot(page, "analyst-rehearses");
            Locator result =
                    page.getByText("As written, but look: read the page").first();
            result.waitFor(within(A_REHEARSAL));
            Page told = page.waitForPopup(result::click);
            told.waitForLoadState();
            Cockpit.screenshot(told, "analyst-rehearsal");
            assertThat(told.locator("main").innerText())
                    .contains("All 14 stories came out as written")
                    .contains("“On her own” end_onHerOwn", "“After 24 hours” timer_firstReminder")
                    .contains("The clock “After 24 hours” fires after 12 hours (before: after 1 day)")
                    .contains("referral ends with “On her own”");
            told.close();
        }
    }

    /** Whatever has a history. What happens in each is left out: a clock of another test may run down meanwhile. */
    private List<String> cases() {
        return jdbc.queryForList(
                "select reference from referral union select reference from case_event order by 1", String.class);
    }

    /** As the Modeler sends it: a file with others attached. */
    private void deploy(Map<String, byte[]> models) throws Exception {
        StringBuilder body = new StringBuilder();
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        body.append(part.formatted("deployment-name", "", "the walk"));
        body.append(part.formatted("deploy-changed-only", "", "true"));
        models.forEach((name, content) -> body.append(
                part.formatted(name, "; filename=\"" + name + "\"", new String(content, StandardCharsets.UTF_8))));
        assertThat(cockpit.send(
                                "POST",
                                "/deployment/create",
                                "analyst",
                                "multipart/form-data; boundary=b",
                                body.append("--b--\r\n").toString())
                        .body())
                .contains("passed all checks and wait for a second person");
    }

    private void releaseAsSecondPerson() {
        try (Page page = cockpit.open("supervisor")) {
            Cockpit.link(page, "Models");
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("the walk"))
                    .first();
            row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Rehearse"))
                    .click();
            Locator result = row.getByText("As written, but look: read the page");
            result.waitFor(within(A_REHEARSAL));
            Page told = page.waitForPopup(result::click);
            told.waitForLoadState();
            assertThat(told.locator("main").innerText())
                    .as("the stories that the analyst chose")
                    .contains("arrives-and-leaves.yaml", "the analyst replaced it", "LIVES_ON_HER_OWN_NOW")
                    .contains("The stories were played with the same files at");
            told.close();
            Cockpit.screenshot(page, "analyst-second-person");
            row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Release"))
                    .click();
            row.getByText("Deployed by supervisor").waitFor(within(A_GATE));
        }
    }

    private static Locator.WaitForOptions within(double time) {
        return new Locator.WaitForOptions().setTimeout(time);
    }

    private void move(String running) {
        try (Page page = cockpit.open("supervisor")) {
            Cockpit.link(page, "Models");
            Cockpit.link(page, "Running cases and versions");
            page.locator("button[aria-label^='Plan: Orientation']").last().click();
            page.getByText(running).waitFor();
            Cockpit.screenshot(page, "analyst-migration-plan");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move "))
                    .click();
            page.waitForCondition(
                    () -> MOVED.matcher(page.locator(".acse-page").innerText()).find());
            page.waitForCondition(() -> !page.locator(".acse-page").innerText().contains("Running …"));
            Cockpit.screenshot(page, "analyst-migration-done");
        }
    }

    private void figures() {
        history.count();
        try (Page page = cockpit.open("analyst")) {
            page.navigate("http://localhost:" + port + "/camunda/api/acse/models/figures/assess");
            page.locator("h1").waitFor();
            Cockpit.screenshot(page, "analyst-figures");
            assertThat(page.locator("main").innerText())
                    .contains("Where cases wait: Assessment and commitment", "Assess the situation");
        }
    }

    private String versionTag(String reference, String process) {
        return repository
                .getProcessDefinition(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .processDefinitionKey(process)
                        .singleResult()
                        .getProcessDefinitionId())
                .getVersionTag();
    }

    private Date reminderOf(String reference) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .processDefinitionKey("orientation")
                        .singleResult()
                        .getId())
                .activityId("timer_firstReminder")
                .singleResult()
                .getDuedate();
    }
}
