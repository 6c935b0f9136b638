package fr.acse.platform.gate;

import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A decision task must name a decision of the same set, supply its inputs, and store its single result in a variable. */
class DecisionsAreThere implements Rule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

    private final Known known;

    DecisionsAreThere(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return Stream.concat(otherInputs(set), tasks(set));
    }

    /** A decision of this release must not use additional inputs, because the trials do not test these inputs. */
    private Stream<Finding> otherInputs(ModelSet set) {
        return known.release().decisions().entrySet().stream()
                .filter(ours -> set.decisions().containsKey(ours.getKey()))
                .filter(ours -> known.release()
                        .nodes()
                        .anyMatch(node -> node.camunda("decisionRef").equals(ours.getKey())))
                .flatMap(ours -> {
                    ModelSet.Decision now = set.decisions().get(ours.getKey());
                    Set<String> asked = ours.getValue().inputs().collect(Collectors.toSet());
                    return now.inputs()
                            .filter(input -> !asked.contains(input))
                            .map(input -> Finding.of("otherInput", now.file(), now.xml(), input));
                });
    }

    private Stream<Finding> tasks(ModelSet set) {
        return set.nodes().filter(node -> node.is("businessRuleTask")).flatMap(task -> {
            String ref = task.camunda("decisionRef");
            Optional<ModelSet.Decision> decision =
                    Optional.ofNullable(set.decisions().get(ref));
            if (decision.isEmpty()) {
                return Stream.of(Finding.of(
                        "decision",
                        task,
                        ref,
                        set.decisions().keySet().stream().sorted().collect(Collectors.joining(", "))));
            }
            return Stream.of(binding(task), result(task), asked(task, decision.get()))
                    .flatMap(each -> each);
        });
    }

    private static Stream<Finding> binding(Node task) {
        return task.camunda("decisionRefBinding").equals("deployment")
                ? Stream.empty()
                : Stream.of(Finding.of("binding", task));
    }

    private Stream<Finding> result(Node task) {
        String variable = task.camunda("resultVariable");
        boolean ours = known.release()
                .nodes()
                .anyMatch(node -> node.camunda("decisionRef").equals(task.camunda("decisionRef"))
                        && node.camunda("resultVariable").equals(variable));
        boolean kept = (ours || known.isAskedByAForm(task.process(), variable))
                && task.camunda("mapDecisionResult").equals("singleEntry");
        return kept ? Stream.empty() : Stream.of(Finding.of("decisionResult", task, variable));
    }

    private Stream<Finding> asked(Node task, ModelSet.Decision decision) {
        Set<String> given = ModelFile.extensions(task.xml(), "inputParameter")
                .map(each -> each.getAttribute("name"))
                .collect(Collectors.toSet());
        Set<String> held = known.variables(task.process());
        return decision.file()
                .each("inputExpression")
                .filter(input -> decision.xml()
                        .equals(input.getParentNode().getParentNode().getParentNode()))
                .map(input -> input.getTextContent().strip())
                .filter(name -> NAME.matches(name) && !given.contains(name) && !held.contains(name))
                .map(name -> Finding.of("decisionInput", task, name, task.camunda("decisionRef")));
    }
}
