package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ModelSteps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** From each element of a diagram to its code, and from each class to its element, by name alone. */
class NameWayTest {

    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");

    private static final Map<String, ModelSteps.Step> STEPS = ModelSteps.byBean();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.acse");

    @Test
    void eachElementOfADiagramLeadsToItsCode() {
        for (Model model : Model.all()) {
            for (UserTask task : model.elements(UserTask.class)) {
                assertThat(Path.of("forms", task.getCamundaFormRef() + ".form"))
                        .as("%s %s", model.id(), task.getId())
                        .exists();
            }
            for (ServiceTask task : model.elements(ServiceTask.class)) {
                Matcher bean = BEAN.matcher(task.getCamundaDelegateExpression());
                assertThat(bean.matches()).as("%s %s", model.id(), task.getId()).isTrue();
                assertThat(STEPS).as("%s %s", model.id(), task.getId()).containsKey(bean.group(1));
            }
        }
    }

    @Test
    void eachStepAndEachContractLeadsToItsElement() throws Exception {
        StringBuilder models = new StringBuilder();
        Set<String> contracts = new HashSet<>();
        for (Model model : Model.all()) {
            models.append(Files.readString(Path.of("processes", model.id() + ".bpmn")));
            contracts.add(contractName(model.id()));
        }
        assertThat(STEPS.keySet())
                .hasSizeGreaterThan(100)
                .allSatisfy(bean ->
                        assertThat(models.indexOf("#{" + bean + "}")).as(bean).isNotNegative());
        assertThat(CLASSES.stream()
                        .filter(each -> each.isAssignableTo(HasContract.class) && !each.isInterface())
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(contracts);
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
        return CLASSES.stream().filter(each -> each.getSimpleName().equals(name));
    }

    /** {@code agree-arrival} becomes {@code AgreeArrivalProcess}. */
    private static String contractName(String process) {
        return Stream.of(process.split("-")).map(NameWayTest::capital).reduce("", String::concat) + "Process";
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
