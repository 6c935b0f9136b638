package fr.acse.stay.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the way to a new search; she keeps her place until the new arrival. */
@Component
@ModelStep(
        name = "Prepare the relocation",
        does =
                "Opens a new request. The old shelter keeps her until the new arrival is confirmed and never learns where she goes.")
@Writes({"hasPlace", "stay"})
record PrepareRelocationDelegate(ReferralService referrals, VoidProposals proposals) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        proposals.dismissOfStay(ProcessContract.CASE_REFERENCE.get(execution));
        referrals.reopenSearch(ProcessContract.CASE_REFERENCE.get(execution));
        StayProcess.HAS_PLACE.set(execution, true);
        StayProcess.STAY.set(execution, "relocation");
    }
}
