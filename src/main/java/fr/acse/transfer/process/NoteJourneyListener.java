package fr.acse.transfer.process;

import fr.acse.platform.model.EndOutcome;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Notes how the way ended. */
@Component
@ModelStep(name = "Note how the way ended", does = "Notes the outcome of this end event.")
@Writes("journeyOutcome")
class NoteJourneyListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        JourneyProcess.OUTCOME.set(execution, EndOutcome.of(execution));
    }
}
