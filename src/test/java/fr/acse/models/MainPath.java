package fr.acse.models;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;

/** The way of a case to which nothing bad happens: at each choice the flow that leads furthest without going back. */
public final class MainPath {

    private MainPath() {}

    /** Ids of the flow nodes on the longest way from the start to an end, with what goes on beside it after a fork. */
    public static Set<String> of(Model model) {
        Process process = model.elements(Process.class).iterator().next();
        FlowNode start = process.getFlowElements().stream()
                .filter(StartEvent.class::isInstance)
                .map(FlowNode.class::cast)
                .findFirst()
                .orElseThrow();
        return longest(start, new LinkedHashSet<>());
    }

    private static Set<String> longest(FlowNode node, Set<String> before) {
        Set<String> path = new LinkedHashSet<>(before);
        if (!path.add(node.getId())) {
            return before;
        }
        Set<String> best = path;
        for (SequenceFlow flow : node.getOutgoing()) {
            Set<String> further = longest(flow.getTarget(), path);
            if (node instanceof ParallelGateway || node instanceof InclusiveGateway) {
                best = union(best, further);
            } else if (further.size() > best.size()) {
                best = further;
            }
        }
        if (node instanceof ThrowEvent link) {
            Set<String> linked = linked(link, path);
            best = linked.size() > best.size() ? linked : best;
        }
        return best;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Set<String> linked(ThrowEvent link, Set<String> path) {
        return link.getEventDefinitions().stream()
                .filter(LinkEventDefinition.class::isInstance)
                .map(LinkEventDefinition.class::cast)
                .flatMap(thrown -> link.getModelInstance().getModelElementsByType(IntermediateCatchEvent.class).stream()
                        .filter(caught -> caught.getEventDefinitions().stream()
                                .anyMatch(definition -> isNamed(definition, thrown.getName()))))
                .findFirst()
                .map(caught -> longest((FlowNode) caught, path))
                .orElse(path);
    }

    private static boolean isNamed(EventDefinition definition, String name) {
        return definition instanceof LinkEventDefinition link && name.equals(link.getName());
    }
}
