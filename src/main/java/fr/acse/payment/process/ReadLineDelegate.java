package fr.acse.payment.process;

import fr.acse.payment.PaymentRunService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Number and amount of one line. */
@Component
@ModelStep(name = "Read the line", does = "Reads the number and the amount of the line.")
@Writes({"lineNumber", "lineEuros", "bankAnswer", "bankReason"})
record ReadLineDelegate(PaymentRunService runs) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        int line = (Integer) execution.getVariable("loopCounter") + 1;
        PaymentRunProcess.LINE_NUMBER.setLocal(execution, line);
        PaymentRunProcess.LINE_EUROS.setLocal(
                execution,
                runs.order(ProcessContract.CASE_REFERENCE.get(execution), line)
                        .amount()
                        .toEuros());
        PaymentRunProcess.BANK_ANSWER.setLocal(execution, null);
        PaymentRunProcess.BANK_REASON.setLocal(execution, null);
    }
}
