package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AdvanceService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An account that was entered is looked at before a second person sees it. */
@Component
@ModelStep(
        name = "Check the account",
        does = "Refused if it is no IBAN (ISO 13616), or the holder has no letter that SEPA transfers know.")
@Writes("lastHand")
record CheckAccountDelegate(AdvanceService advances, CaseAccess access, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        access.require(person.login(), reference, Relation.COORDINATION);
        advances.checkAccount(reference);
        ProcessContract.LAST_HAND.set(execution, person.login());
    }
}
