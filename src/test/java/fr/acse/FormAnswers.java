package fr.acse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.form.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/**
 * A form filled in as somebody in a hurry does: what is required, and the first option of every choice. Every sealed field
 * gets words that are looked for where they must not be.
 */
public final class FormAnswers {

    /** Is in every sealed text that is typed. */
    public static final String CANARY = "Zqxcanary";

    /** An account that nobody else has in the tests. */
    public static final String IBAN = "FR7630001007941234567890185";

    /** Days are those of France, also between midnight there and midnight UTC. */
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private static final CommonChoices COMMON = new CommonChoices();
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Tests run in several processes. */
    private static final Path KEPT = Path.of("target", "typed-fields.txt");

    private static final Set<String> TYPED = ConcurrentHashMap.newKeySet();

    private FormAnswers() {}

    /** Sealed fields that all tests of this run have typed into, as {@code form/key}. */
    public static Set<String> typed() throws IOException {
        return Files.exists(KEPT) ? Set.copyOf(Files.readAllLines(KEPT)) : Set.of();
    }

    private static void keep(String field) {
        if (TYPED.add(field)) {
            try {
                Files.writeString(KEPT, field + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static Map<String, Object> of(String form, Clock clock, Map<String, Object> instead) {
        return of(drawn(form), clock, instead);
    }

    /** A form as its file has it. */
    public static JsonNode drawn(String form) {
        try (var resource = FormAnswers.class.getResourceAsStream("/forms/" + form + ".form")) {
            return JSON.readTree(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, Object> of(JsonNode form, Clock clock, Map<String, Object> instead) {
        return of(form, clock, Map.of(), instead);
    }

    /** @param known what the case knows already and the form may show */
    public static Map<String, Object> of(
            JsonNode form, Clock clock, Map<String, Object> known, Map<String, Object> instead) {
        Map<String, Object> values = new TreeMap<>();
        for (JsonNode field : form.path("components")) {
            boolean required = field.path("validate").path("required").asBoolean();
            boolean canary = isSealedText(field);
            if (canary) {
                keep(form.path("id").asText() + "/" + field.path("key").asText());
            }
            if (isAskedInRows(field)) {
                values.put(field.path("path").asText(), row(field, clock));
            }
            if (field.has("key")
                    && (required || canary)
                    && !field.path("readonly").asBoolean()
                    && !field.has("conditional")) {
                values.put(field.path("key").asText(), valid(field, clock));
            }
        }
        values.putAll(instead);
        for (JsonNode field : form.path("components")) {
            boolean asked = field.has("conditional")
                    && field.path("validate").path("required").asBoolean()
                    && field.path("conditional").path("hide").asText().startsWith("=")
                    && !field.path("readonly").asBoolean()
                    && isShown(field, withKnown(form, known, values));
            if (asked && !instead.containsKey(field.path("key").asText())) {
                values.put(field.path("key").asText(), valid(field, clock));
            }
        }
        return values;
    }

    private static boolean isAskedInRows(JsonNode list) {
        return list.path("type").asText().equals("dynamiclist")
                && StreamSupport.stream(list.path("components").spliterator(), false)
                        .anyMatch(field ->
                                field.has("key") && !field.path("readonly").asBoolean());
    }

    /** One row of a list, as JSON: browsers send it so. What is typed into it is sealed like any other text. */
    private static String row(JsonNode list, Clock clock) {
        ObjectNode row = JSON.createObjectNode();
        list.path("components").forEach(field -> {
            if (field.path("validate").path("required").asBoolean()
                    && !field.path("readonly").asBoolean()) {
                Object value = field.path("type").asText().startsWith("text") ? CANARY : valid(field, clock);
                row.set(field.path("key").asText(), JSON.valueToTree(value));
            }
        });
        return JSON.createArrayNode().add(row).toString();
    }

    /** Whether a question is asked only if the case knows something that the form shows. */
    static boolean dependsOnTheCase(JsonNode form) {
        for (JsonNode field : form.path("components")) {
            String hide = field.path("conditional").path("hide").asText();
            for (JsonNode shown : form.path("components")) {
                boolean asked = !field.path("readonly").asBoolean()
                        && field.path("validate").path("required").asBoolean();
                if (asked
                        && shown.path("readonly").asBoolean()
                        && hide.startsWith("=" + shown.path("key").asText() + " ")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, Object> withKnown(JsonNode form, Map<String, Object> known, Map<String, Object> values) {
        Map<String, Object> all = new TreeMap<>(values);
        for (JsonNode field : form.path("components")) {
            String key = field.path("key").asText();
            if (field.path("readonly").asBoolean() && known.get(key) != null) {
                all.put(key, known.get(key));
            }
        }
        return all;
    }

    /** Whether a field is asked after the other answers, as the server says. */
    static boolean isShown(JsonNode field, Map<String, Object> values) {
        return Shown.is(field, values::get);
    }

    /** Whether free text is sealed that somebody types here. */
    public static boolean isSealedText(JsonNode field) {
        return field.path("key").asText().startsWith("sealed_")
                && field.path("type").asText().startsWith("text")
                && !field.path("readonly").asBoolean()
                && !field.has("conditional")
                && !field.path("validate").has("pattern");
    }

    /** A title lasts a year; everything else is today. */
    private static LocalDate day(JsonNode field, LocalDate today) {
        return field.path("dateLabel").asText().startsWith("Last day")
                ? today.plusYears(1).minusDays(1)
                : today;
    }

    private static Object valid(JsonNode field, Clock clock) {
        return switch (field.path("type").asText()) {
            case "select", "radio" ->
                COMMON.of(field.path("valuesKey").asText())
                        .map(choices -> choices.get(0).value())
                        .orElseGet(
                                () -> field.path("values").path(0).path("value").asText());
            case "number" -> Math.max(1, field.path("validate").path("min").asInt());
            case "datetime" ->
                "date".equals(field.path("subtype").asText())
                        ? day(field, LocalDate.now(clock.withZone(FRANCE))).toString()
                        : clock.instant()
                                .atOffset(ZoneOffset.UTC)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString();
            case "textfield", "textarea" -> words(field);
            default -> throw new IllegalArgumentException("No valid value is known for " + field);
        };
    }

    private static String words(JsonNode field) {
        if (field.path("key").asText().endsWith("Iban")) {
            return IBAN;
        }
        if (field.path("key").asText().endsWith("Phone")) {
            return "+33 6 12 34 56 78";
        }
        String words = (isSealedText(field) ? CANARY : "Words") + " for "
                + field.path("label").asText();
        return words.substring(
                0,
                Math.min(
                        words.length(), field.path("validate").path("maxLength").asInt(200)));
    }
}
