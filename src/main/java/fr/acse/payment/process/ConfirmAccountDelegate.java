package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AdvanceService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A second person has called the shelter. */
@Component
@ModelStep(
        name = "Record the account",
        does =
                "Refused if the same person entered it. A confirmed account is kept for the shelter, in a sealed file apart from its address.")
@Reads({"accountConfirmed", "lastHand"})
record ConfirmAccountDelegate(AdvanceService advances, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        access.require(person.login(), reference, Relation.COORDINATION);
        if ("yes".equals(PayBackProcess.CONFIRMED.get(execution))) {
            advances.confirmAccount(reference, ProcessContract.LAST_HAND.get(execution), person.login());
        }
    }
}
