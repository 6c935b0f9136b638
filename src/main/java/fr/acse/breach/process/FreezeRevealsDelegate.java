package fr.acse.breach.process;

import fr.acse.breach.BreachService;
import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** From this moment on only the coordination reads the address. */
@Component
@ModelStep(
        name = "Freeze the address",
        does = "From this moment on, nobody but the coordination reads name, address and telephone of the shelter.")
@Writes({"authorityDueAt", "authorityReminderAt"})
record FreezeRevealsDelegate(BreachService breaches) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        breaches.open(reference);
        BreachProcess.AUTHORITY_DUE_AT.set(execution, Date.from(breaches.authorityDue(reference)));
        BreachProcess.AUTHORITY_REMINDER_AT.set(execution, Date.from(breaches.authorityReminder(reference)));
    }
}
