package fr.acse.platform.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The steps of a process or of a sub-process that lie directly in it. */
final class Scope {

    private static final Set<String> NO_STEPS = Set.of(
            "sequenceFlow",
            "documentation",
            "extensionElements",
            "laneSet",
            "textAnnotation",
            "association",
            "group",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "property",
            "incoming",
            "outgoing",
            "multiInstanceLoopCharacteristics");

    private final Process process;
    private final Node around;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Node> starts;
    private final List<Element> loose = new ArrayList<>();

    /** @param around the sub-process, or null for the process itself */
    Scope(Process process, Node around, Element xml) {
        this.process = process;
        this.around = around;
        Map<String, Node> byId = new HashMap<>();
        ModelFile.children(xml)
                .filter(child -> !NO_STEPS.contains(child.getLocalName()))
                .forEach(child -> {
                    Node node = new Node(child, this);
                    nodes.add(node);
                    byId.put(node.id(), node);
                    if (node.is("subProcess")) {
                        node.setInner(new Scope(process, node, child));
                    }
                });
        starts = nodes.stream().filter(node -> node.is("startEvent")).toList();
        ModelFile.children(xml, "sequenceFlow").forEach(child -> {
            Node from = byId.get(child.getAttribute("sourceRef"));
            Node to = byId.get(child.getAttribute("targetRef"));
            if (from == null || to == null) {
                loose.add(child);
            } else {
                Flow flow = new Flow(child, from, to);
                flows.add(flow);
                from.out().add(flow);
                to.in().add(flow);
            }
        });
        nodes.stream().filter(node -> node.is("boundaryEvent")).forEach(event -> {
            Node host = byId.get(event.xml().getAttribute("attachedToRef"));
            if (host == null) {
                loose.add(event.xml());
            } else {
                host.boundary().add(event);
            }
        });
    }

    Process process() {
        return process;
    }

    Node around() {
        return around;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Flow> flows() {
        return flows;
    }

    /** Arrows and border events that hang in the air. */
    List<Element> loose() {
        return loose;
    }

    /** Where it begins. */
    Stream<Node> starts() {
        return starts.stream();
    }

    /** It and all scopes in it. */
    Stream<Scope> all() {
        return Stream.concat(
                Stream.of(this),
                nodes.stream()
                        .filter(node -> node.inner() != null)
                        .flatMap(node -> node.inner().all()));
    }

    /** Where a link leads to. */
    Stream<Node> linked(Node thrown) {
        return nodes.stream()
                .filter(node -> node.is("intermediateCatchEvent")
                        && node.event().equals("link")
                        && node.eventName().equals(thrown.eventName()));
    }

    /** Whether it is in an event sub-process: then it can begin at any time. */
    boolean isOfEvent() {
        return around != null && (around.isEventSubProcess() || around.scope().isOfEvent());
    }

    /** Whether its end is not the end of what is around it: it runs once for each of several, or beside the rest. */
    boolean isBeside() {
        return around != null
                && (ModelFile.children(around.xml(), "multiInstanceLoopCharacteristics")
                                .findAny()
                                .isPresent()
                        || around.isEventSubProcess() && starts().noneMatch(Node::isInterrupting));
    }
}
