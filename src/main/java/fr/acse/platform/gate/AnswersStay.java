package fr.acse.platform.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question that a condition or the software reads must stay in its form, and a mandatory question must stay mandatory. The label of an
 * option must keep its value.
 */
class AnswersStay implements Rule {

    private final Known known;

    AnswersStay(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        Set<String> decisive = set.processes().stream()
                .flatMap(Process::flows)
                .flatMap(flow -> flow.variables().stream())
                .collect(Collectors.toCollection(HashSet::new));
        known.contracts().values().stream()
                .flatMap(contract -> contract.variables().stream())
                .filter(variable -> !variable.isOfModels())
                .forEach(variable -> decisive.add(variable.name()));
        return set.forms().stream()
                .flatMap(form -> known.release().form(form.id()).stream()
                        .flatMap(FormFile::questions)
                        .filter(ours -> decisive.contains(ours.key()))
                        .flatMap(ours -> findings(form, ours)));
    }

    private static Stream<Finding> findings(FormFile form, FormFile.Field ours) {
        FormFile.Field now = form.questions()
                .filter(field -> field.key().equals(ours.key()))
                .findFirst()
                .orElse(null);
        if (now == null) {
            return ours.isAlwaysAnswered() || !ours.options().isEmpty()
                    ? Stream.of(Finding.of("askedNoMore", form, ours.key(), ours.label()))
                    : Stream.empty();
        }
        if (ours.isAlwaysAnswered() && !now.isAlwaysAnswered()) {
            return Stream.of(Finding.of("mayBeEmpty", form, ours.key(), now.label()));
        }
        Map<String, String> meaning = labels(ours);
        return labels(now).entrySet().stream()
                .filter(label ->
                        !meaning.getOrDefault(label.getKey(), label.getValue()).equals(label.getValue()))
                .map(label -> Finding.of(
                        "labelMoved",
                        form,
                        ours.key(),
                        now.label(),
                        label.getKey(),
                        meaning.get(label.getKey()),
                        label.getValue()));
    }

    /** Values of the options, by their label in lower case. */
    private static Map<String, String> labels(FormFile.Field field) {
        Map<String, String> all = new HashMap<>();
        field.json()
                .path("values")
                .forEach(option -> all.put(
                        option.path("label").asText().strip().toLowerCase(Locale.ROOT),
                        option.path("value").asText()));
        return all;
    }
}
