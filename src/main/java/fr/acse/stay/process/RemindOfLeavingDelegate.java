package fr.acse.stay.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.stay.LeavingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has answered a proposal for days. */
@Component
@ModelStep(name = "Remind of the proposal", does = "Tells the coordination and the supervisors that a proposal waits.")
record RemindOfLeavingDelegate(LeavingService leavings) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        leavings.remind(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
