package fr.acse.payment.process;

import fr.acse.payment.AllowanceService;
import fr.acse.payment.Cents;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Grants the allowance, once per person, ever. */
@Component
class GrantAllowanceDelegate implements JavaDelegate {

    private final AllowanceService allowances;

    GrantAllowanceDelegate(AllowanceService allowances) {
        this.allowances = allowances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = ProcessContract.CASE_REFERENCE.get(execution);
        boolean granted = allowances.grant(reference);
        AllowanceProcess.GRANTED.set(execution, granted);
        if (granted) {
            AllowanceProcess.EUROS.set(execution, Cents.toEuros(allowances.amountOf(reference)));
        }
    }
}
