package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.HoldService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The shelter took its acceptance back: a new shelter is looked for. */
@Component
@ModelStep(
        name = "Release the place",
        does =
                "A withdrawn acceptance is a decline: the hold ends, everybody concerned is told, and the search starts again at once, with a new 48-hour deadline.")
record ReleasePlaceDelegate(HoldService holds, ReferralService referrals) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        holds.withdrawAcceptance(reference);
        referrals.reopenSearch(reference);
    }
}
