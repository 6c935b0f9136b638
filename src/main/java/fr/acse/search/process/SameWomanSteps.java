package fr.acse.search.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.search.process.SameWomanProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import fr.acse.search.SimilarCases;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code same-woman.bpmn}. */
@Configuration(proxyBeanMethods = false)
class SameWomanSteps {

    /** Looks for open and closed cases that may be of the same woman. Nothing is asked if the same question is open already. */
    @Bean
    @ModelStep(
            name = "Look for similar cases",
            does =
                    "Looks for open and closed cases with the same or a similar name, birth date or telephone number. Cases on which the coordination has decided are left out.",
            writes = "casesToCompare")
    JavaDelegate findSimilarCasesDelegate(SimilarCases similar, CaseProcesses processes) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            TO_COMPARE.set(execution, !processes.isOpen(reference, QUESTION) && similar.ask(reference));
        };
    }
}
