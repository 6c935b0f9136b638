package fr.acse.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelSteps;
import fr.acse.platform.model.ModelSteps.Step;
import fr.acse.words.Refusal;
import java.lang.reflect.Proxy;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A step that names parts refuses everybody who has none of them, whatever a model allows. */
@ProcessTest
class PermittedStepsTest {

    @Autowired
    Network network;

    @Autowired
    BeanFactory beans;

    @Test
    void everyStepThatNamesPartsRefusesAPersonWithoutThem() {
        String reference = network.requested();
        List<Step> permitted = ModelSteps.byBean().values().stream()
                .filter(step -> step.parts().length > 0)
                .toList();
        assertThat(permitted).hasSizeGreaterThan(20);
        for (Step step : permitted) {
            JavaDelegate delegate = beans.getBean(step.bean(), JavaDelegate.class);
            assertThatThrownBy(() -> network.as("analyst", () -> {
                        delegate.execute(executionOf(reference));
                        return null;
                    }))
                    .as(step.bean())
                    .isInstanceOf(Refusal.class)
                    .extracting("code")
                    .isEqualTo("notYourStep");
        }
    }

    /** An execution that knows its case, and nothing else: the refusal comes before the step reads anything. */
    private static DelegateExecution executionOf(String reference) {
        return (DelegateExecution) Proxy.newProxyInstance(
                PermittedStepsTest.class.getClassLoader(),
                new Class<?>[] {DelegateExecution.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getVariable");
                    assertThat(arguments).containsExactly(CaseReference.VARIABLE);
                    return reference;
                });
    }
}
