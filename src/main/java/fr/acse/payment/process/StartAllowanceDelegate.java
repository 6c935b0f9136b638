package fr.acse.payment.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Her allowance is a process of its own: it goes on when the case closes. */
@Component
@ModelStep(
        name = "Start the allowance",
        does =
                "Starts allowance as an instance of its own with the same case reference: it goes on when the case closes. Nothing begins if she has one already, such as after a move.")
@Reads("shelterGroup")
record StartAllowanceDelegate(BegunAllowances allowances) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        allowances.begin(ProcessContract.CASE_REFERENCE.get(execution), AllowanceProcess.SHELTER_GROUP.get(execution));
    }
}
