package fr.acse.herdata.process;

import fr.acse.herdata.DataRequestService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The month is over and she has no answer. */
@Component
@ModelStep(
        name = "Warn of the late answer",
        does = "Tells the coordination and the supervisors that the month is over.")
record WarnOfRequestDelegate(DataRequestService requests) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        requests.warn(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
