package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ModelSteps.Step;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.junit.jupiter.api.Test;

/**
 * What the Modeler offers is made from the annotations of the code; {@code mvn test -Dtest=TemplatesTest -Dupdate} writes it. Our own models
 * use it.
 */
class TemplatesTest {

    private static final Path FILE = Path.of(".camunda", "element-templates", "acse.json");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final JavaClasses CODE = new ClassFileImporter()
            .importClasses(Templates.STEPS.stream().map(Step::declaredIn).toList());

    @Test
    void theTemplatesAreThoseOfTheCode() throws IOException {
        String made = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(Templates.all()) + "\n";
        if (System.getProperty("update") != null) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, made);
        }

        assertThat(Files.readString(FILE)).isEqualTo(made);
    }

    @Test
    void everyElementOfOurModelsHasTheTemplateForIt() {
        Map<String, Integer> versions = new TreeMap<>();
        Templates.all()
                .forEach(template -> versions.put((String) template.get("id"), (Integer) template.get("version")));
        List<String> wrong = new ArrayList<>();
        Set<String> used = new TreeSet<>();
        for (Model model : Templates.MODELS) {
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

    /** A step reads and writes what it says: the constants of its code that are variables. */
    @Test
    void stepsNameTheVariablesThatTheyUse() {
        List<String> wrong = new ArrayList<>();
        int uses = 0;
        for (Step step : Templates.STEPS) {
            Set<String> used = code(step).stream()
                    .flatMap(unit -> unit.getFieldAccesses().stream())
                    .filter(access -> access.getTarget().getRawType().isEquivalentTo(Variable.class))
                    .map(TemplatesTest::nameOf)
                    .filter(name -> !name.equals(ProcessContract.CASE_REFERENCE.name()))
                    .collect(Collectors.toCollection(TreeSet::new));
            uses += used.size();
            used.removeAll(step.reads());
            used.removeAll(step.writes());
            if (!used.isEmpty()) {
                wrong.add(step.bean() + " uses " + used);
            }
        }

        assertThat(Templates.STEPS).hasSizeGreaterThan(60);
        assertThat(uses).isGreaterThan(200);
        assertThat(wrong).isEmpty();
    }

    /** All of its class, or its method with what that calls in its class. */
    private static Set<JavaCodeUnit> code(Step step) {
        JavaClass type = CODE.get(step.declaredIn());
        if (type.isAnnotatedWith(ModelStep.class)) {
            return type.getCodeUnits();
        }
        Set<JavaCodeUnit> code = new HashSet<>();
        Deque<JavaCodeUnit> next = new ArrayDeque<>(type.getMethods().stream()
                .filter(method -> method.getName().equals(step.bean()))
                .toList());
        while (!next.isEmpty()) {
            JavaCodeUnit unit = next.pop();
            if (code.add(unit)) {
                Stream.concat(unit.getCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream())
                        .flatMap(access -> access.getTarget().resolveMember().stream())
                        .filter(target -> target.getOwner().equals(type))
                        .forEach(target -> next.push((JavaCodeUnit) target));
            }
        }
        return code;
    }

    @Test
    void everyDelegateAndListenerOfAModelIsOffered() {
        Set<String> offered =
                Templates.STEPS.stream().map(Templates::expression).collect(Collectors.toSet());
        Set<String> used = new TreeSet<>();
        for (Model model : Templates.MODELS) {
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
            return Templates.id(task.getCamundaDelegateExpression());
        }
        if (node instanceof UserTask task) {
            return task.getCamundaAssignee() == null ? "fr.acse.task" : "fr.acse.ownTask";
        }
        CamundaExecutionListener listener = node.getChildElementsByType(ExtensionElements.class).stream()
                .flatMap(all -> all.getChildElementsByType(CamundaExecutionListener.class).stream())
                .findFirst()
                .orElse(null);
        if (listener != null) {
            return Templates.id(listener.getCamundaDelegateExpression());
        }
        MessageEventDefinition message = node.getChildElementsByType(MessageEventDefinition.class).stream()
                .findFirst()
                .orElse(null);
        if (message != null && message.getMessage() != null) {
            return "fr.acse.message." + Templates.shortName(message.getMessage());
        }
        if (!node.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
            return "fr.acse.clock";
        }
        return node instanceof EndEvent ? "fr.acse.end" : null;
    }
}
