package fr.acse.platform.gate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A {@code .form} file, as the rules read it. */
public final class FormFile {

    static final String SEALED = "sealed_";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final JsonNode json;
    private final List<JsonNode> components = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Field> questions;

    private FormFile(String name, JsonNode json) {
        this.name = name;
        this.json = json;
        collect(json, false);
        this.questions = fields.stream()
                .filter(field -> !field.isSealed() && !field.isReadonly())
                .toList();
    }

    static FormFile of(String name, byte[] content) throws ModelFile.NotReadable {
        try {
            JsonNode form = JSON.readTree(content);
            if (form == null || !form.isObject() || !form.path("components").isArray()) {
                throw new ModelFile.NotReadable(1, null);
            }
            return new FormFile(name, form);
        } catch (JacksonException noJson) {
            int line = noJson.getLocation() == null ? 1 : noJson.getLocation().getLineNr();
            throw new ModelFile.NotReadable(Math.max(1, line), noJson);
        } catch (IOException e) {
            throw new ModelFile.NotReadable(1, e);
        }
    }

    /** By which tasks refer to it. */
    public String id() {
        return json.path("id").asText();
    }

    String name() {
        return name;
    }

    JsonNode json() {
        return json;
    }

    /** The components, also those in groups. */
    List<JsonNode> components() {
        return components;
    }

    /** What stands in rows is no field of the form: it is kept under the name of its list. */
    private void collect(JsonNode node, boolean inRows) {
        node.path("components").forEach(component -> {
            Field field = new Field(component);
            components.add(component);
            if (!inRows && (component.has("key") || field.isRows())) {
                fields.add(field);
            }
            collect(component, inRows || field.isRows());
        });
    }

    Stream<Field> fields() {
        return fields.stream();
    }

    /** What a person answers in it and the engine keeps. */
    Stream<Field> questions() {
        return questions.stream();
    }

    /** A field of a form. */
    record Field(JsonNode json) {

        String key() {
            return json.path(isRows() ? "path" : "key").asText();
        }

        /** Whether people add rows to it; what is in them is kept together, under the name of the list. */
        boolean isRows() {
            return "dynamiclist".equals(type());
        }

        String type() {
            return json.path("type").asText();
        }

        String label() {
            return json.path("label").asText(json.path("dateLabel").asText(""));
        }

        boolean isSealed() {
            return key().startsWith(SEALED);
        }

        boolean isReadonly() {
            return json.path("readonly").asBoolean() || json.path("disabled").asBoolean();
        }

        boolean isAlwaysAnswered() {
            return json.path("validate").path("required").asBoolean()
                    && json.path("conditional").isMissingNode();
        }

        String pattern() {
            return json.path("validate").path("pattern").asText("");
        }

        Set<String> options() {
            return StreamSupport.stream(json.path("values").spliterator(), false)
                    .map(option -> option.path("value").asText())
                    .collect(Collectors.toSet());
        }

        /** Whether its choices come from the server. */
        boolean isFromServer() {
            return json.hasNonNull("valuesKey");
        }
    }
}
