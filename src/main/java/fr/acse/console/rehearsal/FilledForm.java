package fr.acse.console.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import fr.acse.console.rehearsal.Scenario.NotAsWritten;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.form.Shown;
import fr.acse.words.Words;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Fills in a form with the answers of a scenario. Every other required field gets a simple invented answer. */
public final class FilledForm {

    private static final Pattern BROKEN = Pattern.compile("-?\\d+\\.\\d+");

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The time zone of days in forms. */
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** The IBAN of the examples in the documentation of French banks. */
    private static final String IBAN = "FR7630006000011234567890189";

    /** A telephone number from the range that is reserved for fiction. */
    private static final String PHONE = "+33 6 39 98 00 00";

    private final CommonChoices choices;
    private final Clock clock;

    public FilledForm(CommonChoices choices, Clock clock) {
        this.choices = choices;
        this.clock = clock;
    }

    /** A required field gets the first option, today, or invented words. @throws NotAsWritten if the form has no field of a given answer */
    public Map<String, Object> of(JsonNode form, Map<String, Object> given) {
        // The map keeps the order of the form, because a question may depend on an earlier one.
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        form.path("components").forEach(field -> {
            if (field.has("key") || isRows(field)) {
                fields.put(field.path(isRows(field) ? "path" : "key").asText(), field);
            }
        });
        Map<String, Object> values = new TreeMap<>();
        invent(fields, values, field -> !field.has("conditional"));
        given.forEach((key, value) -> {
            if (!fields.containsKey(key)) {
                throw new NotAsWritten(Words.of(
                        "scenario.noField", form.path("id").asText(), key, String.join(", ", fields.keySet())));
            }
            values.put(key, meant(fields.get(key), value));
        });
        invent(fields, values, field -> field.has("conditional") && Shown.is(field, values::get));
        return values;
    }

    private void invent(Map<String, JsonNode> fields, Map<String, Object> values, Predicate<JsonNode> which) {
        fields.forEach((key, field) -> {
            if ((field.path("validate").path("required").asBoolean() || isAskedInRows(field))
                    && !field.path("readonly").asBoolean()
                    && !values.containsKey(key)
                    && which.test(field)) {
                values.put(key, invented(field));
            }
        });
    }

    private Object invented(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "select", "radio" ->
                choices.of(field.path("valuesKey").asText())
                        .map(all -> all.get(0).value())
                        .orElseGet(
                                () -> field.path("values").path(0).path("value").asText());
            case "number" -> Math.max(1, field.path("validate").path("min").asInt());
            case "datetime" -> moment(field, isLastDay(field) ? "P364D" : "PT0S");
            case "checkbox" -> true;
            case "dynamiclist" -> row(field);
            default -> words(field);
        };
    }

    private static boolean isRows(JsonNode field) {
        return "dynamiclist".equals(field.path("type").asText());
    }

    /** Whether a dynamic list has a field that the user fills in. */
    private static boolean isAskedInRows(JsonNode list) {
        return isRows(list)
                && StreamSupport.stream(list.path("components").spliterator(), false)
                        .anyMatch(field ->
                                field.has("key") && !field.path("readonly").asBoolean());
    }

    private List<Map<String, Object>> rows(JsonNode list, List<?> given) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        list.path("components").forEach(field -> fields.put(field.path("key").asText(), field));
        return given.stream()
                .map(each -> {
                    Map<String, Object> row = new TreeMap<>();
                    JSON.convertValue(each, new TypeReference<Map<String, Object>>() {})
                            .forEach((key, value) -> row.put(key, meant(fields.get(key), value)));
                    invent(fields, row, field -> true);
                    return row;
                })
                .toList();
    }

    /** A dynamic list with one row, in which the required fields are filled in. */
    private String row(JsonNode list) {
        try {
            return JSON.writeValueAsString(rows(list, List.of(Map.of())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A date whose label begins with "Last day" becomes today plus 364 days. Every other date becomes today. */
    private static boolean isLastDay(JsonNode field) {
        return field.path("dateLabel").asText().startsWith("Last day");
    }

    private static String words(JsonNode field) {
        String key = field.path("key").asText();
        if (key.endsWith("Iban")) {
            return IBAN;
        }
        if (key.endsWith("Phone")) {
            return PHONE;
        }
        String words = "Invented " + UUID.randomUUID();
        return words.substring(
                0,
                Math.min(
                        words.length(), field.path("validate").path("maxLength").asInt(200)));
    }

    /** Converts the value of a scenario to the type of the field. In a date field, {@code P3D} becomes the day in three days. */
    private Object meant(JsonNode field, Object value) {
        if (value instanceof List<?> list) {
            try {
                return JSON.writeValueAsString(isRows(field) ? rows(field, list) : list);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        String text = String.valueOf(value);
        return switch (field.path("type").asText()) {
            case "number" ->
                WHOLE.matches(text)
                        ? (Object) Integer.valueOf(text)
                        : BROKEN.matches(text) ? (Object) Double.valueOf(text) : text;
            case "checkbox" -> text.equals("yes") || text.equals("true");
            case "datetime" -> text.startsWith("P") || text.startsWith("-P") ? momentOrNot(field, text) : text;
            default -> text;
        };
    }

    private String momentOrNot(JsonNode field, String later) {
        try {
            return moment(field, later);
        } catch (DateTimeException noTime) {
            throw new NotAsWritten(Words.of("scenario.noTime", field.path("key").asText(), later));
        }
    }

    private String moment(JsonNode field, String later) {
        if ("date".equals(field.path("subtype").asText())) {
            LocalDate today = LocalDate.now(clock.withZone(FRANCE));
            return (later.contains("T")
                            ? today.plusDays(Duration.parse(later).toDays())
                            : today.plus(Period.parse(later)))
                    .toString();
        }
        return clock.instant()
                .plus(Duration.parse(later))
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
