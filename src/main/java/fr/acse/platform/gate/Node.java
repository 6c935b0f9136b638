package fr.acse.platform.gate;

import fr.acse.platform.model.ModelProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;
import org.w3c.dom.Element;

/** A step of a process: a task, an event, a gateway, a called process or a sub-process. */
final class Node {

    private static final Set<String> TASKS =
            Set.of("userTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "manualTask", "task");

    private final Element xml;
    private final Scope scope;
    private final List<Flow> in = new ArrayList<>();
    private final List<Flow> out = new ArrayList<>();
    private final List<Node> boundary = new ArrayList<>();
    private final String id;
    private final String kind;
    private final String event;
    private final String bean;
    private final Map<String, String> camunda = new ConcurrentHashMap<>();
    private final List<String> times;
    private final List<String> listeners;
    private final boolean isEventSubProcess;
    private final boolean isInterrupting;
    private final boolean rests;
    private final Optional<String> outcome;
    private final Optional<String> notice;
    private final List<Element> handedOver;
    private final List<Element> takenBack;
    private String eventName;
    private Scope inner;

    Node(Element xml, Scope scope) {
        this.xml = xml;
        this.scope = scope;
        this.id = xml.getAttribute("id");
        this.kind = xml.getLocalName();
        this.event = definition()
                .map(each -> each.getLocalName().replace("EventDefinition", ""))
                .findFirst()
                .orElse("");
        this.bean = Stream.concat(Stream.of(xml), definition())
                .map(each -> ModelFile.camunda(each, "delegateExpression"))
                .filter(expression -> !expression.isEmpty())
                .map(Node::nameOf)
                .findFirst()
                .orElse("");
        this.listeners = ModelFile.extensions(xml, "executionListener")
                .map(each -> nameOf(each.getAttribute("delegateExpression")))
                .toList();
        this.isEventSubProcess = is("subProcess") && "true".equals(xml.getAttribute("triggeredByEvent"));
        this.isInterrupting =
                !"false".equals(xml.getAttribute(is("boundaryEvent") ? "cancelActivity" : "isInterrupting"));
        this.rests = isWait() || "true".equals(camunda("asyncBefore")) || "true".equals(camunda("asyncAfter"));
        this.outcome = property(ModelProperty.OUTCOME);
        this.notice = property(ModelProperty.NOTICE);
        this.handedOver = ModelFile.extensions(xml, "in").toList();
        this.takenBack = ModelFile.extensions(xml, "out").toList();
        this.times = timer().map(each -> each.getTextContent().strip()).toList();
    }

    Element xml() {
        return xml;
    }

    String id() {
        return id;
    }

    String kind() {
        return kind;
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    Scope scope() {
        return scope;
    }

    Process process() {
        return scope.process();
    }

    List<Flow> in() {
        return in;
    }

    List<Flow> out() {
        return out;
    }

    /** Boundary events of the step. */
    List<Node> boundary() {
        return boundary;
    }

    /** Scope inside a sub-process, or null if the step is no sub-process. */
    Scope inner() {
        return inner;
    }

    void setInner(Scope inner) {
        this.inner = inner;
    }

    boolean isTask() {
        return TASKS.contains(kind());
    }

    boolean isActivity() {
        return isTask() || is("callActivity") || is("subProcess");
    }

    boolean isGateway() {
        return kind().endsWith("Gateway");
    }

    boolean isEventSubProcess() {
        return isEventSubProcess;
    }

    /** Whether a boundary event, or the start event of an event sub-process, interrupts the running steps. */
    boolean isInterrupting() {
        return isInterrupting;
    }

    /** Whether the step throws its event instead of waiting for it. */
    boolean isThrown() {
        return isEnd() || is("intermediateThrowEvent");
    }

    /** Kind of the step's event: {@code timer}, {@code message}, {@code error}, {@code link} or {@code terminate}; empty if it has none. */
    String event() {
        return event;
    }

    /** Event definitions of the step in the XML file. */
    Stream<Element> definition() {
        return ModelFile.children(xml).filter(child -> child.getLocalName().endsWith("EventDefinition"));
    }

    /** XML elements with the time of the step's timer: {@code timeDuration}, {@code timeDate} or {@code timeCycle}. */
    Stream<Element> timer() {
        return definition()
                .filter(each -> each.getLocalName().equals("timerEventDefinition"))
                .flatMap(ModelFile::children)
                .filter(each -> each.getLocalName().startsWith("time"));
    }

    /** Whether the step's timer takes its time from the given variable. */
    boolean isDueAt(String variable) {
        return times.contains("#{" + variable + "}");
    }

    /** Message name, error code or link name of the step; empty if the step has none. */
    String eventName() {
        if (eventName == null) {
            eventName = readEventName();
        }
        return eventName;
    }

    private String readEventName() {
        if (event().equals("link")) {
            return definition()
                    .map(each -> each.getAttribute("name"))
                    .findFirst()
                    .orElse("");
        }
        return Stream.concat(Stream.of(xml), definition())
                .flatMap(each -> Stream.of(each.getAttribute("messageRef"), each.getAttribute("errorRef")))
                .filter(ref -> !ref.isEmpty())
                .map(process().names()::get)
                .filter(name -> name != null)
                .findFirst()
                .orElse("");
    }

    /** Whether a case waits at the step for a person, a timer or a message. */
    boolean isWait() {
        return is("userTask")
                || is("receiveTask")
                || is("eventBasedGateway")
                || is("intermediateCatchEvent") && !event().equals("link");
    }

    /** Whether a case stops at the step, for a wait or for a job. The engine runs all steps between two stops in one transaction. */
    boolean isRest() {
        return rests;
    }

    boolean isEnd() {
        return is("endEvent");
    }

    private Optional<String> property(String name) {
        return ModelFile.extensions(xml, "property")
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    /** Name of the step's bean, followed by the step's notice, if any. The text is empty if the step has no bean. */
    String work() {
        return bean + notice.map(sent -> " " + sent).orElse("");
    }

    /** Which notice a step sends: its property {@code notice}. */
    Optional<String> notice() {
        return notice;
    }

    /** What an end means: its property {@code outcome}. */
    Optional<String> outcome() {
        return outcome;
    }

    /** Name of the bean that does the work of the step; empty if the step has none. */
    String bean() {
        return bean;
    }

    /** Names of the beans that listen to the step. */
    Stream<String> listeners() {
        return listeners.stream();
    }

    /** Variable mappings of a call: to the called process ({@code in}), or back from the called process ({@code out}). */
    List<Element> mappings(String way) {
        return way.equals("in") ? handedOver : takenBack;
    }

    /** Returns the name inside an expression that contains only a name, such as {@code #{name}}. */
    static String nameOf(String expression) {
        return StringUtils.deleteAny(expression, "#${} \t\r\n");
    }

    String camunda(String attribute) {
        return camunda.computeIfAbsent(attribute, any -> ModelFile.camunda(xml, any));
    }

    @Override
    public String toString() {
        return id();
    }
}
