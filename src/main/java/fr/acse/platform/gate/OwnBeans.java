package fr.acse.platform.gate;

import com.google.re2j.Pattern;
import fr.acse.platform.model.ModelSteps.Step;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A delegate or a listener acts for the person who does the step, so it works only in the process for which this release has
 * it. A service task without one does nothing.
 */
class OwnBeans implements Rule {

    private static final Pattern BEAN = Pattern.compile("#\\{[A-Za-z]\\w*}");

    private final Known known;

    OwnBeans(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .flatMap(process -> Stream.of(named(process), without(process), saying(process))
                        .flatMap(found -> found));
    }

    private Stream<Finding> named(Process process) {
        return process.file()
                .each("*")
                .flatMap(element -> ModelFile.attributes(element).stream()
                        .filter(attribute -> attribute.getLocalName().equals("delegateExpression"))
                        .filter(attribute -> !BEAN.matcher(attribute.getValue()).matches()
                                || !known.isOf(nameOf(attribute), process)
                                || !isPlaced(element, known.steps().get(nameOf(attribute))))
                        .map(attribute ->
                                Finding.of("bean", process.file(), element, attribute.getValue(), offered(process))));
    }

    private static String nameOf(Attr attribute) {
        return Node.nameOf(attribute.getValue());
    }

    /** A delegate does the work of a service task or sends the message of an event; a listener listens to an event or a step. */
    private static boolean isPlaced(Element element, Step step) {
        if (element.getLocalName().equals("executionListener")) {
            Element listened = (Element) element.getParentNode().getParentNode();
            return step.isListener()
                    && List.of("startEvent", "endEvent").contains(listened.getLocalName())
                    && element.getAttribute("event")
                            .equals(listened.getLocalName().equals("endEvent") ? "start" : "end");
        }
        boolean sends = element.getLocalName().equals("messageEventDefinition")
                && List.of("endEvent", "intermediateThrowEvent")
                        .contains(element.getParentNode().getLocalName());
        return !step.isListener() && (sends || element.getLocalName().equals("serviceTask"));
    }

    private static Stream<Finding> without(Process process) {
        return process.nodes()
                .filter(node -> node.is("serviceTask")
                        || node.isThrown() && node.event().equals("message"))
                .filter(node -> node.bean().isEmpty())
                .map(node -> Finding.of("noBean", node));
    }

    /** A step that sends a notice sends one that this process sends in the release. */
    private Stream<Finding> saying(Process process) {
        return process.nodes()
                .filter(node -> known.isOf(node.bean(), process))
                .filter(node ->
                        !known.beans().getOrDefault(node.work(), Set.of()).contains(process.id()))
                .map(node -> Finding.of("notice", node, node.work(), offered(process)));
    }

    private String offered(Process process) {
        return known.beans().entrySet().stream()
                .filter(bean -> bean.getValue().contains(process.id()))
                .map(bean -> bean.getKey())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), all -> String.join(", ", all)));
    }
}
