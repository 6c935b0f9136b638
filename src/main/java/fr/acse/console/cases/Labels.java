package fr.acse.console.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.platform.form.CommonChoices;
import fr.acse.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** What people call a field and its choices, as the forms do. */
@Component
public class Labels {

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Map<String, String>> options = new HashMap<>();

    Labels(ObjectMapper json, CommonChoices choices) {
        try {
            for (Resource form : new PathMatchingResourcePatternResolver().getResources("classpath:/forms/*.form")) {
                json.readTree(form.getInputStream()).path("components").forEach(component -> read(component, choices));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(JsonNode component, CommonChoices choices) {
        String key = component.path("key").asText();
        fields.putIfAbsent(
                key, component.path("label").asText(component.path("dateLabel").asText(key)));
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

    /** Its label, its own words if no form shows it, or its name if no form that came with the application knows it. */
    public String of(String field) {
        String words =
                field.replaceFirst("^sealed_", "").replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return fields.getOrDefault(field, Words.orElse("field." + field, words));
    }

    public String of(String field, String choice) {
        return options.getOrDefault(field, Map.of()).getOrDefault(choice, choice);
    }
}
