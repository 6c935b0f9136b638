package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.acse.platform.form.Shown;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The path from the referral to the agreed journey, without a mouse: only keys are pressed. */
@RunningApplication
class KeyboardIT {

    private static final int MOST_TABS = 120;
    private static final double TO_FIND_A_TASK = 120_000;
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final String IN_THE_FORM =
            "document.activeElement.closest('.task-details .fjs-form-field') !== null";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Test
    void fromTheReferralToTheJourneyNobodyNeedsAMouse() {
        try (Person operator = new Person("operator");
                Person coordinator = new Person("coordinator");
                Person shelter = new Person("shelter")) {
            operator.starts("Referral", "open-referral");
            String reference =
                    jdbc.queryForObject("select reference from referral order by opened_at desc limit 1", String.class);
            operator.completes("Assess the situation", "assess-situation", reference);
            operator.completes("Record the commitment", "record-commitment", reference);
            operator.completes("Submit the orientation request", "submit-request", reference);
            coordinator.completes("Choose the shelters to ask", "choose-shelters", reference);
            shelter.completes("Answer the offer", "answer-offer", reference);
            coordinator.completes("Answer the orientation request", "answer-request", reference);
            operator.completes("Read the answer", "read-answer", reference);
            operator.completes("Agree the arrival", "agree-arrival", reference);
            shelter.completes("Confirm the agreed arrival", "confirm-agreement", reference);
            shelter.completes("Hold the pre-admission interview", "hold-interview", reference);
            operator.completes("Plan the journey", "plan-journey", reference);

            assertThat(jdbc.queryForObject(
                            "select count(*) from journey where reference = ?", Integer.class, reference))
                    .isEqualTo(1);
        }
    }

    /** Somebody at her keyboard. */
    private final class Person implements AutoCloseable {

        private final Page page;
        private final AskedLists lists = new AskedLists();

        Person(String name) {
            page = chromium.browser()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(1280, 800)
                            .setLocale("en-GB")
                            .setTimezoneId("Europe/Paris"))
                    .newPage();
            page.onRequestFinished(lists);
            page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/");
            page.locator("input[placeholder=Username]:focus").waitFor();
            // The page puts the cursor into its first field some time after it is shown, also while she types.
            page.waitForCondition(() -> {
                tabTo("e => e.placeholder === 'Username'");
                write(name);
                press("Tab");
                write(name);
                return LoginPage.holds(page, name, name);
            });
            press("Enter");
            page.locator(".task-filters .task-filter").first().waitFor();
        }

        void starts(String process, String form) {
            press("Control+Alt+p");
            page.locator(".modal-body a").first().waitFor();
            tabTo("e => e.textContent.trim() === '" + process + "'");
            press("Enter");
            page.locator(".modal-body .fjs-form").waitFor();
            answer(form, question -> true);
            tabTo("e => e.matches('.modal-footer .btn-primary') && e.textContent.trim() === 'Start'");
            press("Enter");
            gone(".modal-body");
        }

        void completes(String task, String form, String reference) {
            String card = "e => e.closest('li.task')?.textContent.includes('" + reference
                    + "') && e.textContent.includes('" + task + "')";
            Locator found = page.locator("li.task")
                    .filter(new Locator.FilterOptions().setHasText(reference))
                    .filter(new Locator.FilterOptions().setHasText(task));
            // A job may still have to make it.
            page.waitForCondition(
                    () -> {
                        page.reload();
                        page.locator(".task-filters .task-filter").first().waitFor();
                        tabTo("e => e.matches('.acse-case-search')");
                        lists.awaitOf(
                                reference, page, found, () -> page.keyboard().type(reference));
                        return found.count() > 0;
                    },
                    new Page.WaitForConditionOptions().setTimeout(TO_FIND_A_TASK));
            Tasklist.openCard(page, found.first(), task, () -> {
                press("Control+Alt+l");
                tabTo(card);
                press("Enter");
            });
            if (Tasklist.isToBeTaken(page)) {
                press("Control+Alt+c");
                gone(".acse-claim-first .btn");
            }
            // Once the task is hers, she begins at its first question.
            Tasklist.until(page, IN_THE_FORM);
            // On a busy machine, Tasklist puts the cursor elsewhere only now.
            page.evaluate("() => document.querySelector('[cam-widget-inline-field][value=\"assignee.id\"]').focus()");
            assertThat(page.evaluate("() => " + IN_THE_FORM)).isEqualTo(true);
            // Until she answers it, a question that depends on it is shown and required.
            answer(form, question -> !question.path("key").asText().equals("guardian"));
            Locator shown = page.locator(".task-details .fjs-form");
            Locator missing = page.locator(".acse-missing");
            // A form that still draws an earlier answer may take one away: then the page says so.
            page.waitForCondition(() -> {
                tabTo("e => e.matches('.form-actions .btn-primary')");
                press("Enter");
                page.waitForCondition(() -> missing.isVisible() || shown.count() == 0);
                if (missing.isVisible()) {
                    answer(form, this::isMissing);
                    missing.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
                }
                return shown.count() == 0;
            });
            gone(".task-details .fjs-form");
        }

