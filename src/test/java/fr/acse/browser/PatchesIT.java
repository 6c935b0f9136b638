package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import fr.acse.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each script in {@code acse/patches} changes one thing of the vendor's pages. The name of the test that fails is the script that broke. */
@RunningApplication
class PatchesIT {

    private static final Path PATCHES =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app/acse/patches");
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** Sends a request as the vendor's scripts do, and waits for its end. */
    private static final String SEND = """
            ([method, url]) => new Promise(ended => {
                const request = new XMLHttpRequest();
                request.open(method, url);
                request.addEventListener('loadend', () => ended(request.status));
                request.send();
            })""";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static Tasklist operator;

    @Autowired
    Network network;

    @LocalServerPort
    int port;

    @AfterAll
    static void close() {
        if (operator != null) {
            operator.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> theVendorsPagesBehaveAsEachPatchSays() {
        return checks().entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(check.getKey(), () -> tried(check.getKey(), check.getValue())));
    }

    private void tried(String patch, Consumer<Page> check) {
        try {
            check.accept(tasklist());
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError("acse/patches/" + patch + ".js does not do what it says", failed);
        }
    }

    @Test
    void everyPatchSaysWhatTheVendorDoesAndHasATest() throws IOException {
        Set<String> tried = checks().keySet();
        try (var files = Files.list(PATCHES)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                assertThat(tried).contains(file.getFileName().toString().replace(".js", ""));
                assertThat(Files.readAllLines(file).get(0)).startsWith("// The vendor: ");
                assertThat(Files.readAllLines(file).get(1)).startsWith("// This patch: ");
            }
        }
        assertThat(tried).allMatch(name -> Files.exists(PATCHES.resolve(name + ".js")));
    }

