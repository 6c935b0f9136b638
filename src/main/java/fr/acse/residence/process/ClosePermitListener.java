package fr.acse.residence.process;

import fr.acse.platform.model.EndOutcome;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.residence.PermitService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Closes the permit track with what its end event stands for. */
@Component
@ModelStep(name = "Close the permit track", does = "Closes the permit track with the outcome of this end event.")
@Reads("otherRoute")
class ClosePermitListener implements ExecutionListener {

    private final PermitService permits;

    ClosePermitListener(PermitService permits) {
        this.permits = permits;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String outcome = EndOutcome.of(execution, ResidencePermitProcess.OUTCOMES_BEFORE);
        permits.close(
                ProcessContract.CASE_REFERENCE.get(execution),
                outcome,
                ResidencePermitProcess.OTHER_ROUTE.find(execution));
    }
}
