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
record RecordArrivalDelegate(JourneyService journeys) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        journeys.arrive(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
