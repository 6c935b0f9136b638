package fr.acse.console.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import fr.acse.platform.form.CommonChoices;
import fr.acse.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The labels of the fields and of their choices, read from the forms. */
@Component
public class Labels {

    private static final String SEALED = "sealed_";
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Map<String, String>> options = new HashMap<>();
    /** Keys of the fields that contain a date. */
    private final Set<String> days = new HashSet<>();
    /** The fields of each dynamic list and their labels, in the order of the form. The key of the outer map is the list. */
    private final Map<String, Map<String, String>> rows = new HashMap<>();

    private final ObjectMapper json;

    Labels(ObjectMapper json, CommonChoices choices) {
        this.json = json;
        try {
            for (Resource form : new PathMatchingResourcePatternResolver().getResources("classpath:/forms/*.form")) {
                json.readTree(form.getInputStream()).path("components").forEach(component -> read(component, choices));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(JsonNode component, CommonChoices choices) {
        String key = component.path("key").asText(component.path("path").asText());
        if (component.has("path")) {
            component.path("components").forEach(field -> {
                read(field, choices);
                rows.computeIfAbsent(key, any -> new LinkedHashMap<>())
                        .putIfAbsent(field.path("key").asText(), label(field));
            });
        }
        fields.putIfAbsent(key, label(component));
        if (component.path("subtype").asText().equals("date")) {
            days.add(key);
        }
        choices.of(component.path("valuesKey").asText())
                .ifPresent(values -> values.forEach(choice -> options.computeIfAbsent(key, any -> new HashMap<>())
                        .putIfAbsent(choice.value(), choice.label())));
        component
                .path("values")
                .forEach(option -> options.computeIfAbsent(key, any -> new HashMap<>())
                        .putIfAbsent(
                                option.path("value").asText(),
                                option.path("label").asText()));
    }

    private static String label(JsonNode component) {
        return component
                .path("label")
                .asText(component.path("dateLabel").asText(component.path("key").asText()));
    }

    /** The label of a field in the forms, else the text with the key {@code field.<name>}, else the field's name split into words. */
    public String of(String field) {
        String name = field.startsWith(SEALED) ? field.substring(SEALED.length()) : field;
        String words = CAPITAL.matcher(name).replaceAll(" $0").toLowerCase(Locale.ROOT);
        return fields.getOrDefault(field, Words.orElse("field." + field, words));
    }

    /** A value as readable text. Each row of a dynamic list becomes one line. */
    public String inWords(String field, String value) {
        if (!rows.containsKey(field)) {
            return value;
        }
        try {
            return StreamSupport.stream(json.readTree(value).spliterator(), false)
                    .map(row -> rows.get(field).entrySet().stream()
                            .filter(each -> row.hasNonNull(each.getKey()))
                            .map(each -> each.getValue() + ": " + told(each.getKey(), row.path(each.getKey())))
                            .collect(Collectors.joining("; ")))
                    .collect(Collectors.joining("\n"));
        } catch (JsonProcessingException e) {
            return value;
        }
    }

    private String told(String field, JsonNode value) {
        String text = value.asText();
        if (value.isDouble()) {
            return String.format(Locale.ROOT, "%.2f", value.asDouble());
        }
        return days.contains(field) && DAY.matcher(text).matches() ? Words.day(LocalDate.parse(text)) : of(field, text);
    }

    public String of(String field, String choice) {
        return options.getOrDefault(field, Map.of()).getOrDefault(choice, choice);
    }
}
