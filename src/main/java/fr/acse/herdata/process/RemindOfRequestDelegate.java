package fr.acse.herdata.process;

import fr.acse.herdata.DataRequestService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A week of the month is left. */
@Component
@ModelStep(name = "Remind of the request", does = "Tells the coordination that the month is nearly over.")
record RemindOfRequestDelegate(DataRequestService requests) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        requests.remind(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
