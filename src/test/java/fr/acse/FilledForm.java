package fr.acse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** A form filled in as somebody in a hurry does: what is required, and the first option of every choice. */
public final class FilledForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FilledForm() {}

    public static Map<String, Object> of(String form, Clock clock, Map<String, Object> instead) {
        try (var resource = FilledForm.class.getResourceAsStream("/forms/" + form + ".form")) {
            return of(JSON.readTree(resource), clock, instead);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, Object> of(JsonNode form, Clock clock, Map<String, Object> instead) {
        Map<String, Object> values = new TreeMap<>();
        for (JsonNode field : form.path("components")) {
            boolean required = field.path("validate").path("required").asBoolean();
            if (field.has("key") && required && !field.path("readonly").asBoolean() && !field.has("conditional")) {
                values.put(field.path("key").asText(), valid(field, clock));
            }
        }
        values.putAll(instead);
        return values;
    }

    private static Object valid(JsonNode field, Clock clock) {
        return switch (field.path("type").asText()) {
            case "select", "radio" -> field.path("values").path(0).path("value").asText();
            case "number" -> Math.max(1, field.path("validate").path("min").asInt());
            case "datetime" ->
                "date".equals(field.path("subtype").asText())
                        ? LocalDate.now(clock).toString()
                        : clock.instant()
                                .atOffset(ZoneOffset.UTC)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString();
            case "textfield", "textarea" -> words(field);
            default -> throw new IllegalArgumentException("No valid value is known for " + field);
        };
    }

    private static String words(JsonNode field) {
        String words = "Words for " + field.path("label").asText();
        return words.substring(
                0,
                Math.min(
                        words.length(), field.path("validate").path("maxLength").asInt(200)));
    }
}
