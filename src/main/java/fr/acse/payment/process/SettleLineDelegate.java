package fr.acse.payment.process;

import fr.acse.payment.PaymentRunService;
import fr.acse.payment.TravelClaim;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the travel claim whether the bank paid it. */
@Component
@ModelStep(name = "Settle the line", does = "Tells the travel claim whether it was paid.")
@Reads({"claimId", "bankAnswer", "lineNumber", "bankReason"})
class SettleLineDelegate implements JavaDelegate {

    private final PaymentRunService runs;
    private final CaseLock caseLock;

    SettleLineDelegate(PaymentRunService runs, CaseLock caseLock) {
        this.runs = runs;
        this.caseLock = caseLock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean paid = "paid".equals(PaymentRunProcess.BANK_ANSWER.get(execution));
        TravelClaim claim = runs.settle(
                ProcessContract.CASE_REFERENCE.get(execution),
                PaymentRunProcess.LINE_NUMBER.get(execution),
                paid,
                PaymentRunProcess.BANK_REASON.find(execution));
        caseLock.hold(claim.reference());
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation(paid ? TravelClaimProcess.CLAIM_PAID : TravelClaimProcess.PAYMENT_REFUSED)
                .processInstanceVariableEquals(
                        TravelClaimProcess.CLAIM_ID.name(), claim.id().toString())
                .correlateAll();
    }
}
