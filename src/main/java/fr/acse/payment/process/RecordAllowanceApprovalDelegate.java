package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records who approved the allowance, or refused it. */
@Component
@ModelStep(name = "Record the approval", does = "Records who approved: the same person cannot hand the money over.")
@Reads("approval")
record RecordAllowanceApprovalDelegate(AllowanceService allowances, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.FINANCE);
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if ("approved".equals(AllowanceProcess.APPROVAL.get(execution))) {
            allowances.approve(reference, person.login());
        } else {
            allowances.refuse(reference, person.login());
        }
    }
}
