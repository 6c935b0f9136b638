package fr.acse.platform.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.util.StringUtils;

/** One field of a {@code .form} file. The form shows the rules of the field to people, and the server checks the rules again. */
record FormComponent(JsonNode json) {

    private static final String SEALED = "sealed_";
    private static final Set<String> ANSWERS = Set.of("radio", "checkbox", "checklist");

    String key() {
        return json.path(isRows() ? "path" : "key").asText();
    }

    /** Whether the field is a list to which a person adds rows. Each row has the same fields. */
    boolean isRows() {
        return "dynamiclist".equals(type());
    }

    /** The fields that each row of this list has. */
    List<FormComponent> fieldsOfRow() {
        return StreamSupport.stream(json.path("components").spliterator(), false)
                .map(FormComponent::new)
                .filter(FormComponent::isInput)
                .toList();
    }

    String type() {
        return json.path("type").asText();
    }

    String label() {
        return json.path("label").asText(json.path("dateLabel").asText(key()));
    }

    boolean isInput() {
        return json.has("key") || isRows();
    }

    boolean isSealed() {
        return key().startsWith(SEALED);
    }

    /** Whether a person answers the field with one click. An answer to such a field is never preselected. */
    boolean isAnswer() {
        return ANSWERS.contains(type()) && !isReadonly();
    }

    /** Source of a sealed field that is not in the case file, such as {@code shelter}; otherwise empty. */
    String sealedIn() {
        return json.path("properties").path("sealedIn").asText("");
    }

    /** Whether a start form adds the text to the stored text. The person who starts the process does not see the stored text. */
    boolean adds() {
        return json.path("properties").path("adds").asBoolean();
    }

    boolean isReadonly() {
        return isRows()
                ? fieldsOfRow().stream().allMatch(FormComponent::isReadonly)
                : json.path("readonly").asBoolean() || json.path("disabled").asBoolean();
    }

    boolean isRequired() {
        return rule("required").asBoolean();
    }

    /** @param answers returns the answer to a field, or the value of a variable, by its name */
    boolean isShown(Function<String, Object> answers) {
        return Shown.is(json, answers);
    }

    boolean isDay() {
        return "date".equals(json.path("subtype").asText());
    }

    boolean refusesPast() {
        return json.path("disallowPassedDates").asBoolean();
    }

    /** Whether the field asks for a day on which something has already happened. */
    boolean hasHappened() {
        return json.path("properties").path("happened").asBoolean();
    }

    int decimals() {
        return json.path("decimalDigits").asInt(0);
    }

    BigDecimal limit(String name) {
        return rule(name).isMissingNode() ? null : rule(name).decimalValue();
    }

    String pattern() {
        return rule("pattern").asText(null);
    }

    /** Values of the field's options; empty if the options are computed when the form is opened. */
    Set<String> options() {
        return StreamSupport.stream(json.path("values").spliterator(), false)
                .map(option -> option.path("value").asText())
                .collect(Collectors.toSet());
    }

    boolean hasStaticOptions() {
        return json.has("values");
    }

    /** Name of the list or table that the field shows; empty if the field shows none. */
    String dataName() {
        return json.path("valuesKey")
                .asText(StringUtils.trimLeadingCharacter(json.path("dataSource").asText(""), '=')
                        .strip());
    }

    private JsonNode rule(String name) {
        return json.path("validate").path(name);
    }
}
