package fr.acse.platform.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import fr.acse.platform.gate.FormFile.Field;
import fr.acse.words.Found;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every option of a form must have a visible effect. The software reads the answer, a form shows the answer, or all options except one are
 * named. A condition, a decision or the hide condition of another question can name an option. A question that an analyst has added is
 * exempt, because analysts use such questions for statistics.
 */
class IdleOptions implements Rule {

    private static final Pattern COMPARED = Pattern.compile("\\b(\\w+)\\b\\s*!?==?\\s*[\"']([^\"']*)[\"']");

    private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final Known known;

    IdleOptions(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        Set<String> read = readBySoftware(set);
        Set<String> shown = shownLater(set);
        Map<String, Set<String>> named = named(set);
        return set.processes().stream()
                .flatMap(process -> process.formSteps()
                        .flatMap(step -> set.formOf(step).stream())
                        .distinct()
                        .flatMap(form -> form.questions()
                                .filter(field -> !field.options().isEmpty())
                                .filter(field -> !known.isAskedByAForm(process, field.key()))
                                .filter(field -> !read.contains(field.key()) && !shown.contains(field.key()))
                                .flatMap(field -> idle(form, field, named.getOrDefault(field.key(), Set.of())))))
                .distinct();
    }

    /** Reports the options without an effect. One option of a question may be named nowhere. */
    private static Stream<Finding> idle(FormFile form, Field field, Set<String> named) {
        Set<String> unnamed = new TreeSet<>(field.options());
        unnamed.removeAll(named);
        boolean hasEffect = field.options().size() > 1 && unnamed.size() <= 1;
        return hasEffect || field.options().size() == 1
                ? Stream.empty()
                : Stream.of(
                        Finding.of("idle", form, field.key(), field.label(), String.join(", ", unnamed), form.id()));
    }

    private Set<String> readBySoftware(ModelSet set) {
        return set.nodes()
                .flatMap(node -> Stream.concat(Stream.of(node.bean()), node.listeners()))
                .flatMap(bean -> known.reads(bean).stream())
                .collect(Collectors.toSet());
    }

    /** Fields that a form shows as read-only, or whose values appear in the text of a form. */
    private static Set<String> shownLater(ModelSet set) {
        Set<String> all = new HashSet<>();
        for (FormFile form : set.forms()) {
            form.fields().filter(Field::isReadonly).map(Field::key).forEach(all::add);
            for (JsonNode component : form.components()) {
                all.addAll(Found.in(component.path("text").asText(), SHOWN, 1));
            }
        }
        return all;
    }

    /** Options that conditions, decisions and hide conditions name, by question. */
    private static Map<String, Set<String>> named(ModelSet set) {
        Map<String, Set<String>> all = set.processes().stream()
                .flatMap(Process::flows)
                .flatMap(flow -> flow.compared().entrySet().stream())
                .collect(
                        Collectors.toMap(Map.Entry::getKey, each -> new HashSet<>(each.getValue()), IdleOptions::both));
        set.forms().stream()
                .flatMap(form -> form.components().stream())
                .map(component -> component.path("conditional").path("hide").asText())
                .forEach(hide -> {
                    for (Matcher found = COMPARED.matcher(hide); found.find(); ) {
                        all.computeIfAbsent(found.group(1), any -> new HashSet<>())
                                .add(found.group(2));
                    }
                });
        for (ModelSet.Decision decision : set.decisions().values()) {
            List<String> tested = decision.tests().toList();
            decision.inputs()
                    .forEach(input -> all.computeIfAbsent(input, any -> new HashSet<>())
                            .addAll(tested.stream()
                                    .flatMap(test -> Found.in(test, QUOTED, 1).stream())
                                    .toList()));
        }
        return all;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        one.addAll(other);
        return one;
    }
}
