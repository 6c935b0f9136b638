package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AdvanceService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Why the bank did not pay the shelter back. */
@Component
@ModelStep(name = "Read why", does = "Reads why the bank refused, for whoever enters the account anew.")
@Writes("payBackRefusedBecause")
record ReadRefusalDelegate(AdvanceService advances) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        PayBackProcess.REFUSED_BECAUSE.set(
                execution, advances.bankReason(reference).orElseThrow());
    }
}
