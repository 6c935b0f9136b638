package fr.acse.platform.gate;

import com.fasterxml.jackson.databind.JsonNode;
import fr.acse.platform.model.Variable;
import fr.acse.words.Words;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field that is not sealed must be a variable of the process, with the type of that variable. A user must not enter a value that the
 * software computes.
 */
class Questions implements Rule {

    private final Known known;

    Questions(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .flatMap(process -> process.formSteps()
                        .flatMap(step -> set.formOf(step).stream())
                        .distinct()
                        .flatMap(form -> form.fields()
                                .filter(field -> !field.isSealed())
                                .flatMap(field -> finding(process, form, field).stream())))
                .distinct();
    }

    private Optional<Finding> finding(Process process, FormFile form, FormFile.Field field) {
        Optional<Variable<?>> variable = known.variable(process, field.key());
        if (variable.isEmpty()) {
            return Optional.of(Finding.of("question", form, field.key(), field.label(), process.id()));
        }
        if (field.isReadonly()) {
            return Optional.empty();
        }
        if (!known.isQuestion(process, field.key())) {
            return Optional.of(Finding.of("result", form, field.key(), field.label(), process.id()));
        }
        return variable.get().type() == type(field.json())
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "questionKind",
                        form,
                        field.key(),
                        field.label(),
                        kind(variable.get().type())));
    }

    static Class<?> type(JsonNode field) {
        if (field.path("decimalDigits").asInt() > 0) {
            return Double.class;
        }
        return switch (field.path("type").asText()) {
            case "number" -> Integer.class;
            case "checkbox" -> Boolean.class;
            case "datetime" -> "datetime".equals(field.path("subtype").asText()) ? Date.class : String.class;
            default -> String.class;
        };
    }

    private static String kind(Class<?> type) {
        return Words.ofRule("kind." + type.getSimpleName());
    }
}
