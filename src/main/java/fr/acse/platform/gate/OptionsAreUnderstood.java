package fr.acse.platform.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * If the software reads an answer, the form may offer only the values that this release offers, because the software knows no others. An
 * answer that only models read may have any value.
 */
class OptionsAreUnderstood implements Rule {

    private final Known known;

    OptionsAreUnderstood(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .flatMap(process -> {
                    Map<String, Set<String>> understood = understood(process);
                    return process.formSteps()
                            .flatMap(step -> set.formOf(step).stream())
                            .distinct()
                            .flatMap(form -> form.questions()
                                    .filter(field -> understood.containsKey(field.key()))
                                    .flatMap(field -> field.options().stream()
                                            .filter(option ->
                                                    !understood.get(field.key()).contains(option))
                                            .sorted()
                                            .map(option -> Finding.of(
                                                    "option",
                                                    form,
                                                    field.key(),
                                                    field.label(),
                                                    option,
                                                    String.join(", ", new TreeSet<>(understood.get(field.key())))))));
                })
                .distinct();
    }

    /** Values that the software knows, for each question whose answer the software reads. */
    private Map<String, Set<String>> understood(Process process) {
        Map<String, Set<String>> all = new HashMap<>();
        known.release().process(process.id()).stream()
                .flatMap(Process::formSteps)
                .flatMap(step -> known.release().formOf(step).stream())
                .flatMap(FormFile::fields)
                .filter(field -> !field.options().isEmpty())
                .filter(field -> known.variable(process, field.key())
                        .filter(variable -> !variable.isOfModels())
                        .isPresent())
                .forEach(field ->
                        all.computeIfAbsent(field.key(), any -> new HashSet<>()).addAll(field.options()));
        return all;
    }
}
