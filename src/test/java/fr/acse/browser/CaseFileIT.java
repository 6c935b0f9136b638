package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.acse.Network;
import fr.acse.casefile.RevealLog;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The case file beside the form, and what becomes of a half-filled form, as people see it. */
@RunningApplication
class CaseFileIT {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Network network;

    @Autowired
    RevealLog reveals;

    @LocalServerPort
    int port;

    @Test
    void theOperatorSeesHerCaseAndASealedValueAfterAClickThatIsRecorded() {
        String reference = network.openReferral("sealed_firstName", "Marguerite");
        try (Tasklist operator = tasklist("operator")) {
            operator.open("Assess the situation", reference);
            caseFile(operator);
            assertThat(text(operator)).contains(reference, "Where it stands", "First name");
            assertThat(text(operator)).doesNotContain("Marguerite", "The household");
            assertThat(reveals.of(reference)).noneMatch(line -> line.fields().equals("sealed_firstName"));

            // By keyboard, as somebody does who uses no mouse.
            operator.page().getByLabel("Show: First name").focus();
            operator.page().keyboard().press("Enter");
            operator.page().getByText("Marguerite").waitFor();
            operator.screenshot("case-file-operator");
        }
        assertThat(reveals.of(reference))
                .anyMatch(line -> line.person().value().equals("operator")
                        && line.fields().equals("sealed_firstName"));
    }

    @Test
    void aWeekInADatePickerBeginsOnMonday() {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");
        try (Tasklist operator = tasklist("operator")) {
            operator.open("Agree the arrival", reference);
            operator.page()
                    .locator(".flatpickr-weekday")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            operator.page().locator(".flatpickr-input").first().click();
            operator.screenshot("date-picker");
            assertThat(operator.page().locator(".flatpickr-weekday").first().textContent())
                    .isEqualToIgnoringWhitespace("Mon");
        }
    }

    @Test
    void anAskedShelterSeesTheNeedsAndNothingThatSaysWhoSheIs() {
        String reference = network.requested();
        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "firstThree");
        try (Tasklist shelter = tasklist("shelter")) {
            shelter.open("Answer the offer", reference);
            caseFile(shelter);
            assertThat(text(shelter))
                    .contains("The household", "Children who come with her", "What you must be able to do")
                    .doesNotContain("First name", "Birth date", "Deadlines", "What was done", "Where it stands");
            shelter.screenshot("case-file-asked-shelter");
        }
    }

    @Test
    void theSupervisorSeesDeadlinesAndStepsWithoutValues() {
        String reference = network.requested();
        Task task = network.task(reference, "task_chooseShelters");
        try (Tasklist supervisor = tasklist("supervisor")) {
            supervisor
                    .page()
                    .navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + task.getId()
                            + "&detailsTab=acse-case-file");
            supervisor.page().locator(".acse-case table").first().waitFor();
            assertThat(text(supervisor))
                    .contains("Deadlines", "What was done", "Assess the situation", "Operator")
                    .doesNotContain("Sealed", "The household", "First name");
            supervisor.screenshot("case-file-supervisor");
        }
    }

    @Test
    void aLoginThatIsLostInTheMiddleOfAFormLosesNoTextAndLeavesNothingInTheBrowser() {
        String reference = network.openReferral();
        try (Tasklist operator = Tasklist.alone(chromium, address(), "operator")) {
            operator.open("Assess the situation", reference);
            Page page = operator.page();
            type(page, "She came by train");
            page.getByText("Your draft is kept, sealed.").waitFor();

            page.context().clearCookies();
            type(page, "She came by train, alone, at night");
            Locator login = page.getByPlaceholder("Username");
            page.getByText("Not kept yet: Please log in.").or(login).first().waitFor();
            operator.screenshot("login-lost");
            // Tasklist may have led her there already, when it looked for new tasks.
            if (!login.isVisible()) {
                page.locator(".task-filters .task-filter")
                        .last()
                        .locator("a")
                        .first()
                        .click();
            }
            LoginPage.logIn(page, "operator");
            operator.open("Assess the situation", reference);
            // An answer to what Tasklist asked before the login ended draws the form anew.
            operator.allAnswered();
            page.waitForCondition(() -> situation(page).inputValue().equals("She came by train, alone, at night"));
            assertThat(browserStorage(page)).doesNotContain("She came by train");

            page.context().setOffline(true);
            type(page, "She came by train, alone, at noon");
            page.getByText("Not kept yet: The server gave no valid answer.").waitFor();
            page.context().setOffline(false);
            page.getByText("Your draft is kept, sealed.").waitFor();
        }
        try (Tasklist another = tasklist("operator")) {
            another.open("Assess the situation", reference);
            assertThat(situation(another.page()).inputValue()).isEqualTo("She came by train, alone, at noon");
            another.screenshot("draft-is-back");
        }
    }

    @Test
    void whatIsTypedShortlyBeforeAnotherTaskIsOpenedStaysWithItsOwn() {
        String first = network.openReferral();
        String second = network.openReferral();
        try (Tasklist operator = Tasklist.alone(chromium, address(), "operator")) {
            operator.open("Assess the situation", first);
            Page page = operator.page();
            page.context().setOffline(true);
            type(page, "She was locked in");
            page.getByText("Not kept yet").waitFor();
            AtomicBoolean kept = new AtomicBoolean();
            page.onResponse(answer -> kept.compareAndSet(
                    false,
                    answer.ok()
                            && answer.request().method().equals("PUT")
                            && answer.url().endsWith(taskOf(first))));
            page.context().setOffline(false);
            operator.open("Assess the situation", second);
            type(page, "She was sold");
            operator.open("Assess the situation", first);
            // What could not be kept is tried again after some seconds.
            page.waitForCondition(() -> {
                page.clock().runFor(1_000);
                Tasklist.drawn(page);
                return kept.get();
            });

            operator.open("Assess the situation", second);
            assertThat(situation(page).inputValue()).doesNotContain("locked in");
        }
        try (Tasklist another = tasklist("operator")) {
            another.open("Assess the situation", first);
            assertThat(situation(another.page()).inputValue()).isEqualTo("She was locked in");
        }
    }

    @Test
    void whatTheServerRefusesIsNotOffered() {
        String reference = network.openReferral();
        try (Tasklist operator = tasklist("operator")) {
            operator.open("Assess the situation", reference);
            for (String words : new String[] {"Create task", "Add Comment", "migration guide", "Add a variable"}) {
                Locator offered = operator.page().getByText(words);
                for (int i = 0; i < offered.count(); i++) {
                    assertThat(offered.nth(i).isVisible()).as(words).isFalse();
                }
            }
        }
    }

    private String taskOf(String reference) {
        return network.task(reference, "task_assessSituation").getId();
    }

    private Tasklist tasklist(String person) {
        return new Tasklist(chromium, address(), person);
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static void caseFile(Tasklist tasklist) {
        tasklist.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Case file"))
                .click();
        tasklist.page().locator(".acse-case h3").nth(1).waitFor();
    }

    private static String text(Tasklist tasklist) {
        return tasklist.page().locator(".acse-case").innerText();
    }

    private static Locator situation(Page page) {
        return page.locator(".task-details .fjs-form textarea").last();
    }

    private static void type(Page page, String text) {
        situation(page).fill(text);
    }

    private static String browserStorage(Page page) {
        return (String) page.evaluate("JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})");
    }
}
