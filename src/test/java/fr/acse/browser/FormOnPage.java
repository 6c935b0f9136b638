package fr.acse.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.form.Shown;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The form that a page shows, and whoever fills it in. */
final class FormOnPage {

    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private final Page page;

    FormOnPage(Page page) {
        this.page = page;
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
        return page.locator(selector(inRow(list.path("components").path(0), row)))
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

    /** Whatever ends lasts a year; everything else is today. */
    private static LocalDate day(JsonNode field, LocalDate today) {
        return field.path("dateLabel").asText().startsWith("Last day")
                ? today.plusYears(1).minusDays(1)
                : today;
    }

    private void fill(JsonNode field, String value) {
        Locator box = box(field);
        switch (field.path("type").asText()) {
            case "radio" ->
                choose(page, box.getByText(label(field, value), exact()).first());
            case "select" -> {
                Locator option = page.locator(".fjs-dropdownlist-item")
                        .getByText(label(field, value), exact())
                        .first();
                Locator list = box.locator("input, .fjs-select-display").first();
                // A list that was opened while the page still moves to it may close again.
                page.waitForCondition(() -> {
                    if (!option.isVisible()) {
                        list.click();
                        Tasklist.drawn(page);
                    }
                    return option.isVisible();
                });
                option.click();
                Tasklist.drawn(page);
            }
            case "taglist" -> {
                for (JsonNode code : json(value)) {
                    Locator entry = box.locator("input").first();
                    Locator option = page.locator(".fjs-dropdownlist-item")
                            .getByText(label(field, code.asText()), exact())
                            .first();
                    page.waitForCondition(() -> {
                        if (!option.isVisible()) {
                            entry.click();
                            entry.fill(label(field, code.asText()));
                            Tasklist.drawn(page);
                        }
                        return option.isVisible();
                    });
                    option.click();
                    Tasklist.drawn(page);
                }
            }
            case "checkbox" -> box.locator("input").setChecked(Boolean.parseBoolean(value));
            case "number" -> type(box.locator("input"), value == null ? "1" : value);
            case "datetime" -> {
                String[] moment = (value == null
                                ? day(field, LocalDate.now(ZoneId.of("Europe/Paris")))
                                        .format(AS_TYPED)
                                : value)
                        .split(" ");
                String day = moment[0];
                Locator date = box.locator("input").first();
                // Before its picker is there, the field forgets what is typed.
                box.locator("input.flatpickr-input").first().waitFor();
                page.waitForCondition(() -> {
                    if (date.inputValue().isEmpty()) {
                        date.fill(day);
                        date.press("Enter");
                        Tasklist.drawn(page);
                    }
                    return !date.inputValue().isEmpty();
                });
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
        Tasklist.again("the answer is not chosen", () -> {
            answer.click();
            Tasklist.drawn(page);
            return Boolean.TRUE.equals(answer.evaluate("answer => answer.closest('label').control.checked"));
        });
    }

    /** A form that still draws an earlier answer may put back what was in a field: she sees it, and writes again. */
    private void type(Locator input, String text) {
        Tasklist.again("the field does not keep " + text, () -> {
            input.fill(text);
            input.press("Tab");
            Tasklist.drawn(page);
            return isSame(input.inputValue(), text);
        });
    }

    /** A number is shown without zeros at its end. */
    private static boolean isSame(String shown, String typed) {
        return shown.equals(typed)
                || NUMBER.matcher(shown).matches()
                        && NUMBER.matcher(typed).matches()
                        && Double.parseDouble(shown) == Double.parseDouble(typed);
    }

    /** What somebody in a hurry writes. */
    static String words(JsonNode field) {
        return field.path("key").asText().endsWith("Phone") ? "06 12 34 56 78" : "Words";
    }

    /** The page puts something before the id of a field and, for an option, a number behind it. */
    private static String selector(JsonNode field) {
        return "[id$='-%1$s'], [id*='-%1$s-']".formatted(id(field));
    }

    private static String id(JsonNode field) {
        return field.path("id").asText();
    }

    private String label(JsonNode field, String value) {
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
        return offered(field.path("valuesKey").asText(), value);
    }

    /** The label of an option of a list that the server has computed for this form. */
    private String offered(String list, String value) {
        return (String) page.evaluate("""
                async ([list, value]) => {
                  const {formIn} = await import('/camunda/app/acse/form-parts.js');
                  const container = document.querySelector('.modal .fjs-container') ?? document.querySelector('.fjs-container');
                  const options = formIn(container)._getState().initialData[list];
                  return (options.find(option => value === null || option.value === value) ?? {}).label ?? `no option ${value} in ${JSON.stringify(options)}`;
                }""", Arrays.asList(list, value));
    }

    /**
     * Does what somebody in a hurry does wrongly: she sends the form at once, types signs into a number and a day that does not exist, and
     * changes her answers back and forth.
     *
     * @return whether the form said what is missing
     */
    boolean answerWrongly(String form, Locator button) {
        boolean isIncomplete = (Boolean) page.evaluate("""
                async () => {
                  const {formIn} = await import('/camunda/app/acse/form-parts.js');
                  const container = document.querySelector('.modal .fjs-container') ?? document.querySelector('.fjs-container');
                  return Object.keys(formIn(container).validate()).length > 0;
                }""");
        if (isIncomplete) {
            button.click();
            page.locator(".acse-missing").waitFor();
        }
        for (JsonNode field : components(form)) {
            Locator box = box(field);
            if (field.has("key") && !field.path("readonly").asBoolean() && box.isVisible()) {
                answerWrongly(field, box);
            }
        }
        return isIncomplete;
    }

    private void answerWrongly(JsonNode field, Locator box) {
        switch (field.path("type").asText()) {
            case "radio" -> {
                choose(page, box.getByText(last(field), exact()).first());
                choose(page, box.getByText(label(field, null), exact()).first());
            }
            case "number" -> {
                box.locator("input").click();
                page.keyboard().type("x");
                box.locator(".acse-not-taken").waitFor();
                box.locator("input").fill("");
            }
            case "datetime" -> {
                Locator day = box.locator("input").first();
                box.locator("input.flatpickr-input").first().waitFor();
                day.fill("31/02/1999");
                day.press("Enter");
                box.locator(".acse-no-day").waitFor();
                day.focus();
                day.fill("");
                // The key Tab would open the list of the next question.
                day.blur();
                box.locator(".acse-no-day")
                        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            }
            default -> {
                return;
            }
        }
    }

    private static String last(JsonNode field) {
        JsonNode options = field.path("values");
        return options.path(options.size() - 1).path("label").asText();
    }

    /** A list around its rows is a field, too: the innermost is meant. */
    private Locator box(JsonNode field) {
        return page.locator(
                        ".fjs-form-field:not(:has(.fjs-form-field))",
                        new Page.LocatorOptions().setHas(page.locator(selector(field))))
                .first();
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
}