        /**
         * Goes to each required question in turn, and answers it with its first option, a number, words or a day.
         *
         * @param which is asked of a question when the cursor is there
         */
        private void answer(String form, Predicate<JsonNode> which) {
            Map<String, Object> answers = new HashMap<>();
            for (JsonNode field : FormOnPage.components(form)) {
                boolean asked = field.path("validate").path("required").asBoolean()
                        && !field.path("readonly").asBoolean()
                        && Shown.is(field, answers::get);
                if (asked) {
                    tabTo("e => /" + field.path("id").asText() + "(-0|-date)?$/.test(e.id)");
                    if (which.test(field)) {
                        answer(field);
                    }
                    answers.put(
                            field.path("key").asText(),
                            field.path("values").path(0).path("value").asText());
                }
            }
        }

        private boolean isMissing(JsonNode field) {
            return field.path("type").asText().equals("select") ? nothingChosen() : (Boolean) page.evaluate("""
                            () => [...document.activeElement.closest('.fjs-form-field').querySelectorAll('input, textarea')]
                              .every(each => each.type === 'radio' ? !each.checked : each.value === '')""");
        }

        private void answer(JsonNode field) {
            switch (field.path("type").asText()) {
                case "radio" -> until("document.activeElement.checked", () -> press("Space"));
                case "select" ->
                    page.waitForCondition(() -> {
                        reopenIfClosed();
                        press("ArrowDown");
                        Tasklist.drawn(page);
                        press("Enter");
                        Tasklist.drawn(page);
                        return !nothingChosen();
                    });
                case "number" -> until("document.activeElement.value === '1'", () -> write("1"));
                case "datetime" -> {
                    // Before its picker is there, the field forgets what is typed.
                    Tasklist.until(page, "document.activeElement.matches('.flatpickr-input')");
                    page.waitForCondition(() -> {
                        page.keyboard()
                                .type(LocalDate.now(ZoneId.of("Europe/Paris")).format(AS_TYPED));
                        press("Enter");
                        Tasklist.drawn(page);
                        return !isEmpty();
                    });
                    if (field.has("timeLabel")) {
                        press("Tab");
                        page.keyboard().type("23:45");
                        press("Enter");
                    }
                }
                default -> until("document.activeElement.value !== ''", () -> write(FormOnPage.words(field)));
            }
        }

        /** A form that still draws an earlier answer may take this one away: she sees it, and gives it again. */
        private void until(String given, Runnable keys) {
            Tasklist.again(given, () -> {
                keys.run();
                Tasklist.drawn(page);
                return (Boolean) page.evaluate("() => " + given);
            });
        }

        private void write(String text) {
            press("ControlOrMeta+a");
            page.keyboard().type(text);
        }

        /** A form that is drawn anew closes the list. It opens only when the cursor comes to it. */
        private void reopenIfClosed() {
            Locator options = page.locator(".fjs-dropdownlist");
            if (!options.isVisible()) {
                press("Shift+Tab");
                press("Tab");
                Tasklist.drawn(page);
            }
        }

        private boolean nothingChosen() {
            return (Boolean) page.evaluate("""
                    () => {
                      const field = document.activeElement.closest('.fjs-form-field');
                      const input = field?.querySelector('input');
                      return Boolean(field?.querySelector('.fjs-select-placeholder')) || input?.value === '';
                    }""");
        }

        private boolean isEmpty() {
            return (Boolean) page.evaluate("() => document.activeElement.value === ''");
        }

        private void tabTo(String isIt) {
            for (int tabs = 0; tabs < MOST_TABS; tabs++) {
                if ((Boolean) page.evaluate("() => !!(" + isIt + ")(document.activeElement)")) {
                    return;
                }
                press("Tab");
            }
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "keyboard-lost.png")));
            throw new AssertionError("No key leads to " + isIt);
        }

        private void press(String key) {
            page.keyboard().press(key);
        }

        private void gone(String what) {
            page.locator(what).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }

        @Override
        public void close() {
            Chromium.remember(page);
            page.context().close();
        }
    }
}
