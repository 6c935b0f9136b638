package fr.acse.placement.process;

import fr.acse.placement.PlacementService;
import fr.acse.platform.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says how many shelters fit. */
@Component
class FindSheltersDelegate implements JavaDelegate {

    private final PlacementService placement;

    FindSheltersDelegate(PlacementService placement) {
        this.placement = placement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int count = placement
                .search(ProcessContract.CASE_REFERENCE.get(execution))
                .candidates()
                .size();
        OrientationProcess.CANDIDATE_COUNT.set(execution, count);
    }
}
