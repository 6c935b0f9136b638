package fr.acse.placement.process;

import fr.acse.placement.SearchService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says how many shelters fit a case that waits. */
@Component
@ModelStep(name = "Search again", does = "Counts the shelters that fit a waiting case.")
@Writes("candidateCount")
class SearchDailyDelegate implements JavaDelegate {

    private final SearchService searches;

    SearchDailyDelegate(SearchService searches) {
        this.searches = searches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrientationProcess.CANDIDATE_COUNT.set(
                execution,
                searches.search(ProcessContract.CASE_REFERENCE.get(execution))
                        .shelters()
                        .size());
    }
}
