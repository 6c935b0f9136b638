package fr.acse.placement.process;

import fr.acse.placement.PlaceService;
import fr.acse.placement.PlacementService;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A relocation came to nothing: what was held elsewhere is given up, and she stays in the shelter in which she lives. */
@Component
class StayOnDelegate implements JavaDelegate {

    private final PlacementService placement;
    private final PlaceService places;
    private final ReferralService referrals;

    StayOnDelegate(PlacementService placement, PlaceService places, ReferralService referrals) {
        this.placement = placement;
        this.places = places;
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = ProcessContract.CASE_REFERENCE.get(execution);
        placement.releaseHold(reference);
        referrals.reopenSearch(reference);
        HoldVariables.setShelter(execution, places.homeOf(reference).orElseThrow());
    }
}
