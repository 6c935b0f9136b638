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

/** Somebody of the coordination says whether the shelter is paid back at all. */
@Component
@ModelStep(
        name = "Record whose cash it was",
        does =
                "Refused if the same person handed the money over: nobody makes a payment to the own shelter alone. Nothing is booked yet.")
@Writes("lastHand")
record RecordAdvanceDelegate(AdvanceService advances, CaseAccess access, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        access.require(person.login(), reference, Relation.COORDINATION);
        advances.requireAnother(reference, person.login());
        ProcessContract.LAST_HAND.set(execution, person.login());
    }
}
