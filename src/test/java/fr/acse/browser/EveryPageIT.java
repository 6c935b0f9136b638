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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final int[] WIDE = {1440, 900};
    private static final List<int[]> SIZES = List.of(DESK, WIDE, TELEPHONE);

    /** Lists of the vendor's that nobody needs on a telephone. */
    private static final Pattern VENDORS = Pattern.compile("#/(processes|decisions|repository|users|groups)|/welcome/");

    /** The vendor shows the key where a word is missing: SEARCH_PLACEHOLDER. */
    private static final String KEYS = """
            () => [document.body.innerText, ...[...document.querySelectorAll('[placeholder]')].map(field => field.placeholder)]
              .flatMap(text => text.match(/\\b[A-Z]{3,}(_[A-Z]+)+\\b/g) ?? [])""";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private final List<String> grave = new ArrayList<>();
    private final ContactSheet sheet = new ContactSheet();

    /** A page that two roles open is examined once, but for the whole run. */
    private final Set<String> examined = new HashSet<>();

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
                look(page, "anybody", open);
            }
        }
        String task =
                network.task(network.openReferral(), "task_assessSituation").getId();
        visit("operator", "acse/cases.html#" + reference, "welcome/default/", "tasklist/default/#/?task=" + task);
        visit("manager");
        visit("coordinator", "acse/cases.html#" + reference, "acse/report.html#" + Year.now());
        visit("finance", "acse/run.html#" + run);
        visit("shelter", "acse/cases.html#" + reference);
        visit("supervisor", "acse/cases.html#" + reference, "cockpit/default/#/migration");
        visit("analyst");
        visit("admin");
        sheet.write(chromium.browser());
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

    /** All pages that the header offers to a person, and some more. */
    private void visit(String person, String... more) {
        try (BrowserContext hers = window(DESK)) {
            Page page = hers.newPage();
            page.navigate("http://localhost:" + port + "/camunda/app/welcome/default/");
            LoginPage.logIn(page, person);
            page.locator(".acse-shell nav a").first().waitFor();
            Set<String> paths = new LinkedHashSet<>();
            page.locator(".acse-shell nav a").all().forEach(link -> paths.add(link.getAttribute("href")));
            Stream.of(more).map(each -> "/camunda/app/" + each).forEach(paths::add);
            for (String path : paths) {
                look(page, person, path);
                if (page.getByText("This is not for your role").first().isVisible()) {
                    grave.add(path + " is not for " + person);
                }
                if (!page.locator(".acse-shell .acse-who").isVisible()) {
                    grave.add(path + " has no header for " + person);
                }
            }
        }
    }

    /**
     * The page is loaded at the first size only, in the whole run at each. Tasklist is always loaded at each: what it shows depends on the size
     * then.
     */
    private void look(Page page, String person, String path) {
        for (int[] size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            if (size == SIZES.get(0) || Extent.isWhole() || path.contains("/tasklist/")) {
                page.navigate("about:blank");
                page.navigate("http://localhost:" + port + path);
            }
            if (size != WIDE
                    && (size == DESK || !VENDORS.matcher(path).find())
                    && (examined.add(path + size[0]) || Extent.isWhole())) {
                Axe.grave(page).forEach(each -> grave.add(path + " at " + size[0] + ": " + each));
            }
            Number width = (Number) page.evaluate("() => document.documentElement.scrollWidth");
            if (path.contains("/acse/") && width.intValue() > size[0]) {
                grave.add(path + " at " + size[0] + ": is " + width + " wide");
            }
            List<?> keys = (List<?>) page.evaluate(KEYS);
            if (!keys.isEmpty()) {
                grave.add(path + " at " + size[0] + " shows " + keys);
            }
            sheet.add(page, person + " " + path.replace("/camunda/app/", "").replaceAll("=.*", "") + " " + size[0]);
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
