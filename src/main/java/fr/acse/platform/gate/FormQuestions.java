package fr.acse.platform.gate;

import fr.acse.platform.model.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Questions that a form declares itself, so that an analyst needs no other change: the field has the property {@code kind}.
 * Such a question holds a code, a number, a day, a moment, or yes or no; words are always sealed.
 */
public final class FormQuestions {

    static final String KIND = "kind";

    /** Variables by their kind. */
    private static final Map<String, Function<String, Variable<?>>> KINDS = Map.of(
            "code", Variable::code,
            "day", Variable::code,
            "yesNo", Variable::flag,
            "number", Variable::number,
            "amount", Variable::decimal,
            "moment", Variable::moment);

    private FormQuestions() {}

    /** By process and name. */
    public static Map<String, Map<String, Variable<?>>> of(ModelSet set) {
        Map<String, Map<String, Variable<?>>> all = new HashMap<>();
        for (Process process : set.processes()) {
            process.formSteps()
                    .flatMap(step -> set.formOf(step).stream())
                    .flatMap(FormFile::fields)
                    .filter(field -> !field.isSealed())
                    .forEach(field -> declared(field)
                            .ifPresent(variable -> all.computeIfAbsent(process.id(), any -> new HashMap<>())
                                    .put(field.key(), variable)));
        }
        return all;
    }

    private static Optional<Variable<?>> declared(FormFile.Field field) {
        return Optional.ofNullable(
                        KINDS.get(field.json().path("properties").path(KIND).asText()))
                .map(kind -> kind.apply(field.key()));
    }
}
