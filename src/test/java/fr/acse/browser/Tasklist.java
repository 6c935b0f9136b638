package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.task.Task;

/** Tasklist as one person sees it in her own browser window: she clicks and types. */
final class Tasklist implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final AtomicInteger STEP = new AtomicInteger();

    /** In milliseconds. */
    private static final long ASKS_AGAIN_WITHIN = 20_000;

    private static final double CLICKED_WITHIN = 2_000;

    private static final double TO_FIND_A_TASK = 120_000;
    private static final int MOST_ATTEMPTS = 3;
    private static final String LOADED_ANEW = "Execution context was destroyed";

    private static final int DESK = 1440;
    private static final int TELEPHONE = 390;

    private final Page page;
    private final String address;
    private final String person;
    private final Runnable close;
    private final AskedLists lists = new AskedLists();
    private final Set<Request> unanswered = new HashSet<>();

    Tasklist(Chromium chromium, String address, String person) {
        this(chromium.windowOf(person, DESK, 1000), address, person, false);
        page.locator(".task-filters .task-filter").first().waitFor();
    }

    /** On a telephone, where the list of filters is folded away. */
    static Tasklist onTelephone(Chromium chromium, String address, String person) {
        return new Tasklist(chromium.windowOf(person + " on the telephone", TELEPHONE, 844), address, person, false);
    }

    /** In a browser of her own, whose clock the test moves. */
    static Tasklist alone(Chromium chromium, String address, String person) {
        return new Tasklist(chromium.newWindow(DESK, 1000), address, person, true);
    }

    /** On a telephone of her own, whose clock the test moves. */
    static Tasklist aloneOnTelephone(Chromium chromium, String address, String person) {
        return new Tasklist(chromium.newWindow(TELEPHONE, 844), address, person, true);
    }

    private Tasklist(BrowserContext window, String address, String person, boolean alone) {
        if (alone) {
            window.clock().install();
        }
        page = window.newPage();
        this.address = address;
        this.person = person;
        close = alone ? window::close : page::close;
        page.onRequestFinished(lists);
        page.onRequest(unanswered::add);
        page.onRequestFinished(unanswered::remove);
        page.onRequestFailed(unanswered::remove);
        page.navigate(address + "/camunda/app/tasklist/default/");
        LoginPage.logInUnlessIn(page, person, page.locator(".acse-bell-button"));
    }

    Page page() {
        return page;
    }

    /** Until the page has drawn the answers to all that it asked. */
    void allAnswered() {
        page.waitForCondition(unanswered::isEmpty);
        drawn(page);
    }

    /** Starts a process from its dialog, filling in what is required. */
    void start(String process, String form, Map<String, String> values) {
        page.getByText("Start process").first().click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(process).setExact(true))
                .click();
        page.locator(".modal-body .fjs-form").waitFor();
        fill(form, values);
        screenshot("start-" + form);
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Start"))
                .last()
                .click();
        confirmIfAsked();
        page.locator(".modal-body").waitFor(hidden());
        closeWhatToDoNow();
    }

    /** Opens a task of a case from the list, of her organisation or of herself, and makes it hers. */
    void open(String task, String reference) {
        look(task, reference);
        makeHers(page);
    }

    /** Opens a task of a case from the list, and leaves it to whoever has it. */
    void look(String task, String reference) {
        Locator name = page.locator("h4.task", new Page.LocatorOptions().setHasText(task));
        Locator card = page.locator("ol.tasks-list li.task", new Page.LocatorOptions().setHas(name))
                .filter(new Locator.FilterOptions().setHasText(reference))
                .first();
        Locator search = page.locator(".acse-case-search");
        // On a telephone, an open task hides the list.
        Locator back = page.locator(".acse-back");
        if (back.isVisible()) {
            back.click();
        }
        if (!search.inputValue().equals(reference)) {
            lists.awaitOf(reference, page, card, () -> search.fill(reference));
        }
        // It may be in her own list or in that of her organisation, and a job may still have to make it.
        Runnable find = () -> page.waitForCondition(
                () -> {
                    if (!card.isVisible()) {
                        lists.awaitOf(reference, page, card, () -> {
                            otherList().click();
                            search.fill("");
                            search.fill(reference);
                        });
                    }
                    return card.isVisible();
                },
                new Page.WaitForConditionOptions().setTimeout(TO_FIND_A_TASK));
        find.run();
        Locator heading = page.locator(".task-details h2", new Page.LocatorOptions().setHasText(task));
        openCard(page, card, task, () -> {
            // The answer to an earlier question may draw the other list again.
            if (!heading.first().isVisible()) {
                find.run();
            }
            clickIfThere(card);
        });
    }

    /** A list that is drawn anew may lose a click or a key, or give it to another row. She tries until her row is open, or open and in no list. */
    static void openCard(Page page, Locator card, String task, Runnable opens) {
        Locator open = card.and(page.locator(".active"));
        Locator heading = page.locator(".task-details h2", new Page.LocatorOptions().setHasText(task));
        page.waitForCondition(() -> {
            if (!open.isVisible()) {
                opens.run();
                drawn(page);
            }
            return heading.first().isVisible() && (open.isVisible() || !card.isVisible());
        });
        page.locator(".task-details .fjs-form").first().waitFor();
    }

    private static void clickIfThere(Locator card) {
        try {
            if (card.isVisible()) {
                card.click(new Locator.ClickOptions().setTimeout(CLICKED_WITHIN));
            }
        } catch (TimeoutError gone) {
            return; // Another list is drawn.
        }
    }

    /** Of her own list and that of her organisation, the one that is not open. */
    private Locator otherList() {
        Locator lists = page.locator(".task-filters .task-filter");
        boolean firstIsOpen = lists.first().getAttribute("class").contains("active");
        return lists.nth(firstIsOpen ? 1 : 0).locator("a").first();
    }

    /** The line about the holder moves the button when it is drawn, and a button that moves loses the click. */
    static void makeHers(Page page) {
        if (isToBeTaken(page)) {
            page.locator(".acse-heading .acse-cover").first().waitFor();
            Locator claim = page.locator(".acse-claim-first .btn");
            claim.click();
            claim.waitFor(hidden());
            isToBeTaken(page);
        }
    }

    /**
     * Whether the task that is open is still to be taken; if not, its form can be filled in. For a moment, Tasklist draws the form of one task
     * beside who has the one before.
     */
    static boolean isToBeTaken(Page page) {
        Locator claim = page.locator(".acse-claim-first .btn");
        Locator holder = page.locator(
                ".acse-cover [data-way=BACK], .task-details .unclaim, .task-details .assignee .remove, .task-details .assignee [ng-click*='reset']");
        Locator form = page.locator(".task-details .fjs-form").first();
        Locator notHers = page.locator(".task-details .disabled-form");
        // What was seen counts: the next look may fall into the moment in which the task is drawn anew.
        AtomicBoolean toBeTaken = new AtomicBoolean();
        page.waitForCondition(() -> {
            drawn(page);
            toBeTaken.set(claim.isVisible());
            return toBeTaken.get()
                    || form.isVisible()
                            && !notHers.isVisible()
                            && holder.all().stream().anyMatch(Locator::isVisible);
        });
        return toBeTaken.get();
    }

    /** Until something stands there that the page finds out by asking again after a while: that while passes at once. */
    void later(Locator what) {
        page.waitForCondition(() -> {
            page.clock().runFor(ASKS_AGAIN_WITHIN);
            drawn(page);
            return what.isVisible();
        });
    }

    /** Whoever sees that an answer was not taken gives it once or twice more. */
    static void again(String otherwise, BooleanSupplier answers) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            if (answers.getAsBoolean()) {
                return;
            }
        }
        throw new AssertionError(otherwise);
    }

    /**
     * Until something is true in the page. {@code waitForFunction} asks again from inside the page, where its policy forbids {@code eval}: it
     * fails unless the first answer is yes.
     */
    static void until(Page page, String isTrue) {
        page.waitForCondition(() -> {
            try {
                return (Boolean) page.evaluate("() => Boolean(" + isTrue + ")");
            } catch (PlaywrightException failed) {
                if (failed.getMessage().contains(LOADED_ANEW)) {
                    return false;
                }
                throw failed;
            }
        });
    }

    /** Until the page has drawn what the last click or answer changed, also if it is loaded anew meanwhile. */
    static void drawn(Page page) {
        page.waitForFunction(
                "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))");
    }

    /** Opens a task by its link, as a mail has it, fills in its form and completes it. */
    void follow(Task task, String form, Map<String, String> values) {
        take(task);
        fill(form, values);
        screenshot(form + "-390");
        page.locator(".form-actions button", new Page.LocatorOptions().setHasText("Complete"))
                .last()
                .click();
        confirmIfAsked();
        page.locator(".task-details h2", new Page.LocatorOptions().setHasText(task.getName()))
                .first()
                .waitFor(hidden());
        closeWhatToDoNow();
    }

    /** Opens a task and takes it. */
    void take(Task task) {
        goTo("/camunda/app/tasklist/default/#/?task=" + task.getId(), page.locator(".task-details .fjs-form"));
        makeHers(page);
    }

    /** Opens a page as in a window of its own, and logs in again if her login has ended meanwhile. */
    private void goTo(String path, Locator inside) {
        // A Tasklist that is busy with its list takes the task out of the address again.
        page.navigate("about:blank");
        page.navigate(address + path);
        Locator login = page.getByPlaceholder("Password");
        inside.or(login).first().waitFor();
        if (login.isVisible()) {
            LoginPage.logIn(page, person);
            page.navigate("about:blank");
            page.navigate(address + path);
            inside.first().waitFor();
        }
    }

    /** Opens a task by its link, fills in its form wrongly first and rightly then, and completes it. */
    void tryOut(Task task, String form, Map<String, String> values) {
        take(task);
        Locator complete = page.locator(".form-actions button", new Page.LocatorOptions().setHasText("Complete"))
                .last();
        tryOut(form, values, complete);
        page.locator(".task-details h2", new Page.LocatorOptions().setHasText(task.getName()))
                .first()
                .waitFor(hidden());
        saysWhatHappened();
    }

    /** Starts a process from its dialog or, if it is about a case, from the page of the case: wrongly first, and rightly then. */
    void tryOutStart(String process, String form, String reference, Map<String, String> values) {
        if (reference == null) {
            goTo("/camunda/app/tasklist/default/", page.getByText("Start process"));
            page.getByText("Start process").first().click();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(process).setExact(true))
                    .click();
        } else {
            Locator starts = page.locator(".acse-case button:visible");
            // The page of a case asks nobody to log in: she comes from Tasklist.
            goTo("/camunda/app/tasklist/default/", page.getByText("Start process"));
            goTo("/camunda/app/acse/cases.html#" + reference, starts);
            starts.and(page.getByText(process, new Page.GetByTextOptions().setExact(true)))
                    .first()
                    .click();
        }
        page.locator(".modal-body .fjs-form").waitFor();
        if (reference != null) {
            assertThat(page.locator("[id*='field_caseReference']").first().inputValue())
                    .isEqualTo(reference);
        }
        tryOut(
                form,
                values,
                page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Start"))
                        .last());
        page.locator(".modal-body").waitFor(hidden());
        saysWhatHappened();
    }

    private void tryOut(String form, Map<String, String> values, Locator button) {
        FormOnPage shown = new FormOnPage(page);
        if (shown.answerWrongly(form, button)) {
            screenshot(form + "-wrong");
        }
        shown.fill(form, values);
        screenshot(form);
        button.click();
        confirmIfAsked();
    }

    /** A sentence about this step, and not about any step. */
    private void saysWhatHappened() {
        closeWhatToDoNow();
        Locator done = page.locator(".acse-done strong");
        done.waitFor();
        assertThat(done.innerText()).endsWith(".").doesNotStartWith("done.").doesNotContain("process");
    }

    /** Opens a task, fills in its form and completes it. */
    void complete(String task, String form, String reference, Map<String, String> values) {
        open(task, reference);
        fill(form, values);
        screenshot(form);
        page.locator(".form-actions button", new Page.LocatorOptions().setHasText("Complete"))
                .last()
                .click();
        confirmIfAsked();
        page.locator(".task-details h2", new Page.LocatorOptions().setHasText(task))
                .first()
                .waitFor(hidden());
        closeWhatToDoNow();
    }

    /** What ends something is asked once more. */
    private void confirmIfAsked() {
        Locator sure = page.getByText("Yes, that is so");
        if (sure.isVisible()) {
            screenshot("asked-once-more");
            assertFits();
            sure.click();
        }
    }

    /** What stands in a dialog is read whole, also on a telephone. */
    private void assertFits() {
        BoundingBox box = page.locator("dialog[open]").boundingBox();
        assertThat(box.x).isNotNegative();
        assertThat(box.x + box.width).isLessThanOrEqualTo(page.viewportSize().width);
    }

    private void closeWhatToDoNow() {
        Locator understood = page.locator(".acse-ending .btn-primary");
        if (understood.isVisible()) {
            screenshot("what-to-do-now");
            assertFits();
            understood.click();
        }
    }

    /** Fills in what is required, and what is named: the value of an option, a number, a text, a day, or a day and a time. */
    void fill(String form, Map<String, String> values) {
        new FormOnPage(page).fill(form, values);
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(SCREENSHOTS.resolve("%02d-%s.png".formatted(STEP.incrementAndGet(), name))));
    }

    @Override
    public void close() {
        Chromium.remember(page);
        close.run();
    }

    static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
