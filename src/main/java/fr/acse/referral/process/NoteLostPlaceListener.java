package fr.acse.referral.process;

import fr.acse.platform.model.EndOutcome;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Nothing is agreed any more: the place is lost. */
@Component
@ModelStep(name = "Note that the place is lost", does = "Notes that nothing is agreed any more.")
@Writes("agreement")
class NoteLostPlaceListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        AgreeArrivalProcess.AGREEMENT.set(execution, EndOutcome.of(execution));
    }
}
