package fr.acse.payment.process;

import fr.acse.payment.AdvanceService;
import fr.acse.platform.model.ModelStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells finance by mail that a shelter is still not paid back. */
@Component
@ModelStep(
        name = "Remind finance of the pay-back",
        does =
                "Tells finance by mail that a shelter is still not paid back, without a case: finance does not learn who lives there.")
class RemindOfPayBackDelegate implements JavaDelegate {

    private final AdvanceService advances;

    RemindOfPayBackDelegate(AdvanceService advances) {
        this.advances = advances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        advances.remind();
    }
}
