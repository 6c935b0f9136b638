package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.PaymentRunService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes along every payment order that waits. */
@Component
@ModelStep(
        name = "Collect the payment orders",
        does =
                "Takes every waiting payment order into exactly one run. Where banks do not work on the day, the next bank day (TARGET) is taken.")
@Reads("executionDate")
@Writes({"executionDate", "lineCount", "totalEuros"})
record CollectOrdersDelegate(PaymentRunService runs, CaseAccess access, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.FINANCE);
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        LocalDate day = runs.bankDay(LocalDate.parse(PaymentRunProcess.EXECUTION_DATE.get(execution)));
        PaymentRunProcess.EXECUTION_DATE.set(execution, day.toString());
        PaymentRunProcess.LINE_COUNT.set(execution, runs.start(reference, day, person.login()));
        PaymentRunProcess.TOTAL_EUROS.set(execution, runs.total(reference).toEuros());
    }
}
