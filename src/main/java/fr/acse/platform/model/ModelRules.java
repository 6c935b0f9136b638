package fr.acse.platform.model;

import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a model may hold when somebody deploys it: only the listed extensions of Camunda (so no class, no script and
 * no other kind of form), only delegates that exist, and only decisions in FEEL. Models are code, and these rules say
 * what they may run.
 */
class ModelRules implements Deployer {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /**
     * The engine also reads the extensions of its predecessor, under another namespace. So only these namespaces are
     * allowed.
     */
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
            CAMUNDA);

    private static final Set<String> EXTENSIONS = Set.of(
            "assignee",
            "asyncAfter",
            "asyncBefore",
            "calledElementBinding",
            "calledElementVersion",
            "candidateGroups",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "delegateExpression",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
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

    private static final Set<String> NO_ATTRIBUTES_OF_EXTENSIONS =
            Set.of("class", "expression", "resource", "scriptFormat");
    private static final Set<String> NO_ELEMENTS = Set.of("script", "scriptTask");
    private static final Set<String> EXPRESSION_LANGUAGES =
            Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");
    /** Only our code may set it, because a process acts for the case that it names. */
    private static final String CASE_REFERENCE = ProcessContract.CASE_REFERENCE.name();

    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";
    /** Attributes and elements by which a model names a variable that it sets. */
    private static final Set<String> SETS =
            Set.of("target", "resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable");

    private static final Pattern DELEGATE = Pattern.compile("#\\{(\\w+)}");
    private static final Pattern KNOWN_KINDS = Pattern.compile(".*\\.(bpmn|dmn|form|png|svg)");

    private final Predicate<String> isDelegate;
    private final OwnDelegates delegates = new OwnDelegates();
    private final Supplier<Collection<ModelTrial>> trials;

    ModelRules(Predicate<String> isDelegate, Supplier<Collection<ModelTrial>> trials) {
        this.isDelegate = isDelegate;
        this.trials = trials;
    }

    /** @throws Refusal for the first model that breaks a rule; it lists everything that is wrong with that model */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            Map<String, ResourceEntity> files = deployment.getResources();
            files.values().forEach(this::check);
            Set<String> forms = files.values().stream()
                    .filter(file -> file.getName().endsWith(".form"))
                    .map(file -> FormRules.id(file.getName(), file.getBytes()))
                    .collect(Collectors.toSet());
            files.values().stream()
                    .filter(file -> file.getName().endsWith(".bpmn"))
                    .forEach(file -> checkForms(file, forms));
        }
    }

    /** Every task, and every start by a person, has a form that is deployed with it. */
    private static void checkForms(ResourceEntity resource, Set<String> forms) {
        List<String> wrong = new ArrayList<>();
        Document model = parse(resource);
        each(model, "userTask").forEach(task -> checkForm(task, forms, wrong));
        each(model, "process")
                .filter(ModelRules::isStartedByPeople)
                .forEach(process -> children(process)
                        .filter(child -> "startEvent".equals(child.getLocalName()))
                        .filter(start -> children(start)
                                .noneMatch(child ->
                                        String.valueOf(child.getLocalName()).endsWith("EventDefinition")))
                        .forEach(start -> checkForm(start, forms, wrong)));
        if (!wrong.isEmpty()) {
            throw new Refusal("modelForms", resource.getName(), String.join(", ", wrong));
        }
    }

    private static boolean isStartedByPeople(Element process) {
        return !"false".equals(process.getAttributeNS(CAMUNDA, "isStartableInTasklist"));
    }

    private static void checkForm(Element element, Set<String> forms, List<String> wrong) {
        if (!forms.contains(element.getAttributeNS(CAMUNDA, "formRef"))
                || !"deployment".equals(element.getAttributeNS(CAMUNDA, "formRefBinding"))) {
            wrong.add(element.getAttribute("id"));
        }
    }

    private static Stream<Element> each(Document model, String name) {
        NodeList found = model.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Stream<Element> children(Element element) {
        NodeList all = element.getChildNodes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private void check(ResourceEntity resource) {
        String name = resource.getName();
        if (!KNOWN_KINDS.matcher(name).matches()) {
            throw new Refusal("modelKind", name);
        }
        List<String> wrong = new ArrayList<>();
        if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
            Document model = parse(resource);
            visit(model.getDocumentElement(), wrong);
            Set<String> ids = new HashSet<>();
            each(model, "*")
                    .map(element -> element.getAttribute("id"))
                    .filter(id -> !id.isEmpty() && !ids.add(id))
                    .forEach(id -> wrong.add(Words.of("form.twice", id)));
        }
        if (!wrong.isEmpty()) {
            throw new Refusal("model", name, String.join("; ", wrong));
        }
        if (name.endsWith(".form")) {
            FormRules.check(name, resource.getBytes());
        }
        String model = new String(resource.getBytes(), StandardCharsets.UTF_8);
        trials.get().forEach(trial -> trial.tryOut(name, model));
    }

    private void visit(Element element, List<String> wrong) {
        String name = element.getLocalName();
        boolean extension = CAMUNDA.equals(element.getNamespaceURI());
        boolean known = NAMESPACES.contains(String.valueOf(element.getNamespaceURI()));
        if (!known || extension && !EXTENSIONS.contains(name) || NO_ELEMENTS.contains(name)) {
            wrong.add(place(element) + name);
        }
        for (Attr attribute : attributes(element)) {
            check(element, attribute, extension, wrong);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                visit(inner, wrong);
            }
        }
    }

    private void check(Element element, Attr attribute, boolean inExtension, List<String> wrong) {
        String name = attribute.getLocalName();
        boolean extension =
                inExtension ? attribute.getNamespaceURI() == null : CAMUNDA.equals(attribute.getNamespaceURI());
        boolean refused =
                inExtension ? NO_ATTRIBUTES_OF_EXTENSIONS.contains(name) : extension && !EXTENSIONS.contains(name);
        boolean foreign = name.equals("language") && element.getLocalName().endsWith("xpression")
                || name.equals("expressionLanguage") && !EXPRESSION_LANGUAGES.contains(attribute.getValue());
        boolean known = attribute.getNamespaceURI() == null || NAMESPACES.contains(attribute.getNamespaceURI());
        if (!known || refused || foreign) {
            wrong.add(place(element) + name);
        }
        if (name.equals("delegateExpression")) {
            Matcher delegate = DELEGATE.matcher(attribute.getValue());
            if (!delegate.matches()
                    || !isDelegate.test(delegate.group(1))
                    || !delegates.isOf(delegate.group(1), process(element))) {
                wrong.add(place(element) + attribute.getValue());
            }
        }
        if (setsCaseReference(element, name, attribute.getValue())) {
            wrong.add(place(element) + attribute.getValue());
        }
    }

    /** Only our code names a case; a model may only pass the reference on unchanged. */
    private static boolean setsCaseReference(Element element, String name, String value) {
        if (name.equals("businessKey")) {
            return !value.equals(BUSINESS_KEY);
        }
        boolean parameter = String.valueOf(element.getLocalName()).endsWith("Parameter") && name.equals("name");
        boolean handedOn = "in".equals(element.getLocalName())
                && CASE_REFERENCE.equals(element.getAttribute("source"))
                && !element.hasAttribute("sourceExpression");
        return (SETS.contains(name) || parameter) && value.equals(CASE_REFERENCE) && !handedOn;
    }

    private static String process(Element element) {
        for (Node each = element; each instanceof Element around; each = each.getParentNode()) {
            if ("process".equals(around.getLocalName())) {
                return around.getAttribute("id");
            }
        }
        return "";
    }

    private static List<Attr> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(i -> (Attr) attributes.item(i))
                .filter(attribute -> !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI()))
                .toList();
    }

    /** The nearest element around it that has an id, so that an analyst can find it. */
    private static String place(Element element) {
        for (Node each = element; each instanceof Element around; each = each.getParentNode()) {
            if (around.hasAttribute("id")) {
                return around.getAttribute("id") + ": ";
            }
        }
        return "";
    }

    private static Document parse(ResourceEntity resource) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(resource.getBytes()));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new Refusal("modelXml", resource.getName(), e.getMessage());
        }
    }
}
