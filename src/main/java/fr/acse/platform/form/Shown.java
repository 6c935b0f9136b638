package fr.acse.platform.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a form shows a field: some are asked only after a certain answer to another one. */
public final class Shown {

    /** As in {@code =offerAnswer != "declined"}: the field is hidden while this holds. */
    private static final Pattern HIDDEN_WHILE = Pattern.compile("=\\s*(\\w+)\\s*(!?=)\\s*\"([^\"]*)\"");

    private Shown() {}

    /** @param answers the answer to each field by its key, or null. A condition of another kind hides nothing. */
    public static boolean is(JsonNode field, Function<String, Object> answers) {
        Matcher hidden = HIDDEN_WHILE.matcher(
                field.path("conditional").path("hide").asText().strip());
        if (!hidden.matches()) {
            return true;
        }
        boolean equal = hidden.group(3).equals(Objects.toString(answers.apply(hidden.group(1)), null));
        return hidden.group(2).equals("!=") ? equal : !equal;
    }
}
