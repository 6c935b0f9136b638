package fr.acse.placement.process;

import fr.acse.placement.ApartService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code keep-apart.bpmn}. */
@Configuration(proxyBeanMethods = false)
class KeepApartSteps {

    /** Two women must never be in the same shelter. */
    @Bean
    @ModelStep(
            name = "Keep them apart",
            does =
                    "Only the coordination says so. Each search for one of them leaves out the shelter of the other; nobody else learns why.",
            reads = "otherReference",
            writes = "areTogether")
    JavaDelegate keepApartDelegate(ApartService aparts, CurrentPerson person) {
        return execution -> KeepApartProcess.TOGETHER.set(
                execution,
                aparts.keepApart(
                        ProcessContract.CASE_REFERENCE.get(execution),
                        KeepApartProcess.OTHER.get(execution),
                        person.login()));
    }
}
