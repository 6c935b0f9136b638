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

/** A second person confirms that the shelter gets nothing back. */
@Component
@ModelStep(
        name = "Record that nothing is paid back",
        does =
                "Refused if the same person said so first, or handed the money over. If the network had sent it, or the shelter wants nothing back, the ledger is corrected by a counter-booking.")
@Reads({"notPaidBack", "advanceIs", "lastHand"})
record RecordNotPaidBackDelegate(AdvanceService advances, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        access.require(person.login(), reference, Relation.COORDINATION);
        if ("yes".equals(PayBackProcess.NOT_PAID_BACK.get(execution))) {
            advances.settle(
                    reference,
                    "networkMoney".equals(PayBackProcess.ADVANCE_IS.get(execution)),
                    ProcessContract.LAST_HAND.get(execution),
                    person.login());
        }
    }
}
