package fr.acse.platform.gate;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** An expression may name only variables of its process. An expression with an unknown variable would fail while a case runs. */
class VariablesAreKnown implements Rule {

    private static final Set<String> LOOP =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private final Known known;

    VariablesAreKnown(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .flatMap(process -> process.file()
                        .each("*")
                        .flatMap(element -> SimpleExpressions.texts(element)
                                .filter(text -> !isBean(element, text))
                                .flatMap(text -> wrong(process, element, text))));
    }

    private static boolean isBean(Element element, String text) {
        return ModelFile.attributes(element).stream()
                .anyMatch(attribute -> attribute.getLocalName().equals("delegateExpression")
                        && attribute.getValue().equals(text));
    }

    private Stream<Finding> wrong(Process process, Element element, String text) {
        if (!Expressions.isReadable(text)) {
            return Stream.of(Finding.of("expression", process.file(), element, text));
        }
        Set<String> names = Expressions.variables(text);
        names.removeAll(known.variables(process));
        names.removeAll(LOOP);
        return names.stream()
                .map(name -> Finding.of(
                        "variable",
                        process.file(),
                        element,
                        name,
                        text,
                        String.join(", ", new TreeSet<>(known.variables(process)))));
    }
}
