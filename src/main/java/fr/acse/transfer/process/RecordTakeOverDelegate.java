package fr.acse.transfer.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.transfer.JourneyService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The next escort has her. */
@Component
@ModelStep(
        name = "Record who has her",
        does = "From now on the next escort escorts her; the one before has nothing to read any more.")
class RecordTakeOverDelegate implements JavaDelegate {

    private final JourneyService journeys;
    private final CurrentPerson person;

    RecordTakeOverDelegate(JourneyService journeys, CurrentPerson person) {
        this.journeys = journeys;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        journeys.takeOver(ProcessContract.CASE_REFERENCE.get(execution), person.login());
    }
}
