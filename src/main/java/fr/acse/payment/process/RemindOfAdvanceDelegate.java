package fr.acse.payment.process;

import fr.acse.payment.AdvanceService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A shelter waits for the money that it advanced. */
@Component
@ModelStep(
        name = "Remind of the shelter",
        does =
                "Tells the coordination that a shelter is not paid back yet, or finance if it is ordered, and the supervisors. Finance does not learn who lives there.")
record RemindOfAdvanceDelegate(AdvanceService advances) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        advances.remind(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
