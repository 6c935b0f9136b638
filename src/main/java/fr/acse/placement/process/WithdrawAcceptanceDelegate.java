package fr.acse.placement.process;

import fr.acse.placement.HoldService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The shelter took its acceptance back before the answer: the search goes on under the same clock. */
@Component
@ModelStep(
        name = "Withdraw the acceptance",
        does = "The hold ends, everybody concerned is told, and the search goes on within the same 48 hours.")
record WithdrawAcceptanceDelegate(HoldService holds) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        holds.withdrawAcceptance(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
