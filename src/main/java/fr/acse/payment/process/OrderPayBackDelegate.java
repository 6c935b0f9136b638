package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AdvanceService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The shelter that advanced the allowance is to be paid back. */
@Component
@ModelStep(
        name = "Order the pay-back",
        does =
                "Makes a payment order for the next payment run, if two people of the coordination have confirmed the account of the shelter, and the bank has not refused it since.")
@Writes({"payBackOrdered", "payBackRefusedBecause"})
record OrderPayBackDelegate(AdvanceService advances, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        boolean ordered = advances.order(reference, person.login());
        PayBackProcess.ORDERED.set(execution, ordered);
        if (ordered) {
            PayBackProcess.REFUSED_BECAUSE.set(execution, null);
        }
    }
}
