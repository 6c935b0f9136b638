package fr.acse.platform.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A process as a graph of steps and sequence flows. */
final class Process {

    private final ModelFile file;
    private final Element xml;
    private final Map<String, String> names = new HashMap<>();
    private final Scope root;

    Process(ModelFile file, Element xml) {
        this.file = file;
        this.xml = xml;
        file.each("message").forEach(message -> names.put(message.getAttribute("id"), message.getAttribute("name")));
        file.each("error").forEach(error -> names.put(error.getAttribute("id"), error.getAttribute("errorCode")));
        this.root = new Scope(this, null, xml);
    }

    ModelFile file() {
        return file;
    }

    Element xml() {
        return xml;
    }

    String id() {
        return xml.getAttribute("id");
    }

    /** Message names and error codes in the file of the process, by id. */
    Map<String, String> names() {
        return names;
    }

    Scope root() {
        return root;
    }

    Stream<Scope> scopes() {
        return root.all();
    }

    Stream<Node> nodes() {
        return scopes().flatMap(scope -> scope.nodes().stream());
    }

    Stream<Flow> flows() {
        return scopes().flatMap(scope -> scope.flows().stream());
    }

    boolean isStartedByPeople() {
        return !"false".equals(ModelFile.camunda(xml, "isStartableInTasklist"));
    }

    /** The start events at which a person fills in a form. */
    Stream<Node> startsByPeople() {
        return isStartedByPeople() ? root.starts().filter(start -> start.event().isEmpty()) : Stream.empty();
    }

    /** User tasks and start events at which a person fills in a form. */
    Stream<Node> formSteps() {
        return Stream.concat(nodes().filter(node -> node.is("userTask")), startsByPeople());
    }

    @Override
    public String toString() {
        return id();
    }
}
