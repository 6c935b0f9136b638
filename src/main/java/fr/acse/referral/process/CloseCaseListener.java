package fr.acse.referral.process;

import fr.acse.platform.model.EndOutcome;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.referral.Outcome;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Closes the case with the outcome that its end event stands for. */
@Component
@ModelStep(name = "Close the case", does = "Closes the case with the outcome of this end event.")
@Reads({"stay", "brokenClause"})
record CloseCaseListener(ReferralService referrals) implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if ("excluded".equals(ReferralProcess.STAY.find(execution))
                && ReferralProcess.BROKEN_CLAUSE.find(execution) == null) {
            throw new Refusal("brokenClause");
        }
        referrals.close(ProcessContract.CASE_REFERENCE.get(execution), new Outcome(EndOutcome.of(execution)));
    }
}
