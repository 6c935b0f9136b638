package fr.acse.transfer.process;

import fr.acse.platform.model.EndOutcome;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.JourneyService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Ends the journey with what its end event means. */
@Component
@ModelStep(name = "End the journey", does = "Ends the journey with the outcome of this end event.")
@Writes("transferOutcome")
record EndJourneyListener(JourneyService journeys) implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        String outcome = EndOutcome.of(execution);
        journeys.end(ProcessContract.CASE_REFERENCE.get(execution), outcome);
        TransferProcess.TRANSFER_OUTCOME.set(execution, outcome);
    }
}
