package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.acse.platform.model.OfEarlierModels;
import fr.acse.platform.model.ProcessContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** From an element of a diagram to its code, and from a class to its element, by name alone. Ten each, by chance. */
class NameWayTest {

    private static final int SAMPLE = 10;
    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");

    private final long seed = Long.getLong("acse.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.acse");

    @Test
    void tenElementsOfTenDiagramsLeadToTheirCode() {
        List<Model> models = new ArrayList<>(Model.all());
        Collections.shuffle(models, random);
        for (Model model : models.subList(0, SAMPLE)) {
            List<FlowNode> steps = new ArrayList<>(model.elements(FlowNode.class).stream()
                    .filter(node -> node instanceof ServiceTask || node instanceof UserTask)
                    .toList());
            if (steps.isEmpty()) {
                assertThat(contractOf(model.id())).as("seed %d", seed).isNotNull();
                continue;
            }
            FlowNode step = steps.get(random.nextInt(steps.size()));
            if (step instanceof UserTask task) {
                assertThat(Path.of("forms", task.getCamundaFormRef() + ".form"))
                        .as("%s %s, seed %d", model.id(), step.getId(), seed)
                        .exists();
            } else {
                Matcher bean = BEAN.matcher(((ServiceTask) step).getCamundaDelegateExpression());
                assertThat(bean.matches()).isTrue();
                assertThat(named(capital(bean.group(1))))
                        .as("%s %s, seed %d", model.id(), step.getId(), seed)
                        .hasSize(1);
            }
        }
    }

    @Test
    void tenClassesLeadToTheirElement() throws Exception {
        List<JavaClass> all = new ArrayList<>(classes.stream()
                .filter(each -> each.isAssignableTo(JavaDelegate.class)
                        || each.isAssignableTo(ExecutionListener.class)
                        || each.isAssignableTo(ProcessContract.class) && !each.isInterface())
                .filter(each -> !each.isAnonymousClass() && !each.isAnnotatedWith(OfEarlierModels.class))
                .toList());
        Collections.shuffle(all, random);
        for (JavaClass each : all.subList(0, SAMPLE)) {
            String name = each.getSimpleName();
            List<String> found = new ArrayList<>();
            for (Model model : Model.all()) {
                String xml = Files.readString(Path.of("processes", model.id() + ".bpmn"));
                String bean = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                if (xml.contains("#{" + bean + "}") || name.equals(contractName(model.id()))) {
                    found.add(model.id());
                }
            }
            assertThat(found).as("%s, seed %d", name, seed).isNotEmpty();
        }
    }

    @Test
    void everyModelHasItsContractByName() {
        assertThat(Model.all())
                .allSatisfy(model ->
                        assertThat(contractOf(model.id())).as(model.id()).isNotNull());
    }

    private JavaClass contractOf(String process) {
        return named(contractName(process)).findFirst().orElse(null);
    }

    private Stream<JavaClass> named(String name) {
        return classes.stream().filter(each -> each.getSimpleName().equals(name));
    }

    /** {@code agree-arrival} becomes {@code AgreeArrivalProcess}. */
    private static String contractName(String process) {
        return Stream.of(process.split("-")).map(NameWayTest::capital).reduce("", String::concat) + "Process";
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
