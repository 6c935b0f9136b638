package fr.acse.placement.process;

import fr.acse.placement.HoldService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever has to agree on the arrival is told that the hold ends soon. */
@Component
@ModelStep(name = "Warn of the expiry", does = "Tells operator and shelter when the hold ends.")
record WarnOfExpiryDelegate(HoldService holds) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        holds.warnOfExpiry(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
