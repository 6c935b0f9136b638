package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Grants the allowance, once per person, ever; a likely double is looked at by people. */
@Component
@ModelStep(
        name = "Grant the allowance",
        does =
                "A unique constraint in the database allows one row per person. The amount is the one in force on that day, in whole cents.")
@Writes({"allowanceGranted", "allowanceEuros", "askedAgain"})
class GrantAllowanceDelegate implements JavaDelegate {

    private final AllowanceService allowances;

    GrantAllowanceDelegate(AllowanceService allowances) {
        this.allowances = allowances;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        boolean granted = allowances.grant(reference);
        AllowanceProcess.GRANTED.set(execution, granted);
        AllowanceProcess.ASKED_AGAIN.set(execution, false);
        if (granted) {
            AllowanceProcess.EUROS.set(execution, allowances.amountOf(reference).toEuros());
        }
    }
}
