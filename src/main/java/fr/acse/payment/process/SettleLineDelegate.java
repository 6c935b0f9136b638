package fr.acse.payment.process;

import fr.acse.payment.PaymentRunService;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the travel claim, or the shelter that is paid back, whether the bank paid. */
@Component
@ModelStep(
        name = "Settle the line",
        does = "Tells the travel claim, or the pay-back of a shelter, whether it was paid.")
@Reads({"claimId", "bankAnswer", "lineNumber", "bankReason"})
record SettleLineDelegate(PaymentRunService runs, PayBacks payBacks, CaseLock caseLock, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        boolean paid = "paid".equals(PaymentRunProcess.BANK_ANSWER.get(execution));
        PaymentRunService.Settled settled = runs.settle(
                ProcessContract.CASE_REFERENCE.get(execution),
                PaymentRunProcess.LINE_NUMBER.get(execution),
                paid,
                PaymentRunProcess.BANK_REASON.find(execution),
                person.login());
        if (settled.claim() == null) {
            payBacks.tell(settled.references(), paid ? PayBackProcess.PAID_BACK : PayBackProcess.PAY_BACK_REFUSED);
        } else {
            settled.references().forEach(caseLock::hold);
            execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation(paid ? TravelClaimProcess.CLAIM_PAID : TravelClaimProcess.PAYMENT_REFUSED)
                    .processInstanceVariableEquals(
                            TravelClaimProcess.CLAIM_ID.name(), settled.claim().toString())
                    .correlateAll();
        }
    }
}
