package fr.acse.herdata.process;

import fr.acse.codes.CaseReference;
import fr.acse.herdata.DataRequestService;
import fr.acse.herdata.HerCopies;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A copy is prepared for the second reader. */
@Component
@ModelStep(
        name = "Record the copy",
        does = "Makes the copy without anything about others, and keeps who prepared it; somebody else reads it next.")
record RecordCopyDelegate(DataRequestService requests, HerCopies copies, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        copies.prepare(reference, person.login());
        requests.prepared(reference, person.login());
    }
}
