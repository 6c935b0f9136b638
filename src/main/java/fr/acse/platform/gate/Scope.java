package fr.acse.platform.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The steps that lie directly in a process or in a sub-process. */
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

    /** @param around sub-process that contains the steps, or null for the process itself */
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

    /** Sequence flows that lack a source or a target step, and boundary events that are attached to no step. */
    List<Element> loose() {
        return loose;
    }

    /** Start events of the scope. */
    Stream<Node> starts() {
        return starts.stream();
    }

    /** This scope and all scopes inside it. */
    Stream<Scope> all() {
        return Stream.concat(
                Stream.of(this),
                nodes.stream()
                        .filter(node -> node.inner() != null)
                        .flatMap(node -> node.inner().all()));
    }

    /** Catching link events that belong to the given throwing link event. */
    Stream<Node> linked(Node thrown) {
        return nodes.stream()
                .filter(node -> node.is("intermediateCatchEvent")
                        && node.event().equals("link")
                        && node.eventName().equals(thrown.eventName()));
    }

    /** Whether the scope belongs to an event sub-process, which can start at any time. */
    boolean isOfEvent() {
        return around != null && (around.isEventSubProcess() || around.scope().isOfEvent());
    }

    /** Whether the end of the scope leaves the enclosing scope running: the scope is a loop or a non-interrupting event sub-process. */
    boolean isBeside() {
        return around != null
                && (ModelFile.children(around.xml(), "multiInstanceLoopCharacteristics")
                                .findAny()
                                .isPresent()
                        || around.isEventSubProcess() && starts().noneMatch(Node::isInterrupting));
    }
}
