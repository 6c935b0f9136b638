package fr.acse.platform.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An option that a form offers has an effect. Where the software itself reads the answer, it understands only the values that this
 * release offers; an answer that only models read may have any.
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

    /** Values of the questions that the software reads. */
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
