package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.acse.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The clocks in Cockpit, as supervisors see them, and as nobody else does. */
@RunningApplication
class DeadlinesIT {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Test
    void theSupervisorSeesWhichRequestsAreInDangerWhyAndWhoMustAct() throws Exception {
        String answeredLate = submittedBefore(Duration.ofHours(70));
        String late = submittedBefore(Duration.ofHours(50));
        String atRisk = submittedBefore(Duration.ofHours(41));
        String onTime = submittedBefore(Duration.ofHours(9));
        network.ask(onTime, "s01", "s02");
        submittedBefore(Duration.ofHours(20));
        ClockUtil.reset();
        waitUntilLate(late);
        waitUntilLate(answeredLate);
        network.propose(answeredLate, "lateReason", "sheltersSilent");

        try (BrowserContext window = window("supervisor", "cockpit")) {
            Page page = window.pages().get(0);
            page.locator(".acse-table tbody tr").first().waitFor();
            page.waitForCondition(() -> page.locator(".acse-picture table")
                    .allInnerTexts()
                    .toString()
                    .contains("48+"));
            screenshot(page, "cockpit-deadlines");
            assertThat(row(page, late)).contains("■ Late", "48 hours", "Coordination", "over");
            assertThat(row(page, atRisk)).contains("▲ At risk", "left");
            assertThat(row(page, onTime)).contains("● On time");
            assertThat(page.title()).contains("Deadlines");

            // Narrowed by state, then by kind, who must act and reference.
            page.locator(".acse-tile.acse-LATE").click();
            awaitRows(page, "■ Late");
            page.locator(".acse-tile.acse-ANSWERED_LATE").click();
            awaitRows(page, "◆ Answered late");
            assertThat(row(page, answeredLate)).contains("late").doesNotContain("Move");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Show all").setExact(true))
                    .click();
            page.getByLabel("Kind").selectOption("offer");
            awaitRows(page, "Offer");
            page.getByLabel("Who must act").selectOption("asked");
            page.getByLabel("Case reference").fill(onTime.toLowerCase().substring(0, 11));
            page.waitForCondition(() -> page.locator(".acse-table tbody tr").count() == 2);
            assertThat(row(page, onTime))
                    .contains("Shelter that is asked", "Offer expires")
                    .doesNotContain("s02");
            screenshot(page, "cockpit-deadlines-filtered");

            // What she looks at is in the address: it can be kept, and survives a reload.
            page.waitForCondition(() -> page.url().contains("kind=offer"));
            page.reload();
            page.waitForCondition(() -> page.locator(".acse-table tbody tr").count() == 2);
            assertThat(page.getByLabel("Kind").inputValue()).isEqualTo("offer");
            page.setViewportSize(390, 844);
            // Nothing to scroll sideways.
            Tasklist.until(page, "innerWidth === 390 && document.documentElement.scrollWidth <= innerWidth");
            page.locator(".acse-shell .acse-bell-button.acse-some").waitFor();
            screenshot(page, "cockpit-deadlines-390");
            page.setViewportSize(1280, 900);

            // A spreadsheet of what is shown.
            Download file =
                    page.waitForDownload(() -> page.getByText("Export as CSV").click());
            String csv = Files.readString(file.path());
            assertThat(csv).startsWith("\uFEFFCase;Kind;Step;Who must act;Since;Due;State\r\n");
            assertThat(csv.lines()).hasSize(3);
            assertThat(csv).contains('"' + onTime + '"', "\"Shelter that is asked\"", "\"At risk\"");

            // Moved by keyboard, with a reason.
            page.locator("[data-key^='move-']").first().focus();
            page.keyboard().press("Enter");
            page.getByLabel("New time")
                    .fill(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")
                            .format(LocalDateTime.now(ZoneId.of("Europe/Paris")).plusHours(5)));
            page.keyboard().press("Enter");
            page.getByText("Why?: please choose a reason.").waitFor();
            screenshot(page, "cockpit-deadlines-move");
            page.getByLabel("Why?").selectOption("agreedWithOrganisation");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Move the deadline")
                                    .setExact(true))
                    .click();
            page.locator(".acse-moved").waitFor();
            assertThat(row(page, onTime)).contains("4 h 5");
            assertThat(jdbc.queryForMap("select moved_by, reason from deadline_move where reference = ?", onTime))
                    .containsEntry("moved_by", "supervisor")
                    .containsEntry("reason", "agreedWithOrganisation");

            // Sorted, and nothing found.
            page.getByLabel("Case reference").fill("ACSE-NONE");
            page.getByText("No deadline matches these filters.").waitFor();
            screenshot(page, "cockpit-deadlines-none");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Show all").setExact(true))
                    .first()
                    .click();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Case").setExact(false))
                    .first()
                    .click();
            page.locator("th[aria-sort=ascending]", new Page.LocatorOptions().setHasText("Case"))
                    .waitFor();
            List<String> references =
                    new ArrayList<>(page.locator(".acse-reference").allInnerTexts());
            references.removeIf("–"::equals);
            assertThat(references).isSorted();

            // To the instance, whose diagram shows the time left on each timer.
            page.getByLabel("Case reference").fill(atRisk);
            page.waitForCondition(() -> page.locator(".acse-table tbody tr").count() == 1);
            page.getByTitle("Show this step in the diagram").click();
            page.waitForCondition(() ->
                    page.locator(".acse-badge").allInnerTexts().stream().anyMatch(words -> words.endsWith("left")));
            screenshot(page, "cockpit-diagram-badges");
        }
    }

    @Test
    void noOtherRoleSeesThePageOrItsData() {
        for (String person : List.of("operator", "coordinator", "shelter", "finance", "analyst")) {
            try (BrowserContext window = window(person, person.equals("analyst") ? "cockpit" : "tasklist")) {
                Page page = window.pages().get(0);
                for (String path : List.of("deadlines", "deadlines/csv", "deadlines/figures", "deadlines/options")) {
                    Object status =
                            page.evaluate("path => fetch('/camunda/api/acse/' + path).then(each => each.status)", path);
                    assertThat(status).as(person + " " + path).isEqualTo(403);
                }
                if (person.equals("analyst")) {
                    page.getByText("Models").first().waitFor();
                }
                assertThat(page.getByRole(
                                        AriaRole.LINK,
                                        new Page.GetByRoleOptions()
                                                .setName("Deadlines")
                                                .setExact(true))
                                .count())
                        .as(person)
                        .isZero();
                if (person.equals("analyst")) {
                    page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/#/deadlines");
                    page.getByText("This is not for your role.").waitFor();
                }
            }
        }
    }

    private String submittedBefore(Duration time) {
        ClockUtil.offset(-time.toMillis());
        return network.requested();
    }

    private void waitUntilLate(String reference) {
        Awaitility.await("the clock of " + reference)
                .atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.queryForObject(
                                "select count(*) from deadline where reference = ? and state = 'OVERDUE'",
                                Integer.class,
                                reference)
                        > 0);
    }

    private BrowserContext window(String person, String app) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Paris"));
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + "/camunda/app/" + app + "/default/");
        LoginPage.logIn(page, person);
        // Cockpit leads to her own first page.
        page.locator(app.equals("cockpit") ? ".acse-page h1" : ".acse-shell")
                .first()
                .waitFor();
        return context;
    }

    private static void awaitRows(Page page, String words) {
        page.waitForCondition(() -> {
            List<String> rows = page.locator(".acse-table tbody tr").allInnerTexts();
            return !rows.isEmpty() && rows.stream().allMatch(row -> row.contains(words));
        });
    }

    private static String row(Page page, String reference) {
        Locator rows = page.locator(".acse-table tbody tr", new Page.LocatorOptions().setHasText(reference));
        return String.join("\n", rows.allInnerTexts());
    }

    private static void screenshot(Page page, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(true));
    }
}
