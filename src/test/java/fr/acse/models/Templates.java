package fr.acse.models;

import fr.acse.codes.Relation;
import fr.acse.platform.model.ModelSteps;
import fr.acse.platform.model.ModelSteps.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.util.StringUtils;

/** Element templates for the Modeler, made from the annotations of the code and from the messages of the models. */
final class Templates {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final String OUTCOME =
            "Reason with which it is closed: capital letters in referral, such as LIVES_ON_HER_OWN; small letters elsewhere.";

    private static final Map<Relation, String> PARTS = Map.of(
            Relation.OPERATOR, "the association",
            Relation.COORDINATION, "the coordination",
            Relation.TELEPHONE, "the coordination for a shelter that answered by telephone",
            Relation.HOLDER, "the shelter",
            Relation.LEAVING, "the shelter that she leaves",
            Relation.FINANCE, "finance",
            Relation.SUPERVISOR, "a supervisor",
            Relation.ANSWERING, "a supervisor who answers the late request herself");

    static final List<Model> MODELS = Model.all();
    static final List<Step> STEPS = ModelSteps.byBean().values().stream()
            .sorted(Comparator.comparing(Step::bean))
            .toList();

    static String shortName(Message message) {
        return message.getName().replace("acse.", "");
    }

    static String id(String expression) {
        return "fr.acse." + expression.replaceAll("[#{}]|Delegate|Listener", "");
    }

    static String expression(Step step) {
        return "#{" + step.bean() + "}";
    }

    static List<Map<String, Object>> all() {
        List<Map<String, Object>> templates = new ArrayList<>();
        for (Step step : STEPS) {
            if (!step.isListener() && isOfATask(step)) {
                templates.add(delegate(step));
            } else if (step.isListener()) {
                templates.add(listener(step));
            }
        }
        MODELS.stream()
                .flatMap(model -> model.elements(Message.class).stream())
                .map(Templates::shortName)
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
    private static boolean isOfATask(Step step) {
        return MODELS.stream()
                .flatMap(model -> model.elements(ServiceTask.class).stream())
                .anyMatch(task -> expression(step).equals(task.getCamundaDelegateExpression()));
    }

    private static Map<String, Object> delegate(Step step) {
        Map<String, Object> template = template(
                id(expression(step)),
                step.described().name(),
                said(step),
                List.of("bpmn:Task", "bpmn:ServiceTask"),
                "M8 5a3 3 0 1 0 .1 0M8 2v3M8 11v3M2 8h3M11 8h3",
                step.described().version(),
                Stream.concat(
                                Stream.of(hidden("camunda:delegateExpression", expression(step))),
                                said(step.described().property()))
                        .toList());
        template.put("elementType", Map.of("value", "bpmn:ServiceTask"));
        template.put("category", category(step));
        return template;
    }

    /** A choice among the values that the models give to a property. */
    private static Stream<Map<String, Object>> said(String property) {
        List<Map<String, Object>> values = MODELS.stream()
                .flatMap(model -> model.elements(CamundaProperty.class).stream())
                .filter(each -> each.getCamundaName().equals(property))
                .map(CamundaProperty::getCamundaValue)
                .distinct()
                .sorted()
                .map(value -> ordered("name", value, "value", value))
                .toList();
        return property.isEmpty()
                ? Stream.empty()
                : Stream.of(ordered(
                        "label",
                        StringUtils.capitalize(property),
                        "type",
                        "Dropdown",
                        "choices",
                        values,
                        "constraints",
                        Map.of("notEmpty", true),
                        "binding",
                        ordered("type", "camunda:property", "name", property)));
    }

    /** The process in which it works: the gate refuses it in another one. */
    private static Map<String, Object> category(Step step) {
        List<Model> models = MODELS.stream()
                .filter(each -> each.elements(ServiceTask.class).stream()
                        .anyMatch(task -> expression(step).equals(task.getCamundaDelegateExpression())))
                .toList();
        if (!step.described().property().isEmpty()) {
            return ordered("id", "several", "name", "In several processes");
        }
        Model model = models.get(0);
        return ordered(
                "id",
                model.id(),
                "name",
                "In " + model.elements(Process.class).iterator().next().getName());
    }

    private static Map<String, Object> listener(Step step) {
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
                step.described().name(),
                said(step),
                List.of(event.equals("start") ? "bpmn:EndEvent" : "bpmn:StartEvent"),
                "M8 3a5 5 0 1 0 .1 0M6 8l2 2 3-4",
                step.described().version(),
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
                .map(task -> task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", attribute))
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

    private static String said(Step step) {
        return Stream.of(
                        step.described().does(),
                        step.parts().length == 0
                                ? ""
                                : "By: "
                                        + Stream.of(step.parts())
                                                .map(PARTS::get)
                                                .sorted()
                                                .collect(Collectors.joining(" or "))
                                        + ".",
                        step.reads().isEmpty() ? "" : "Reads: " + sorted(step.reads()) + ".",
                        step.writes().isEmpty() ? "" : "Writes: " + sorted(step.writes()) + ".")
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

    private Templates() {}
}
