package fr.acse.placement.process;

import static fr.acse.placement.process.KeepApartProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.placement.ApartService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code keep-apart.bpmn}. */
@Configuration(proxyBeanMethods = false)
class KeepApartSteps {

    /** Records that two women must never be in the same shelter. */
    @Bean
    @ModelStep(
            name = "Keep them apart",
            does =
                    "Leaves the shelter of each of them out of every search for the other. Only the coordination may say so. Nobody else learns why.",
            reads = "otherReference",
            writes = "areTogether")
    JavaDelegate keepApartDelegate(ApartService aparts, CurrentPerson person) {
        return execution ->
                TOGETHER.set(execution, aparts.keepApart(caseOf(execution), OTHER.get(execution), person.login()));
    }
}
