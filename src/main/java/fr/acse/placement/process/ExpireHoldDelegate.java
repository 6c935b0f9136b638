package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.HoldService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The arrival was not agreed in time: a new shelter is looked for. */
@Component
@ModelStep(
        name = "Expire the hold",
        does = "Silence is never consent: the hold ends, everybody concerned is told, and the search starts again.")
record ExpireHoldDelegate(HoldService holds, ReferralService referrals) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        holds.expireHold(reference);
        referrals.reopenSearch(reference);
    }
}
