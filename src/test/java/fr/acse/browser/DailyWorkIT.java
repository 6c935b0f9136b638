package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.acse.Network;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The work around the path, as people do it in their browsers: cases in view, cover, alarms, the telephone. */
@RunningApplication
class DailyWorkIT {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0, "oldestChildAge", 0};

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @LocalServerPort
    int port;

    @Test
    void anOperatorsDay() {
        String reference = network.requested(ALONE);
        String assessed = network.openReferral();
        try (Tasklist operator = tasklist("operator");
                Tasklist manager = tasklist("manager")) {
            // What she submitted is not gone: it stands in her cases, with who owes an answer.
            Page page = operator.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("My cases"))
                    .click();
            page.getByPlaceholder("Any part of it")
                    .fill(reference.substring(5, 9).toLowerCase());
            Locator row = page.locator(".acse-cases tbody tr", having(reference));
            row.waitFor();
            assertThat(row.innerText())
                    .contains("Waiting for an answer", "Coordination")
                    .containsPattern("in (48 hours|2 days)");
            operator.screenshot("my-cases");
            Axe.assertNothingGrave(page, "my cases");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(reference))
                    .click();
            page.getByText("Case " + reference).waitFor();
            assertThat(page.locator(".acse-case").innerText())
                    .contains("Answer the request")
                    .doesNotContain("No step is open");
            operator.screenshot("case-page");
            Axe.assertNothingGrave(page, "the page of a case");
            assertThat(page.locator(".acse-step a").count())
                    .as("others answer the request")
                    .isZero();
            try (Tasklist coordinator = Tasklist.alone(chromium, "http://localhost:" + port, "coordinator")) {
                coordinator.page().navigate("http://localhost:" + port + "/camunda/app/acse/cases.html#" + reference);
                coordinator
                        .page()
                        .locator(".acse-step a", having("Choose the shelters to ask"))
                        .click();
                coordinator.page().locator(".task-details .fjs-form").first().waitFor();
            }

            // What she may start there opens with the reference filled in.
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Report a case event"))
                    .click();
            Locator field = page.locator(".modal-body input[id*='caseReference']");
            field.waitFor();
            page.waitForCondition(() -> field.inputValue().equals(reference));
            operator.screenshot("event-from-case");
            page.locator(".modal-footer").getByText("Close").click();

            // She corrects the name that was written wrongly, from the page of the case; the history says that she did.
            page.navigate("http://localhost:" + port + "/camunda/app/acse/cases.html#" + reference);
            page.getByText("Correct what was written wrongly").click();
            Locator corrected = page.locator(".modal-body input[id*='caseReference']");
            corrected.waitFor();
            page.waitForCondition(() -> corrected.inputValue().equals(reference));
            operator.fill(
                    "correct-case",
                    Map.of("caseReference", reference, "correctionReason", "mistyped", "sealed_lastName", "Ionescu"));
            operator.screenshot("correction");
            page.locator(".modal-footer .btn-primary").last().click();
            page.locator(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.navigate("http://localhost:" + port + "/camunda/app/acse/cases.html#" + reference);
            page.getByText("Correct a case: Mistyped").waitFor();
            page.getByLabel("Show: Last name").click();
            page.getByText("Ionescu").waitFor();
            page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");

            // One box above the list finds a case by part of its reference.
            Locator box = page.locator(".acse-case-search");
            box.fill(assessed.substring(5, 9).toLowerCase());
            page.waitForCondition(() -> page.locator("ol.tasks-list li.task").count() == 1
                    && page.locator("ol.tasks-list").innerText().contains(assessed));
            box.fill("");
            page.waitForCondition(() -> page.locator("ol.tasks-list li.task").count() > 1);

            // She gives a task back, and a colleague takes it.
            operator.open("Assess the situation", assessed);
            operator.screenshot("task-with-heading");
            Axe.assertNothingGrave(page, "a task");
            page.locator("[data-way=BACK]").click();
            page.getByText("Nobody has this task in hand.").waitFor();
            manager.open("Assess the situation", assessed);
            manager.page().getByText("You have this task in hand.").waitFor();

            // She takes it over again, with a reason, because her manager was called away.
            page.reload();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take over"))
                    .first()
                    .click();
            page.getByLabel("Why?").selectOption("absent");
            page.locator(".acse-cover-form .btn-primary").click();
            page.getByText("You have this task in hand.").waitFor();
            operator.screenshot("taken-over");
        }
    }

    @Test
    void whatTheServerSaidBeforeSheTookATaskDoesNotComeBack() {
        String reference = network.openReferral();
        try (Tasklist operator = tasklist("operator")) {
            Page page = operator.page();
            page.evaluate("""
                    () => {
                        const ask = fetch;
                        window.fetch = async (...question) => {
                            const answer = await ask(...question);
                            if (question[0].endsWith('/cover') && !window.arrive) {
                                await new Promise(later => window.arrive = later);
                                const text = answer.text.bind(answer);
                                answer.text = async () => {
                                    const words = await text();
                                    window.arrived = true;
                                    return words;
                                };
                            }
                            return answer;
                        };
                    }""");
            operator.look("Assess the situation", reference);
            Tasklist.until(page, "'arrive' in window");
            page.locator(".acse-claim-first .btn").click();
            Locator mine = page.getByText("You have this task in hand.");
            mine.waitFor();

            page.evaluate("arrive()");
            Tasklist.until(page, "window.arrived");
            Tasklist.drawn(page);
            assertThat(mine.isVisible()).isTrue();
        }
    }

    @Test
    void aFormSaysWhatIsMissingTakesOnlyDaysThatExistAndIsFilledInWithoutAMouse() {
        String reference = network.openReferral();
        try (Tasklist operator = Tasklist.alone(chromium, "http://localhost:" + port, "operator")) {
            Page page = operator.page();
            operator.open("Assess the situation", reference);
            Locator complete = page.locator(".form-actions .btn-primary");
            Locator missing = page.locator(".acse-missing");
            page.waitForCondition(() -> complete.isEnabled() || missing.isVisible());
            if (missing.isVisible()) {
                // The cursor, which stood in the first question, was elsewhere for a moment.
                page.locator("input[type=radio][id*='ageAssessment']").first().check();
                missing.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            }
            complete.click();
            missing.waitFor();
            assertThat(missing.innerText()).matches("\\d+ answers are missing or wrong.*");
            Tasklist.until(page, "document.activeElement.closest('.fjs-form-field') !== null");
            operator.screenshot("missing-answers");

            // One tab stop for the question; arrows choose.
            page.locator("input[type=radio][id*='ageAssessment']").first().focus();
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("input[type=radio][id*='ageAssessment']:checked")
                            .count())
                    .isEqualTo(1);

            page.getByText("Start process").first().click();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Referral").setExact(true))
                    .click();
            Locator birth =
                    page.locator(".modal-body .fjs-form-field-datetime input").first();
            birth.waitFor();
            assertThat(birth.getAttribute("placeholder")).isEqualTo("dd/mm/yyyy");
            operator.fill("open-referral", Map.of());
            birth.fill("31/02/1999");
            birth.press("Tab");
            page.getByText("31/02/1999: there is no such day.").waitFor();
            assertThat(birth.inputValue()).isEmpty();
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> sent.add(request.method() + " " + request.url()));
            page.locator(".modal-footer .btn-primary").last().click();
            page.clock().runFor(1_000);
            assertThat(page.locator(".modal-body .acse-no-day").isVisible()).isTrue();

            birth.fill("28/02/1999");
            birth.press("Enter");
            page.locator(".modal-body .acse-no-day")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.locator(".modal-footer .btn-primary").last().click();
            page.locator(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(sent.stream().filter(each -> each.endsWith("/submit-form")))
                    .as("nothing was sent without the day")
                    .hasSize(1);
        }
    }

    @Test
    void aNumberThatIsTypedAgainIsTheOneThatStandsThere() {
        String reference = network.openReferral();
        try (Tasklist operator = Tasklist.alone(chromium, "http://localhost:" + port, "operator")) {
            Page page = operator.page();
            operator.open("Assess the situation", reference);
            Locator children = page.locator("[id*='childrenCount']").first();
            Locator refused = page.locator(".acse-not-taken");
            type(children, "12");
            assertThat(children.inputValue()).isEqualTo("12");

            children.press("ArrowDown");
            page.clock().runFor(500);
            children.press("Tab");
            page.clock().runFor(1_000);
            assertThat(children.inputValue()).as("an arrow is no typing").isEqualTo("11");

            // The form used to take over late what she had typed before.
            type(children, "12");
            type(children, "12");
            assertThat(children.inputValue()).isEqualTo("12");

            type(children, "1e");
            refused.waitFor();
            assertThat(refused.innerText()).startsWith("e was not taken.");
            operator.screenshot("number-not-taken");
            type(children, "1e3");
            assertThat(refused.innerText())
                    .as("13 stands there, which she did not mean")
                    .startsWith("e was not taken.");
            type(children, "1,5");
            // 15 stands there, which she did not mean.
            page.waitForCondition(
                    () -> refused.innerText().startsWith("Only a whole number is taken here: \",\" was left out."));
            type(children, "2");
            refused.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    /** As a person does: what is there is marked, and the keys come one after the other. */
    private static void type(Locator number, String text) {
        number.click();
        number.press("ControlOrMeta+a");
        for (String sign : text.split("")) {
            number.press(sign);
            number.page().clock().runFor(125);
        }
        number.page().clock().runFor(1_000);
    }

    @Test
    void whatEndsACaseIsAskedOnceMoreAndThenSaysWhatToDoNow() {
        String reference = network.openReferral();
        try (Tasklist operator = tasklist("operator")) {
            Page page = operator.page();
            operator.open("Assess the situation", reference);
            operator.fill("assess-situation", Map.of("ageAssessment", "minor"));
            Locator complete = page.locator(".form-actions .btn-primary");
            complete.click();
            page.getByText("She is under 18, or may be. She is handed over to child protection")
                    .waitFor();
            operator.screenshot("asked-once-more");
            Axe.assertNothingGrave(page, "the question before the end");
            page.getByText("No, back to the form").click();
            assertThat(network.openTasks(reference)).contains("task_assessSituation");

            complete.click();
            page.getByText("Yes, that is so").click();
            page.getByText("Call 119 now").waitFor();
            operator.screenshot("what-to-do-now");
            page.getByText("I have read it").click();
            page.waitForCondition(() -> network.openTasks(reference).contains("task_handOverToProtection"));
        }
    }

    @Test
    void aNightOfTheCoordination() {
        String travelling = network.agreed(ALONE);
        network.plan(travelling);
        network.complete(travelling, "task_confirmDeparture", "operator");
        String asked = network.requested(ALONE);
        network.ask(asked, "s05", "s06");
        try (Tasklist coordinator = Tasklist.alone(chromium, "http://localhost:" + port, "coordinator")) {
            Page page = coordinator.page();
            network.complete(travelling, "task_confirmArrival", "operator", "escortReport", "danger");

            // The alarm comes by itself, on the title and in the bar.
            page.waitForCondition(() -> {
                page.clock().runFor(15_000);
                return page.title().matches("\\(\\d+\\) .*");
            });
            page.locator(".acse-bell-button").click();
            page.locator(".acse-alarm-list li", having(travelling)).waitFor();
            coordinator.screenshot("alarm-in-the-bar");
            page.locator(".acse-alarm-list li", having(travelling))
                    .getByText("Open the task")
                    .click();
            page.locator(".acse-reported").waitFor();
            assertThat(page.locator(".acse-reported").innerText()).contains("Danger on the way", "by the operator");
            coordinator.screenshot("alarm-in-the-task");
            Tasklist.makeHers(page);
            page.getByText("You have this task in hand.").waitFor();

            // A shelter without logins says yes by telephone.
            page.navigate("http://localhost:" + port + "/camunda/app/acse/cases.html#" + asked);
            Locator shelter = page.locator("tr", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*s05")));
            shelter.waitFor();
            assertThat(shelter.innerText()).contains("only by telephone");
            shelter.getByText("Show").click();
            page.locator("tr", having("+33")).locator("a[href^='tel:+33']").waitFor();
            coordinator.screenshot("whom-to-telephone");
            shelter.getByText("Record the answer").click();
            Locator code = page.locator(".modal-body input[id*='shelterCode']");
            code.waitFor();
            page.waitForCondition(() -> code.inputValue().equals("s05"));
            coordinator.fill(
                    "record-telephone-answer",
                    Map.of("caseReference", asked, "shelterCode", "s05", "offerAnswer", "accepted"));
            Locator time =
                    page.locator(".modal-body .fjs-form-field-datetime input").last();
            time.fill(DateTimeFormatter.ofPattern("HH:mm").format(LocalTime.now(ZoneId.of("Europe/Paris"))));
            time.press("Enter");
            coordinator.screenshot("telephone-answer");
            page.locator(".modal-footer .btn-primary").last().click();
            page.locator(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.navigate("http://localhost:" + port + "/camunda/app/acse/cases.html#" + asked);
            page.getByText("A place is held").waitFor();
            coordinator.screenshot("held-by-telephone");
        }
    }

    @Test
    void aSupervisorFromALateClockToItsCase() {
        ClockUtil.setCurrentTime(Date.from(Instant.now().minus(Duration.ofHours(50))));
        String late = network.requested(ALONE);
        ClockUtil.reset();
        try (Page page = new Cockpit(chromium, port).open("supervisor")) {
            page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/#/deadlines");
            Locator link = page.locator(".acse-table a", having(late));
            link.first().waitFor();
            Locator title = page.getByText("Case " + late);
            // The list is drawn anew each few seconds, and may lose a click.
            page.waitForCondition(() -> {
                if (link.first().isVisible()) {
                    link.first().click();
                    Tasklist.drawn(page);
                }
                return title.isVisible();
            });
            // The timer fires by itself, when the engine next looks.
            page.waitForCondition(
                    () -> {
                        page.reload();
                        page.getByText("Where it stands").waitFor();
                        return page.locator("body").innerText().contains("Take over the late request");
                    },
                    new Page.WaitForConditionOptions().setTimeout(90_000));
            assertThat(page.locator("body").innerText()).contains("late");
            assertThat(page.locator(".acse-starts button").count()).isZero();
            page.getByText("Human Tasks")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            Cockpit.screenshot(page, "case-in-cockpit");
            Axe.assertNothingGrave(page, "a case in Cockpit");
        }
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private Tasklist tasklist(String person) {
        return new Tasklist(chromium, "http://localhost:" + port, person);
    }
}