    private Map<String, Consumer<Page>> checks() {
        Map<String, Consumer<Page>> checks = new LinkedHashMap<>();
        checks.put("first-question", page -> Tasklist.until(page, "document.activeElement.closest('.fjs-form-field')"));
        checks.put("accessible-names", page -> {
            assertThat(page.locator(".unclaim").count()).isPositive();
            assertThat(page.locator(".unclaim:not([aria-label])").count()).isZero();
        });
        checks.put("radio-groups", page -> {
            Locator first =
                    page.locator("input[type=radio][id*='ageAssessment']").first();
            assertThat(page.locator("[role=radiogroup][aria-labelledby]").count())
                    .isPositive();
            first.focus();
            page.keyboard().press("ArrowDown");
            assertThat(first.isChecked()).isFalse();
            page.locator("input[type=radio][id*='ageAssessment']:checked").waitFor();
        });
        checks.put("number-fields", page -> {
            Locator children = page.locator("[id*='childrenCount']").first();
            children.fill("");
            children.press("1");
            children.press("e");
            page.getByText("e was not taken.").waitFor();
        });
        checks.put("missing-answers", page -> {
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> sent.add(request.url()));
            page.locator(".form-actions .btn-primary").click();
            page.locator(".acse-missing").waitFor();
            assertThat(page.locator(".form-actions .btn-primary").isEnabled()).isTrue();
            assertThat(sent).noneMatch(url -> url.endsWith("/submit-form"));
        });
        checks.put("open-lists", page -> {
            Locator language = page.locator(".fjs-form-field-select:has([id*='languageCode'])");
            Locator options = page.locator(".fjs-dropdownlist-item");
            language.locator("input").first().focus();
            options.first().waitFor();
            options.first().click();
            page.waitForCondition(() -> options.count() == 0);
            language.locator(".fjs-input-group").click();
            options.first().waitFor();
            options.first().click();
        });
        checks.put("sealed-drafts", page -> {
            page.waitForRequest(
                    request -> request.url().contains("/api/acse/drafts/")
                            && request.method().equals("PUT"),
                    () -> page.locator("textarea[id*='sealed_']:enabled")
                            .first()
                            .fill("Words of hers"));
            assertThat(page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('camunda-form:')).length"))
                    .isEqualTo(0);
        });
        checks.put("day-first", page -> {
            assertThat(page.evaluate("new Intl.DateTimeFormat().resolvedOptions().locale"))
                    .isEqualTo("en-GB");
            assertThat(page.evaluate("flatpickr.l10ns.default.firstDayOfWeek")).isEqualTo(1);
        });
        checks.put("named-dialogs", page -> {
            page.getByText("Start process").first().click();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Referral").setExact(true))
                    .click();
            page.locator(".modal-body .fjs-form").waitFor();
            page.locator("[role=dialog][aria-label]:not([aria-label=''])").waitFor();
        });
        checks.put("length-limits", page -> {
            page.locator(".modal-body input[id*='sealed_firstName']").focus();
            page.locator(".modal-body .acse-limit").waitFor();
        });
        checks.put("rules-in-words", page -> {
            page.locator(".modal-body input[id*='sealed_firstName']").fill("a".repeat(1_000));
            page.locator(".modal-body input[id*='sealed_firstName']").press("Tab");
            Locator error = page.locator(".modal-body .fjs-form-field-error").first();
            error.waitFor();
            page.waitForCondition(() -> !error.innerText().contains("Field must"));
        });
        checks.put("trimmed-answers", page -> {
            Locator name = page.locator(".modal-body input[id*='sealed_firstName']");
            name.fill("Invented ");
            name.press("Tab");
            page.waitForCondition(() -> name.inputValue().equals("Invented"));
        });
        checks.put("real-days", page -> {
            Locator birth =
                    page.locator(".modal-body .fjs-form-field-datetime input").first();
            birth.fill("31/02/1999");
            birth.press("Tab");
            page.getByText("31/02/1999: there is no such day.").waitFor();
        });
        checks.put("plain-refusals", page -> {
            page.evaluate("""
                    () => {
                        const box = document.createElement('div');
                        box.className = 'notifications';
                        box.innerHTML = '<div class="alert"><span class="status">Error</span><br><span class="message">'
                            + '&lt;camunda&gt; &lt;- Please name a day.</span></div>';
                        document.querySelector('.modal').append(box);
                    }""");
            page.waitForCondition(() ->
                    page.locator(".modal .notifications .message").innerText().equals("Please name a day."));
            page.locator(".modal-footer button").first().click();
        });
        checks.put("not-sent", page -> {
            page.route("**/not-there", Route::abort);
            page.evaluate(SEND, List.of("POST", "/camunda/api/not-there"));
            page.locator(".acse-trouble").waitFor();
        });
        checks.put("refused-claim", page -> {
            page.route("**/task/x/claim", route -> route.fulfill(new Route.FulfillOptions().setStatus(400)));
            page.evaluate(SEND, List.of("POST", ENGINE + "/task/x/claim"));
            page.evaluate("window.asBefore = true; location.hash = '#/?task=another'");
            Tasklist.until(page, "!window.asBefore");
        });
        checks.put("retry-job", this::aJobIsTriedAgainByOurEndpoint);
        checks.put("claim-first", page -> {
            operator.look("Assess the situation", network.openReferral());
            page.getByText("Claim this task to fill the form in.").waitFor();
            assertThat(page.locator(".form-actions .btn-primary").isVisible()).isFalse();
            page.locator(".acse-claim-first button").click();
            page.locator(".form-actions .btn-primary").waitFor();
        });
        checks.put("not-hers", page -> {
            try (Tasklist supervisor = new Tasklist(chromium, "http://localhost:" + port, "supervisor")) {
                String task = network.task(network.openReferral(), "task_assessSituation")
                        .getId();
                supervisor
                        .page()
                        .navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + task);
                supervisor.page().getByText("Other people do this task").waitFor();
                assertThat(supervisor.page().getByText("Form failure").isVisible())
                        .isFalse();
                assertThat(supervisor.page().locator(".acse-claim-first .btn").isVisible())
                        .isFalse();
            }
        });
        checks.put("one-header", page -> {
            page.locator(".acse-shell .acse-who").waitFor();
            assertThat(page.locator("[cam-widget-header]").isVisible()).isFalse();
        });
        checks.put("two-screens", page -> {
            Locator list = page.locator(".column.tasks-list");
            Locator form = page.locator(".task-details .fjs-container").first();
            page.setViewportSize(1280, 800);
            assertThat(form.boundingBox().width).isGreaterThanOrEqualTo(700);
            page.locator(".acse-fold").click();
            list.waitFor(Tasklist.hidden());
            page.locator(".acse-fold").click();
            list.waitFor();
            page.setViewportSize(390, 844);
            list.waitFor(Tasklist.hidden());
            page.locator(".acse-back").click();
            form.waitFor(Tasklist.hidden());
            assertThat(list.isVisible()).isTrue();
            page.setViewportSize(1440, 1000);
        });
        checks.put("own-first-page", page -> {
            try (Tasklist supervisor = new Tasklist(chromium, "http://localhost:" + port, "supervisor")) {
                supervisor.page().navigate("http://localhost:" + port + "/camunda/app/cockpit/default/#/dashboard");
                supervisor.page().waitForURL("**/cockpit/default/#/deadlines");
                supervisor.page().evaluate("location.hash = '#/process-instance/has-ended/runtime'");
                supervisor.page().getByText("What you opened has ended").waitFor();
                supervisor.page().waitForURL("**/cockpit/default/#/deadlines");
            }
        });
        checks.put("invited-users", page -> {
            try (Page admin = chromium.windowOf("admin", 1280, 800).newPage()) {
                admin.navigate("http://localhost:" + port + "/camunda/app/admin/default/");
                LoginPage.logInUnlessIn(admin, "admin", admin.locator(".acse-shell .acse-who"));
                admin.navigate("http://localhost:" + port + "/camunda/app/admin/default/#/user-create");
                admin.waitForURL("**/acse/people.html");
            }
        });
        checks.put("code-needed", page -> {
            page.route(
                    "**/needs-a-code",
                    route -> route.fulfill(
                            new Route.FulfillOptions().setStatus(401).setHeaders(Map.of("X-Second-Factor", "needed"))));
            page.evaluate(SEND, List.of("GET", "/camunda/api/needs-a-code"));
            page.waitForURL("**/second-factor.html?then=*");
        });
        return checks;
    }

    private void aJobIsTriedAgainByOurEndpoint(Page any) {
        try (Tasklist supervisor = new Tasklist(chromium, "http://localhost:" + port, "supervisor")) {
            Page cockpit = supervisor.page();
            cockpit.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/");
            cockpit.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Deadlines"))
                    .first()
                    .waitFor();
            List<String> sent = new ArrayList<>();
            cockpit.onRequest((Request request) -> sent.add(request.method() + " " + request.url()));
            cockpit.evaluate(SEND, List.of("PUT", ENGINE + "/job/none/retries"));
            assertThat(sent.stream()
                            .map(each -> each.replaceFirst("http://[^/]+", ""))
                            .collect(Collectors.toList()))
                    .contains("POST /camunda/api/acse/failed-jobs/none/retry");
        }
    }

    private Page tasklist() {
        if (operator == null) {
            operator = new Tasklist(chromium, "http://localhost:" + port, "operator");
            operator.open("Assess the situation", network.openReferral());
        }
        return operator.page();
    }
}
