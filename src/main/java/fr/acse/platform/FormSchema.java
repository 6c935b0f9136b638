package fr.acse.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A {@code .form} as the server reads it. */
class FormSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<FormComponent> components = new ArrayList<>();
    private final Map<String, FormComponent> inputs;

    FormSchema(byte[] form) {
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
            components.add(new FormComponent(component));
            collect(component);
        }
    }
}
