package fr.acse.placement.process;

import fr.acse.directory.People;
import fr.acse.placement.PlacementService;
import fr.acse.platform.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Withdraws the offers that are still open, and says whose place is held. */
@Component
class CloseOffersDelegate implements JavaDelegate {

    private final PlacementService placement;

    CloseOffersDelegate(PlacementService placement) {
        this.placement = placement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = ProcessContract.CASE_REFERENCE.get(execution);
        placement.closeOffers(reference);
        String shelter = placement.heldShelter(reference);
        OrientationProcess.SHELTER_CODE.set(execution, shelter);
        OrientationProcess.SHELTER_GROUP.set(execution, shelter == null ? null : People.ORGANISATION + shelter);
    }
}
