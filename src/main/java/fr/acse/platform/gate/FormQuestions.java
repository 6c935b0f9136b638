package fr.acse.platform.gate;

import fr.acse.platform.model.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Questions that a form declares with the property {@code kind}, so that an analyst needs no change of the software. A declared question
 * holds a code, a number, a day, a moment, or yes or no. The application always seals free text.
 */
public final class FormQuestions {

    static final String KIND = "kind";

    /** Functions that create a variable, by the value of the property {@code kind}. */
    private static final Map<String, Function<String, Variable<?>>> KINDS = Map.of(
            "code", Variable::code,
            "day", Variable::code,
            "yesNo", Variable::flag,
            "number", Variable::number,
            "amount", Variable::decimal,
            "moment", Variable::moment);

    private FormQuestions() {}

    /** Variables that the forms of a set declare, by process id and by name. */
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
