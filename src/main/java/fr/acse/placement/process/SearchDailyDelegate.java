package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.SearchService;
import fr.acse.placement.WaitingList;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says how many shelters fit a case that waits; none while she cannot come. */
@Component
@ModelStep(name = "Search again", does = "Counts the shelters that fit a waiting case; none while she cannot come.")
@Writes("candidateCount")
record SearchDailyDelegate(SearchService searches, WaitingList waitingList) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        OrientationProcess.CANDIDATE_COUNT.set(
                execution,
                waitingList.isParked(reference)
                        ? 0
                        : searches.search(reference).shelters().size());
    }
}
