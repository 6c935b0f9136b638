package fr.acse.herdata.process;

import fr.acse.herdata.DataRequestService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A copy is prepared for the second reader. */
@Component
@ModelStep(name = "Record the copy", does = "Keeps who prepared the copy; somebody else reads it next.")
class RecordCopyDelegate implements JavaDelegate {

    private final DataRequestService requests;
    private final CurrentPerson person;

    RecordCopyDelegate(DataRequestService requests, CurrentPerson person) {
        this.requests = requests;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.prepared(ProcessContract.CASE_REFERENCE.get(execution), person.login());
    }
}
