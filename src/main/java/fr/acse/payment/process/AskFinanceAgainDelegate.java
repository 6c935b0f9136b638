package fr.acse.payment.process;

import fr.acse.payment.AllowanceService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finance did not approve the allowance, and is asked once more. */
@Component
@ModelStep(name = "Ask finance again", does = "Opens the allowance again for one more decision of finance.")
@Writes("askedAgain")
record AskFinanceAgainDelegate(AllowanceService allowances) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        AllowanceProcess.ASKED_AGAIN.set(execution, true);
        allowances.askAgain(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
