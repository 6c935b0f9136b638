package fr.acse.platform.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import fr.acse.words.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a {@code .form} file, as the server reads the file. */
class FormSchema {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<FormComponent> components = new ArrayList<>();
    private final CommonChoices choices;
    private final Map<String, FormComponent> inputs;
    private final Set<String> named = new HashSet<>();

    FormSchema(byte[] form, CommonChoices choices) {
        this.choices = choices;
        try {
            collect(JSON.readTree(form));
        } catch (IOException e) {
            throw new UncheckedIOException("The form cannot be read", e);
        }
        inputs = components.stream()
                .filter(FormComponent::isInput)
                .collect(Collectors.toMap(FormComponent::key, Function.identity(), (first, second) -> first));
    }

    Optional<FormComponent> input(String key) {
        return Optional.ofNullable(inputs.get(key));
    }

    List<FormComponent> inputs() {
        return components.stream().filter(FormComponent::isInput).toList();
    }

    /** Names of everything that the form shows: fields, lists, tables, and the variables in the texts and conditions of the form. */
    Set<String> shown() {
        return Stream.of(inputs.keySet().stream(), dataNames().stream(), named.stream())
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    /** Names of the lists and tables that the form shows. */
    List<String> dataNames() {
        return components.stream()
                .map(FormComponent::dataName)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private void collect(JsonNode node) {
        for (JsonNode component : node.path("components")) {
            FormComponent read = new FormComponent(component);
            setChoices(component);
            components.add(read);
            collectNames(component);
            if (read.isRows()) {
                component.path("components").forEach(this::setChoices);
            } else {
                collect(component);
            }
        }
    }

    private void setChoices(JsonNode component) {
        choices.of(component.path("valuesKey").asText())
                .ifPresent(values -> ((ObjectNode) component).set("values", JSON.valueToTree(values)));
    }

    /** Collects the names of variables in the templates and expressions of the form. */
    private void collectNames(JsonNode node) {
        if (node.isTextual() && (node.asText().contains("{{") || node.asText().startsWith("="))) {
            named.addAll(Found.in(node.asText(), NAME));
        } else if (node.isContainerNode()) {
            node.forEach(this::collectNames);
        }
    }
}
