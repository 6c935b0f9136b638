package fr.acse.platform.model;

import fr.acse.words.Words;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The property {@code outcome} says what an end event means. The code of the process must know it, and an end with a listener must
 * have one.
 */
class OutcomesOfEnds implements ModelRule {

    private final Map<String, Set<String>> outcomes;

    /** @param outcomes by process */
    OutcomesOfEnds(Map<String, Set<String>> outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Stream<String> faults(ModelFile model, DeployedForms forms) {
        return model.each("endEvent")
                .filter(end -> !isMeant(end))
                .map(end -> ModelFile.fault(
                        end,
                        Words.of(
                                "model.outcome",
                                outcome(end).orElse(""),
                                String.join(", ", new TreeSet<>(known(end))))));
    }

    private boolean isMeant(Element end) {
        Set<String> known = known(end);
        return outcome(end)
                .map(known::contains)
                .orElseGet(() -> known.isEmpty()
                        || extensions(end, "executionListener").findAny().isEmpty());
    }

    private Set<String> known(Element end) {
        return outcomes.getOrDefault(ModelFile.processOf(end), Set.of());
    }

    private static Optional<String> outcome(Element end) {
        return extensions(end, "property")
                .filter(property -> property.getAttribute("name").equals(EndOutcome.PROPERTY))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    private static Stream<Element> extensions(Element end, String name) {
        return ModelFile.children(end)
                .filter(child -> child.getLocalName().equals("extensionElements"))
                .flatMap(ModelFile::children)
                .flatMap(extension -> Stream.concat(Stream.of(extension), ModelFile.children(extension)))
                .filter(extension -> ModelFile.isOfCamunda(extension)
                        && extension.getLocalName().equals(name));
    }
}
