package fr.acse.transfer.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.transfer.process.ReplaceEscortProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.transfer.EscortService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code replace-escort.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ReplaceEscortSteps {

    /** Replaces the escort of the woman from this step on. */
    @Bean
    @ModelStep(
            name = "Replace the escort",
            does =
                    "Takes the address from the escort in this step. The new escort can read it when the coordination agrees.",
            reads = "replaceBy escortColleague escortElsewhere replaceWhy")
    JavaDelegate replaceEscortDelegate(EscortService escorts, EscortTasks tasks, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            String by = REPLACE_BY.get(execution);
            Login named =
                    switch (by) {
                        case "substitute" -> null;
                        case "elsewhere" -> ESCORT_ELSEWHERE.find(execution);
                        default -> ESCORT_COLLEAGUE.find(execution);
                    };
            Refusal.unless(named != null || by.equals("substitute"), "newEscort");
            boolean confirmed = escorts.replaceEscort(reference, named, WHY.get(execution), person.login());
            tasks.handOver(reference, escorts.escort(reference), confirmed);
        };
    }
}
