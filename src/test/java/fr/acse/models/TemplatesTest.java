package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Variable;
import fr.acse.platform.model.Writes;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * What the Modeler offers is made from the annotations of the code; {@code mvn test -Dtest=TemplatesTest -Dupdate} writes it. Our own models
 * use it.
 */
class TemplatesTest {

    private static final Path FILE = Path.of(".camunda", "element-templates", "acse.json");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final String OUTCOME =
            "Reason with which it is closed: capital letters in referral, such as LIVES_ON_HER_OWN; small letters elsewhere.";

    private static final List<Model> MODELS = Model.all();
    private static final List<Class<?>> STEPS = steps();

    private static final JavaClasses CODE = new ClassFileImporter().importClasses(STEPS);

    private static List<Class<?>> steps() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ModelStep.class));
        return scanner.findCandidateComponents("fr.acse").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    @Test
    void theTemplatesAreThoseOfTheCode() throws IOException {
        String made = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(templates()) + "\n";
        if (System.getProperty("update") != null) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, made);
        }

        assertThat(Files.readString(FILE)).isEqualTo(made);
    }

    @Test
    void everyElementOfOurModelsHasTheTemplateForIt() {
        Map<String, Integer> versions = new TreeMap<>();
        templates().forEach(template -> versions.put((String) template.get("id"), (Integer) template.get("version")));
        List<String> wrong = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (Model model : MODELS) {
            for (FlowNode node : model.elements(FlowNode.class)) {
                String wanted = wanted(node);
                String has = node.getAttributeValueNs(CAMUNDA, "modelerTemplate");
                used.add(String.valueOf(has));
                if (wanted != null
                        && !(wanted.equals(has)
                                && String.valueOf(versions.get(wanted))
                                        .equals(node.getAttributeValueNs(CAMUNDA, "modelerTemplateVersion")))) {
                    wrong.add(model.id() + " " + node.getId() + ": " + has + ", wanted " + wanted);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(versions.keySet()).as("offered and not used by us").isSubsetOf(used);
    }

    /** A step reads and writes what it says: the fields of its code that are variables. */
    @Test
    void stepsNameTheVariablesThatTheyUse() {
        List<String> wrong = new ArrayList<>();
        for (Class<?> step : STEPS) {
            Set<String> named = new TreeSet<>(names(step, true));
            named.addAll(names(step, false));
            Set<String> used = CODE.get(step).getFieldAccessesFromSelf().stream()
                    .filter(access -> access.getTarget().getRawType().isEquivalentTo(Variable.class))
                    .map(TemplatesTest::nameOf)
                    .filter(name -> !name.equals(ProcessContract.CASE_REFERENCE.name()))
                    .collect(Collectors.toCollection(TreeSet::new));
            used.removeAll(named);
            if (!used.isEmpty()) {
                wrong.add(step.getSimpleName() + " uses " + used);
            }
        }

        assertThat(STEPS).hasSizeGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyDelegateAndListenerOfAModelIsOffered() {
        Set<String> offered = STEPS.stream().map(TemplatesTest::expression).collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (Model model : MODELS) {
            model.elements(ServiceTask.class).forEach(task -> used.add(task.getCamundaDelegateExpression()));
            model.elements(CamundaExecutionListener.class)
                    .forEach(listener -> used.add(listener.getCamundaDelegateExpression()));
        }

        assertThat(used).isSubsetOf(offered);
    }

    private static String nameOf(JavaFieldAccess access) {
        try {
            Field field = access.getTargetOwner()
                    .reflect()
                    .getDeclaredField(access.getTarget().getName());
            field.setAccessible(true);
            return ((Variable<?>) field.get(null)).name();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String wanted(FlowNode node) {
        if (node instanceof ServiceTask task && task.getCamundaDelegateExpression() != null) {
            return id(task.getCamundaDelegateExpression());
        }
        if (node instanceof UserTask task) {
            return task.getCamundaAssignee() == null ? "fr.acse.task" : "fr.acse.ownTask";
        }
        CamundaExecutionListener listener = node.getChildElementsByType(ExtensionElements.class).stream()
                .flatMap(all -> all.getChildElementsByType(CamundaExecutionListener.class).stream())
                .findFirst()
                .orElse(null);
        if (listener != null) {
            return id(listener.getCamundaDelegateExpression());
        }
        MessageEventDefinition message = node.getChildElementsByType(MessageEventDefinition.class).stream()
                .findFirst()
                .orElse(null);
        if (message != null && message.getMessage() != null) {
            return "fr.acse.message." + shortName(message.getMessage());
        }
        if (!node.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
            return "fr.acse.clock";
        }
        return node instanceof EndEvent ? "fr.acse.end" : null;
    }

    private static String shortName(Message message) {
        return message.getName().replace("acse.", "");
    }

    private static String id(String expression) {
        return "fr.acse." + expression.replaceAll("[#{}]|Delegate|Listener", "");
    }

    private static String expression(Class<?> step) {
        String name = step.getSimpleName();
        return "#{" + Character.toLowerCase(name.charAt(0)) + name.substring(1) + "}";
    }

    private static Set<String> names(Class<?> step, boolean read) {
        Reads reads = step.getAnnotation(Reads.class);
        Writes writes = step.getAnnotation(Writes.class);
        return read
                ? reads == null ? Set.of() : Set.of(reads.value())
                : writes == null ? Set.of() : Set.of(writes.value());
    }

    private static List<Map<String, Object>> templates() {
        List<Map<String, Object>> templates = new ArrayList<>();
        for (Class<?> step : STEPS) {
            if (JavaDelegate.class.isAssignableFrom(step) && isOfATask(step)) {
                templates.add(delegate(step));
            } else if (ExecutionListener.class.isAssignableFrom(step)) {
                templates.add(listener(step));
            }
        }
        MODELS.stream()
                .flatMap(model -> model.elements(Message.class).stream())
                .map(TemplatesTest::shortName)
                .distinct()
                .sorted()
                .forEach(message -> templates.add(message(message)));
        templates.add(task(
                "fr.acse.task",
                "Task of a group",
                "Somebody of a group does it with a form that is deployed together with the process.",
                dropdown("Who", "camunda:candidateGroups", used("candidateGroups"))));
        templates.add(task(
                "fr.acse.ownTask",
                "Task of one person",
                "One person does it, such as the escort, with a form that is deployed together with the process.",
                dropdown("Who", "camunda:assignee", used("assignee"))));
        templates.add(template(
                "fr.acse.clock",
                "Clock",
                "Write a duration (PT24H, P7D, P1M) or a variable that holds a moment, such as #{permitEndsOn}. Never shorter than a minute."
                        + " A clock beside a step that does not end it reminds; one that ends it leads on.",
                List.of("bpmn:BoundaryEvent", "bpmn:IntermediateCatchEvent", "bpmn:StartEvent"),
                "M8 3a5 5 0 1 0 .1 0M8 5v3h3",
                1,
                List.of()));
        templates.add(template(
                "fr.acse.end",
                "End",
                "Ends this path. Use the template of closing where the case, the permit track or the journey is closed here.",
                List.of("bpmn:EndEvent"),
                "M8 3a5 5 0 1 0 .1 0",
                1,
                List.of()));
        return templates;
    }

    /** What messages tell to a case is a template of the message. */
    private static boolean isOfATask(Class<?> step) {
        return MODELS.stream()
                .flatMap(model -> model.elements(ServiceTask.class).stream())
                .anyMatch(task -> expression(step).equals(task.getCamundaDelegateExpression()));
    }

    private static Map<String, Object> delegate(Class<?> step) {
        Map<String, Object> template = template(
                id(expression(step)),
                step.getAnnotation(ModelStep.class).name(),
                said(step),
                List.of("bpmn:Task", "bpmn:ServiceTask"),
                "M8 5a3 3 0 1 0 .1 0M8 2v3M8 11v3M2 8h3M11 8h3",
                step.getAnnotation(ModelStep.class).version(),
                List.of(hidden("camunda:delegateExpression", expression(step))));
        template.put("elementType", Map.of("value", "bpmn:ServiceTask"));
        template.put("category", category(step));
        return template;
    }

    /** The process in which it works: the gate refuses it in another one. */
    private static Map<String, Object> category(Class<?> step) {
        Model model = MODELS.stream()
                .filter(each -> each.elements(ServiceTask.class).stream()
                        .anyMatch(task -> expression(step).equals(task.getCamundaDelegateExpression())))
                .findFirst()
                .orElseThrow();
        return ordered(
                "id",
                model.id(),
                "name",
                "In " + model.elements(Process.class).iterator().next().getName());
    }

    private static Map<String, Object> listener(Class<?> step) {
        List<CamundaExecutionListener> uses = MODELS.stream()
                .flatMap(model -> model.elements(CamundaExecutionListener.class).stream())
                .filter(use -> expression(step).equals(use.getCamundaDelegateExpression()))
                .toList();
        String event = uses.get(0).getCamundaEvent();
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(ordered(
                "type",
                "Hidden",
                "value",
                expression(step),
                "binding",
                ordered(
                        "type",
                        "camunda:executionListener",
                        "eventType",
                        event,
                        "implementationType",
                        "delegateExpression")));
        if (event.equals("start")) {
            properties.add(ordered(
                    "label",
                    "Outcome",
                    "description",
                    OUTCOME,
                    "type",
                    "String",
                    "constraints",
                    Map.of("notEmpty", true),
                    "binding",
                    ordered("type", "camunda:property", "name", "outcome")));
        }
        return template(
                id(expression(step)),
                step.getAnnotation(ModelStep.class).name(),
                said(step),
                List.of(event.equals("start") ? "bpmn:EndEvent" : "bpmn:StartEvent"),
                "M8 3a5 5 0 1 0 .1 0M6 8l2 2 3-4",
                step.getAnnotation(ModelStep.class).version(),
                properties);
    }

    private static Map<String, Object> message(String name) {
        return template(
                "fr.acse.message." + name,
                "Message: " + words(name),
                "Set the global message reference to acse." + name + ". The case hears it while it waits here.",
                List.of(
                        "bpmn:BoundaryEvent",
                        "bpmn:IntermediateCatchEvent",
                        "bpmn:IntermediateThrowEvent",
                        "bpmn:StartEvent",
                        "bpmn:EndEvent"),
                "M2 4h12v8h-12zl6 4 6-4",
                1,
                List.of());
    }

    private static Map<String, Object> task(String id, String name, String description, Map<String, Object> who) {
        return template(
                id,
                name,
                description,
                List.of("bpmn:Task", "bpmn:UserTask"),
                "M8 2a3 3 0 1 0 .1 0M2 14c0-7 12-7 12 0z",
                1,
                List.of(
                        who,
                        text(
                                "Due",
                                "A duration from now (PT24H, P7D) or a variable that holds a moment, such as #{answerDueAt}.",
                                "camunda:dueDate"),
                        text("Priority", "From 0 to 100; 50 if it is left empty.", "camunda:priority"),
                        ordered(
                                "label",
                                "Form",
                                "description",
                                "Id of the form.",
                                "type",
                                "String",
                                "constraints",
                                Map.of("notEmpty", true),
                                "binding",
                                ordered("type", "property", "name", "camunda:formRef")),
                        hidden("camunda:formRefBinding", "deployment")));
    }

    private static Map<String, Object> text(String label, String description, String name) {
        return ordered(
                "label",
                label,
                "description",
                description,
                "type",
                "String",
                "optional",
                true,
                "binding",
                ordered("type", "property", "name", name));
    }

    private static List<String> used(String attribute) {
        return MODELS.stream()
                .flatMap(model -> model.elements(UserTask.class).stream())
                .map(task -> task.getAttributeValueNs(CAMUNDA, attribute))
                .filter(value -> value != null)
                .distinct()
                .sorted()
                .toList();
    }

    private static Map<String, Object> dropdown(String label, String name, List<String> values) {
        return ordered(
                "label",
                label,
                "type",
                "Dropdown",
                "choices",
                values.stream()
                        .map(value -> ordered("name", group(value), "value", value))
                        .toList(),
                "binding",
                ordered("type", "property", "name", name));
    }

    private static String group(String value) {
        return value.replace("#{escortLogin}", "the escort")
                .replace("#{operatorGroup}", "the organisation that asks for her")
                .replace("#{shelterGroup}", "the shelter of the case")
                .replace(",", " or ");
    }

    private static Map<String, Object> hidden(String name, String value) {
        return ordered("type", "Hidden", "value", value, "binding", ordered("type", "property", "name", name));
    }

    private static String said(Class<?> step) {
        return Stream.of(
                        step.getAnnotation(ModelStep.class).does(),
                        names(step, true).isEmpty() ? "" : "Reads: " + sorted(names(step, true)) + ".",
                        names(step, false).isEmpty() ? "" : "Writes: " + sorted(names(step, false)) + ".")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String words(String name) {
        return Arrays.stream(name.split("(?=[A-Z])")).map(String::toLowerCase).collect(Collectors.joining(" "));
    }

    private static Map<String, Object> template(
            String id,
            String name,
            String description,
            List<String> appliesTo,
            String icon,
            int version,
            List<Map<String, Object>> properties) {
        return ordered(
                "$schema",
                SCHEMA,
                "name",
                name,
                "id",
                id,
                "version",
                version,
                "description",
                description,
                "icon",
                Map.of(
                        "contents",
                        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='16' fill='none' stroke='%23222'%3E%3Cpath d='"
                                + icon + "'/%3E%3C/svg%3E"),
                "appliesTo",
                appliesTo,
                "properties",
                properties);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
