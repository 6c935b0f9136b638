package fr.acse.herdata.process;

import fr.acse.herdata.DataRequestService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A second reader found nothing of others in the copy. */
@Component
@ModelStep(name = "Approve the copy", does = "From now on her association may give it to her.")
record ApproveCopyDelegate(DataRequestService requests) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        requests.approved(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
