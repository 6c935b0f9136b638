package fr.acse.transfer.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.transfer.NewsService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The next escort has her. */
@Component
@ModelStep(
        name = "Record who has her",
        does = "From now on the next escort escorts her; the one before has nothing to read any more.")
record RecordTakeOverDelegate(NewsService news, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        news.takeOver(ProcessContract.CASE_REFERENCE.get(execution), person.login());
    }
}
