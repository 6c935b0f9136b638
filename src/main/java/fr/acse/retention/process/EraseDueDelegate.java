package fr.acse.retention.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Writes;
import fr.acse.retention.RetentionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Erases the cases that were announced and have been kept long enough. */
@Component
@ModelStep(
        name = "Erase what is due",
        does =
                "Destroys the key of each case that was announced thirty days before and closed two calendar years ago, and removes what the engine keeps of it. Receipts and payment files have a time of their own (acse.accounts.kept).")
@Writes("erasedCount")
record EraseDueDelegate(RetentionService retention, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        RetentionProcess.ERASED.set(execution, retention.eraseDue(person.login()));
    }
}
