package fr.acse.payment.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Grants the allowance, once per person, ever; a likely double is looked at by people. */
@Component
@ModelStep(
        name = "Grant the allowance",
        does =
                "A unique constraint in the database allows one row per person. The amount is the one in force on that day, in whole cents.")
@Reads("payAgain")
@Writes({"allowanceGranted", "allowanceEuros", "askedAgain"})
record GrantAllowanceDelegate(AllowanceService allowances, CaseFileService files, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if (AllowanceProcess.PAY_AGAIN.find(execution) != null) {
            // Why it did not reach her the last time is no part of this one; why it is paid again, finance reads.
            files.clear(reference, List.of("sealed_allowanceNote", "sealed_receiptNumber"), person.login());
        }
        boolean granted = allowances.grant(reference);
        AllowanceProcess.GRANTED.set(execution, granted);
        AllowanceProcess.ASKED_AGAIN.set(execution, false);
        if (granted) {
            AllowanceProcess.EUROS.set(execution, allowances.amountOf(reference).toEuros());
        }
    }
}
