package fr.acse.transfer.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.transfer.JourneyService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Both sides have confirmed the arrival. */
@Component
@ModelStep(
        name = "Record the arrival",
        does = "Her places at the shelter change from held to occupied; the escort loses the address.")
class RecordArrivalDelegate implements JavaDelegate {

    private final JourneyService journeys;

    RecordArrivalDelegate(JourneyService journeys) {
        this.journeys = journeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        journeys.arrive(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
