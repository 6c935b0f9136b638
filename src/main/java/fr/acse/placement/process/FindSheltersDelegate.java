package fr.acse.placement.process;

import fr.acse.placement.SearchService;
import fr.acse.platform.ProcessContract;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says how many shelters fit, and whether the one that has a place free again does. */
@Component
class FindSheltersDelegate implements JavaDelegate {

    private final SearchService searches;

    FindSheltersDelegate(SearchService searches) {
        this.searches = searches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> fitting =
                searches.search(ProcessContract.CASE_REFERENCE.get(execution)).shelters();
        OrientationProcess.CANDIDATE_COUNT.set(execution, fitting.size());
        String freed = OrientationProcess.FREED_SHELTER.find(execution);
        OrientationProcess.FREED_PLACE_FITS.set(execution, freed != null && fitting.contains(freed));
    }
}
