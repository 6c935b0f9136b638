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
 * A model may use a delegate or a listener only in the processes in which this release uses it. The bean acts for the person who does the
 * step. A service task without a delegate would do nothing.
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

    /** Only a service task or a thrown message may have a delegate. Only a start event (at its end) or an end event may have a listener. */
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

    /** A step may send only a notice that this release sends in the same process, with the same delegate. */
    private Stream<Finding> saying(Process process) {
        return process.nodes()
                .filter(node -> known.isOf(node.bean(), process))
                .filter(node -> !saysAsDescribed(node)
                        || !known.beans().getOrDefault(node.work(), Set.of()).contains(process.id()))
                .map(node -> Finding.of("notice", node, node.work(), offered(process)));
    }

    /** Whether a step that needs a notice has one, and no other step has one. */
    private boolean saysAsDescribed(Node node) {
        return node.notice().isEmpty()
                == known.steps().get(node.bean()).described().property().isEmpty();
    }

    private String offered(Process process) {
        return known.beans().entrySet().stream()
                .filter(bean -> bean.getValue().contains(process.id()))
                .map(bean -> bean.getKey())
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), all -> String.join(", ", all)));
    }
}
