package fr.acse.payment.process;

import fr.acse.payment.TravelClaimService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells finance by mail that an approved claim is still unpaid. */
@Component
@ModelStep(name = "Remind finance", does = "Tells finance by mail that an approved claim is still unpaid.")
record RemindFinanceDelegate(TravelClaimService claims) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        claims.remind(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
