package fr.acse.payment.process;

import fr.acse.payment.AllowanceService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has said for a week whether two women are one. */
@Component
@ModelStep(
        name = "Remind of the decision",
        does = "Tells the coordination and the supervisors that she still waits for her money.")
record RemindOfDoubleDelegate(AllowanceService allowances) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        allowances.remindOfDouble(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
