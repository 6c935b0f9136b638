package fr.acse.payment.process;

import fr.acse.payment.RunFiles;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the file for the bank and seals it. */
@Component
@ModelStep(
        name = "Write the file",
        does =
                "Message and end-to-end ids are fixed per run and order, so the file has the same bytes if it is written again. It holds no unstructured addresses.")
record WritePaymentFileDelegate(RunFiles files, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        files.write(ProcessContract.CASE_REFERENCE.get(execution), person.login());
    }
}
