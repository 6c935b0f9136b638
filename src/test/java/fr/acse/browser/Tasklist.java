package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.form.Shown;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;

/** Tasklist as one person sees it in her own browser window: she clicks and types. */
final class Tasklist implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PAUSE = 350;
    private static final AtomicInteger STEP = new AtomicInteger();
    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final BrowserContext context;
    private final Page page;

    Tasklist(Browser browser, String address, String person) {
        this(browser, address, person, 1440, 1000);
        page.locator(".task-filters .task-filter").first().waitFor();
    }

    /** On a telephone, where the list of filters is folded away. */
    static Tasklist onTelephone(Browser browser, String address, String person) {
        return new Tasklist(browser, address, person, 390, 844);
    }

    private Tasklist(Browser browser, String address, String person, int width, int height) {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Paris"));
        page = context.newPage();
        page.navigate(address + "/camunda/app/tasklist/default/");
        LoginPage.logIn(page, person);
        page.locator(".acse-bell-button").first().waitFor();
    }

    Page page() {
        return page;
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
        makeHers();
    }

    /** Opens a task of a case from the list, and leaves it to whoever has it. */
    void look(String task, String reference) {
        Locator name = page.locator("h4.task", new Page.LocatorOptions().setHasText(task));
        Locator card = page.locator("ol.tasks-list li.task", new Page.LocatorOptions().setHas(name))
                .filter(new Locator.FilterOptions().setHasText(reference))
                .first();
        for (int filter = 0; filter < 10 && !isVisibleWithin(1500 + 500 * filter, card); filter++) {
            page.locator(".task-filters .task-filter")
                    .nth(filter % 2)
                    .locator("a")
                    .first()
                    .click();
            // On either list, her task may stand on a later page.
            page.locator(".acse-case-search").fill(reference);
        }
        card.waitFor();
        card.click();
        page.locator(".task-details h2", new Page.LocatorOptions().setHasText(task))
                .first()
                .waitFor();
        page.locator(".task-details .fjs-form").first().waitFor();
    }

    private void makeHers() {
        if (nobodyHasIt(page)) {
            Locator claim = page.locator(".task-details .claim");
            claim.click();
            claim.waitFor(hidden());
            page.locator(".task-details .fjs-form").first().waitFor();
        }
    }

    /** Whether the task that is open is still to be taken. Tasklist draws who has it a moment after its form. */
    static boolean nobodyHasIt(Page page) {
        Locator claim = page.locator(".task-details .claim");
        Locator holder = page.locator(
                ".task-details .unclaim, .task-details .assignee .remove, .task-details .assignee [ng-click*='reset']");
        page.waitForCondition(() -> claim.isVisible() || holder.all().stream().anyMatch(Locator::isVisible));
        return claim.isVisible();
    }

    /** Whether it comes within some milliseconds: a list takes its time to change. */
    private static boolean isVisibleWithin(double time, Locator place) {
        try {
            place.waitFor(new Locator.WaitForOptions().setTimeout(time));
            return true;
        } catch (TimeoutError notHere) {
            return false;
        }
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
        String link = page.url().replaceAll("/camunda/app/.*", "/camunda/app/tasklist/default/#/?task=" + task.getId());
        // As in a window of its own: a Tasklist that is busy with its list takes the task out of the address again.
        page.navigate("about:blank");
        page.navigate(link);
        page.locator(".task-details .fjs-form").first().waitFor();
        makeHers();
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
        page.waitForTimeout(PAUSE);
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
        page.waitForTimeout(PAUSE);
        if (understood.isVisible()) {
            screenshot("what-to-do-now");
            assertFits();
            understood.click();
        }
    }

    /** Fills in what is required, and what is named: the value of an option, a number, a text, a day, or a day and a time. */
    void fill(String form, Map<String, String> values) {
        Map<String, Object> answers = new HashMap<>();
        for (JsonNode field : components(form)) {
            if (field.path("type").asText().equals("dynamiclist")) {
                fillRows(field, values.get(field.path("path").asText()));
            }
            String key = field.path("key").asText();
            boolean asked = field.path("validate").path("required").asBoolean() && Shown.is(field, answers::get);
            if (field.has("key") && !field.path("readonly").asBoolean() && (asked || values.containsKey(key))) {
                fill(field, values.get(key));
                JsonNode first = field.path("values").path(0).path("value");
                answers.put(key, values.getOrDefault(key, first.asText()));
            }
        }
    }

    /** @param rows as JSON, of which days are today; null for the first answer of each question, in the rows that are there */
    private void fillRows(JsonNode list, String rows) {
        JsonNode given = rows == null ? MissingNode.getInstance() : json(rows);
        for (int row = 0; row < given.size() || rows == null && isThere(list, row); row++) {
            if (!isThere(list, row)) {
                page.getByText("Add new").click();
            }
            for (JsonNode field : list.path("components")) {
                JsonNode value = given.path(row).path(field.path("key").asText());
                boolean asked = field.path("validate").path("required").asBoolean() || value.isValueNode();
                if (asked && !field.path("readonly").asBoolean()) {
                    boolean isDay = field.path("type").asText().equals("datetime");
                    fill(inRow(field, row), isDay || value.isMissingNode() ? null : value.asText());
                }
            }
        }
    }

    private boolean isThere(JsonNode list, int row) {
        return page.locator("[id*='" + id(inRow(list.path("components").path(0), row)) + "']")
                        .count()
                > 0;
    }

    private static JsonNode inRow(JsonNode field, int row) {
        return ((ObjectNode) field.deepCopy()).put("id", id(field) + "_" + row);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void screenshot(String name) {
        page.waitForTimeout(150);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("%02d-%s.png".formatted(STEP.incrementAndGet(), name))));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Whatever ends lasts a year; everything else is today. */
    private static LocalDate day(JsonNode field, LocalDate today) {
        return field.path("dateLabel").asText().startsWith("Last day")
                ? today.plusYears(1).minusDays(1)
                : today;
    }

    private void fill(JsonNode field, String value) {
        // A list around its rows is a field, too: the innermost is meant.
        Locator box = page.locator(
                ".fjs-form-field:not(:has(.fjs-form-field))",
                new Page.LocatorOptions().setHas(page.locator("[id*='" + id(field) + "']")));
        switch (field.path("type").asText()) {
            case "radio" ->
                choose(page, box.getByText(label(field, value), exact()).first());
            case "select" -> {
                Locator option = page.locator(".fjs-dropdownlist-item")
                        .getByText(label(field, value), exact())
                        .first();
                // On a telephone the list closes again while the page still moves to it.
                for (int attempt = 0; attempt < 7 && !isVisibleWithin(attempt < 3 ? 1500 : 5000, option); attempt++) {
                    box.locator("input, .fjs-select-display").first().click();
                }
                option.click();
            }
            case "number" -> type(box.locator("input"), value == null ? "1" : value);
            case "datetime" -> {
                String[] moment = (value == null
                                ? day(field, LocalDate.now(ZoneId.of("Europe/Paris")))
                                        .format(AS_TYPED)
                                : value)
                        .split(" ");
                String day = moment[0];
                Locator date = box.locator("input").first();
                // A date picker that has just been drawn forgets what comes before it is ready.
                for (int attempt = 0;
                        attempt < 5 && (attempt == 0 || date.inputValue().isEmpty());
                        attempt++) {
                    page.waitForTimeout(PAUSE);
                    date.fill(day);
                    date.press("Enter");
                    page.waitForTimeout(PAUSE);
                }
                if (field.has("timeLabel")) {
                    Locator time = box.locator("input").last();
                    time.fill(moment.length > 1 ? moment[1] : "23:45");
                    time.press("Enter");
                }
            }
            default -> type(box.locator("input, textarea").first(), value == null ? words(field) : value);
        }
    }

    /** What stands above a form may still move it under her pointer: she sees that nothing is chosen, and chooses again. */
    static void choose(Page page, Locator answer) {
        answer.click();
        page.waitForTimeout(PAUSE);
        if (!Boolean.TRUE.equals(answer.evaluate("answer => answer.closest('label').control.checked"))) {
            answer.click();
        }
    }

    /** Forms take over what was typed after a short pause, so she pauses like a person does. */
    private void type(Locator input, String text) {
        page.waitForTimeout(PAUSE);
        input.fill(text);
        input.press("Tab");
        page.waitForTimeout(PAUSE);
    }

    /** What somebody in a hurry writes. */
    static String words(JsonNode field) {
        return field.path("key").asText().endsWith("Phone") ? "06 12 34 56 78" : "Words";
    }

    private static String id(JsonNode field) {
        return field.path("id").asText();
    }

    private static String label(JsonNode field, String value) {
        for (CommonChoices.Choice choice :
                new CommonChoices().of(field.path("valuesKey").asText()).orElse(List.of())) {
            if (value == null || choice.value().equals(value)) {
                return choice.label();
            }
        }
        for (JsonNode option : field.path("values")) {
            if (value == null || option.path("value").asText().equals(value)) {
                return option.path("label").asText();
            }
        }
        throw new IllegalArgumentException(field.path("key") + " has no option " + value);
    }

    static JsonNode components(String form) {
        try {
            return new ObjectMapper()
                    .readTree(new File("forms/" + form + ".form"))
                    .path("components");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
