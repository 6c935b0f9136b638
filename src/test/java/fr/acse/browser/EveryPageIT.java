package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.acse.Extent;
import fr.acse.Network;
import fr.acse.platform.door.Door;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of every role, at a desk and on a telephone: nothing keeps out who cannot see, point or tell colours apart. */
@RunningApplication
class EveryPageIT {

    private static final int[] DESK = {1280, 800};
    private static final int[] TELEPHONE = {390, 844};
    private static final List<int[]> SIZES = List.of(DESK, TELEPHONE);

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private final List<String> grave = new ArrayList<>();

    @Test
    void nothingGraveOnAnyPage() {
        String reference = network.requested("childrenCount", 0, "babyCount", 0);
        network.ask(reference, "s01");
        network.approveClaim(network.arrived());
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        Door.rest(port, "admin").call("PUT", "/group/org-harbour/members/finance2", null);
        try (BrowserContext anybody = window(DESK)) {
            Page page = anybody.newPage();
            for (String open : List.of("/", "/invitation.html#none", "/second-factor.html", "/not-there")) {
                look(page, open, SIZES);
            }
        }
        visit(
                "operator",
                SIZES,
                "acse/cases.html",
                "acse/cases.html#" + reference,
                "acse/leave.html",
                "cockpit/default/");
        visit("manager", SIZES, "acse/people.html");
        visit(
                "coordinator",
                SIZES,
                "acse/cases.html#" + reference,
                "acse/rights.html",
                "acse/places.html",
                "acse/report.html",
                "acse/report.html#" + Year.now());
        visit("finance", SIZES, "acse/run.html#" + run);
        visit("shelter", SIZES, "acse/cases.html#" + reference, "tasklist/default/");
        visit(
                "supervisor",
                SIZES,
                "cockpit/default/#/deadlines",
                "cockpit/default/#/cases",
                "cockpit/default/#/case?reference=" + reference,
                "cockpit/default/#/reads",
                "cockpit/default/#/rights");
        visit(
                "supervisor",
                List.of(DESK),
                "welcome/default/",
                "cockpit/default/#/dashboard",
                "cockpit/default/#/processes");
        visit("admin", SIZES, "acse/rights.html");
        visit("admin", List.of(DESK), "admin/default/#/users", "admin/default/#/groups");
        jdbc.update("delete from right_request where login = 'finance2'");
        assertThat(grave).isEmpty();
    }

    @Test
    void aDialogSaysWhatItIs() {
        try (Tasklist operator = new Tasklist(chromium, "http://localhost:" + port, "operator")) {
            Page page = operator.page();
            page.getByText("Start process").first().click();
            page.locator(".modal-body a").first().waitFor();
            Axe.assertNothingGrave(page, "the list of processes");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions()
                                    .setName("Correct a case")
                                    .setExact(true))
                    .click();
            page.locator(".modal-body .fjs-form").waitFor();
            Axe.assertNothingGrave(page, "a start form");
        }
    }

    @Test
    void theCountsOfAYearAreKeptOnItsPageAndAskedForTwice() {
        try (BrowserContext hers = window(DESK)) {
            Page page = hers.newPage();
            page.navigate("http://localhost:" + port + "/camunda/app/welcome/default/");
            LoginPage.logIn(page, "coordinator");
            page.navigate("http://localhost:" + port + "/camunda/app/acse/report.html#2019");

            page.getByText("Keep the counts of 2019").click();
            page.getByText("Yes, keep them").click();

            page.getByText("PDF for printing").waitFor();
            assertThat(page.getByText("They can be given away").count()).isEqualTo(1);
        }
    }

    private void visit(String person, List<int[]> sizes, String... pages) {
        try (BrowserContext hers = window(sizes.get(0))) {
            Page page = hers.newPage();
            page.navigate("http://localhost:" + port + "/camunda/app/welcome/default/");
            LoginPage.logIn(page, person);
            for (String each : pages) {
                look(page, "/camunda/app/" + each, sizes);
            }
        }
    }

    /**
     * The page is loaded at the first size only, in the whole run at each. Tasklist is always loaded at each: where its bell is depends on the size
     * then.
     */
    private void look(Page page, String path, List<int[]> sizes) {
        for (int[] size : sizes) {
            page.setViewportSize(size[0], size[1]);
            if (size == sizes.get(0) || Extent.isWhole() || path.contains("/tasklist/")) {
                page.navigate("about:blank");
                page.navigate("http://localhost:" + port + path);
            }
            Axe.grave(page).forEach(each -> grave.add(path + " at " + size[0] + ": " + each));
            Number width = (Number) page.evaluate("() => document.documentElement.scrollWidth");
            if (path.contains("/acse/") && width.intValue() > size[0]) {
                grave.add(path + " at " + size[0] + ": is " + width + " wide");
            }
        }
    }

    private static BrowserContext window(int[] size) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(size[0], size[1])
                        .setLocale("en-US")
                        .setTimezoneId("America/New_York"));
    }
}
