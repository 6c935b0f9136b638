package fr.acse.placement.process;

import fr.acse.placement.RequestService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Marks the request as late; its answer will say why. */
@Component
@ModelStep(
        name = "Record the late request",
        does = "Marks the request as late and tells the supervisors and the coordination.")
record RecordLateRequestDelegate(RequestService requests) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        requests.markLate(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
