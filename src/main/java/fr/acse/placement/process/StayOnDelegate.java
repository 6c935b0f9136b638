package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.HoldService;
import fr.acse.placement.PlaceService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A relocation came to nothing: what was held elsewhere is given up, and she stays in the shelter in which she lives. */
@Component
@ModelStep(
        name = "Let her stay where she lives",
        does =
                "A relocation came to nothing: the hold elsewhere is released, and the stay goes on in the shelter where she lives.")
@Writes({"shelterCode", "shelterGroup"})
record StayOnDelegate(HoldService holds, PlaceService places, ReferralService referrals) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        holds.releaseHold(reference);
        referrals.reopenSearch(reference);
        HoldVariables.setShelter(execution, places.homeOf(reference).orElseThrow());
    }
}
