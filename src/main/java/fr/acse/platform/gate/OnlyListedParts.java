package fr.acse.platform.gate;

import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A model may contain only the elements and the Camunda extensions that are listed here, because the engine executes models like code.
 * Classes, scripts and other kinds of form are forbidden, and decisions must use FEEL.
 */
class OnlyListedParts implements RuleOfFile {

    /** A model may use only these XML namespaces, because the engine also reads extensions in the namespace of its predecessor. */
    private static final Set<String> NAMESPACES = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://camunda.org/schema/modeler/1.0",
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://camunda.org/schema/1.0/dmn",
            ModelFile.CAMUNDA);

    private static final Set<String> EXTENSIONS = Set.of(
            "assignee",
            "asyncAfter",
            "asyncBefore",
            "calledElementBinding",
            "calledElementVersion",
            "candidateGroups",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "delegateExpression",
            "dueDate",
            "exclusive",
            "executionListener",
            "failedJobRetryTimeCycle",
            "followUpDate",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "historyTimeToLive",
            "in",
            "inputOutput",
            "inputParameter",
            "isStartableInTasklist",
            "jobPriority",
            "mapDecisionResult",
            "modelerTemplate",
            "modelerTemplateIcon",
            "modelerTemplateVersion",
            "out",
            "outputParameter",
            "priority",
            "properties",
            "property",
            "resultVariable",
            "versionTag");

    /** Allowed attributes of Camunda's extension elements. */
    private static final Set<String> OF_EXTENSIONS = Set.of(
            "businessKey",
            "delegateExpression",
            "event",
            "id",
            "name",
            "source",
            "sourceExpression",
            "target",
            "value");

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** Allowed elements of BPMN, including some kinds of step that {@link ListedSteps} refuses with its own message. */
    private static final Set<String> OF_BPMN = Set.of(
            "association",
            "boundaryEvent",
            "businessRuleTask",
            "callActivity",
            "category",
            "categoryValue",
            "collaboration",
            "completionCondition",
            "conditionExpression",
            "definitions",
            "documentation",
            "endEvent",
            "error",
            "errorEventDefinition",
            "eventBasedGateway",
            "exclusiveGateway",
            "extensionElements",
            "flowNodeRef",
            "group",
            "incoming",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "lane",
            "laneSet",
            "linkEventDefinition",
            "loopCardinality",
            "manualTask",
            "message",
            "messageEventDefinition",
            "multiInstanceLoopCharacteristics",
            "outgoing",
            "parallelGateway",
            "participant",
            "process",
            "receiveTask",
            "sequenceFlow",
            "serviceTask",
            "startEvent",
            "subProcess",
            "terminateEventDefinition",
            "text",
            "textAnnotation",
            "timeCycle",
            "timeDate",
            "timeDuration",
            "timerEventDefinition",
            "userTask",
            "complexGateway",
            "inclusiveGateway",
            "sendTask",
            "task",
            "adHocSubProcess",
            "transaction");

    private static final Set<String> EXPRESSION_LANGUAGES =
            Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");

    @Override
    public Stream<Finding> findings(ModelFile model) {
        return model.each("*").flatMap(element -> findings(model, element));
    }

    private static Stream<Finding> findings(ModelFile model, Element element) {
        Stream<Finding> itself = isListed(element)
                ? Stream.empty()
                : Stream.of(Finding.of("part", model, element, element.getLocalName()));
        Stream<Finding> attributes = ModelFile.attributes(element).stream()
                .filter(attribute -> !isListed(element, attribute))
                .map(attribute -> Finding.of("part", model, element, attribute.getLocalName()));
        return Stream.concat(itself, attributes);
    }

    private static boolean isListed(Element element) {
        String name = element.getLocalName();
        return NAMESPACES.contains(String.valueOf(element.getNamespaceURI()))
                && (!ModelFile.isOfCamunda(element) || EXTENSIONS.contains(name))
                && (!BPMN.equals(element.getNamespaceURI()) || OF_BPMN.contains(name))
                && isInItsPlace(element);
    }

    /** The engine and the rules read a property at one place only, and once. */
    private static boolean isInItsPlace(Element element) {
        String parent = element.getParentNode().getLocalName();
        return switch (ModelFile.isOfCamunda(element) ? element.getLocalName() : "") {
            case "properties" -> "extensionElements".equals(parent) && isFirst(element, "");
            case "property" -> "properties".equals(parent) && isFirst(element, element.getAttribute("name"));
            default -> true;
        };
    }

    private static boolean isFirst(Element element, String named) {
        for (Node before = element.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            if (before instanceof Element other
                    && element.getLocalName().equals(other.getLocalName())
                    && other.getAttribute("name").equals(named)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isListed(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        boolean known = attribute.getNamespaceURI() == null || NAMESPACES.contains(attribute.getNamespaceURI());
        boolean allowed = ModelFile.isOfCamunda(element)
                ? OF_EXTENSIONS.contains(name)
                : !ModelFile.CAMUNDA.equals(attribute.getNamespaceURI()) || EXTENSIONS.contains(name);
        return known && allowed && !isForeignLanguage(element, name, attribute.getValue());
    }

    private static boolean isForeignLanguage(Element element, String name, String value) {
        return name.equals("language") && element.getLocalName().endsWith("xpression")
                || name.equals("expressionLanguage") && !EXPRESSION_LANGUAGES.contains(value);
    }
}
