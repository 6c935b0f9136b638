package fr.acse.stay.process;

import fr.acse.platform.model.EndOutcome;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.stay.Leaving;
import fr.acse.stay.LeavingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Ends the stay with what its end event means. */
@Component
@ModelStep(name = "End the stay", does = "Ends the stay with the outcome of this end event.")
@Writes({"stay", "brokenClause"})
record EndStayListener(LeavingService leavings) implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        StayProcess.STAY.set(execution, EndOutcome.of(execution));
        StayProcess.BROKEN_CLAUSE.set(
                execution,
                leavings.answered(ProcessContract.CASE_REFERENCE.get(execution))
                        .map(Leaving::clause)
                        .orElse(null));
    }
}
