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

/** A parsed {@code .form} file, which the rules check. */
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

    /** Id with which a task refers to the form. */
    public String id() {
        return json.path("id").asText();
    }

    String name() {
        return name;
    }

    JsonNode json() {
        return json;
    }

    /** All components of the form, including nested ones. */
    List<JsonNode> components() {
        return components;
    }

    /** A component inside the rows of a list is no field of the form. The values of rows are stored under the name of the list. */
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

    /** Fields that a user fills in and that are not sealed. */
    Stream<Field> questions() {
        return questions.stream();
    }

    record Field(JsonNode json) {

        String key() {
            return json.path(isRows() ? "path" : "key").asText();
        }

        /** Whether the field is a list of rows. The values of all rows are stored together, under the name of the list. */
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

        /** Whether the options of the field come from the server. */
        boolean isFromServer() {
            return json.hasNonNull("valuesKey");
        }
    }
}
