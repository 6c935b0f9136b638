package fr.acse.transfer.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.EscortService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody else confirms the escort who named herself, or does not. */
@Component
@ModelStep(
        name = "Record the confirmation",
        does =
                "Refused if the escort confirms herself. If she is not confirmed, the journey is planned with somebody else.")
@Reads("escortConfirmation")
@Writes("escortConfirmed")
record ConfirmEscortDelegate(EscortService escorts, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        boolean confirmed = "confirmed".equals(TransferProcess.ESCORT_CONFIRMATION.get(execution));
        if (confirmed) {
            escorts.confirmEscort(ProcessContract.CASE_REFERENCE.get(execution), person.login());
        }
        TransferProcess.ESCORT_CONFIRMED.set(execution, confirmed);
    }
}
