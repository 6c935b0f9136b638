package fr.acse.placement.process;

import fr.acse.placement.HoldService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** She came back and a new arrival has to be agreed: the place is kept as long as at first. */
@Component
@ModelStep(
        name = "Renew the hold",
        does = "The place is kept for another five days while a new arrival is being agreed.")
@Writes({"shelterCode", "shelterGroup", "holdExpiresAt", "holdWarningAt"})
record RenewHoldDelegate(HoldService holds) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        HoldVariables.set(execution, holds.renewHold(ProcessContract.CASE_REFERENCE.get(execution)));
    }
}
