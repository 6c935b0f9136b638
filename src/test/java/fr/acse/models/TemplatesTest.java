package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private static final JavaClasses CODE = new ClassFileImporter().importClasses(Templates.STEPS);

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

    /** A step reads and writes what it says: the fields of its code that are variables. */
    @Test
    void stepsNameTheVariablesThatTheyUse() {
        List<String> wrong = new ArrayList<>();
        for (Class<?> step : Templates.STEPS) {
            Set<String> named = new TreeSet<>(Templates.names(step, true));
            named.addAll(Templates.names(step, false));
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

        assertThat(Templates.STEPS).hasSizeGreaterThan(60);
        assertThat(wrong).isEmpty();
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
