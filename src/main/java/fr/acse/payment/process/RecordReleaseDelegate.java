package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.PaymentRunService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A second person releases the file, or stops the run. */
@Component
@ModelStep(
        name = "Record the release",
        does = "Refused if the same person started the run. A stopped run gives its orders back.")
@Reads("release")
class RecordReleaseDelegate implements JavaDelegate {

    private final PaymentRunService runs;
    private final CaseAccess access;
    private final CurrentPerson person;

    RecordReleaseDelegate(PaymentRunService runs, CaseAccess access, CurrentPerson person) {
        this.runs = runs;
        this.access = access;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.FINANCE);
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if ("released".equals(PaymentRunProcess.RELEASE.get(execution))) {
            runs.release(reference, person.login());
        } else {
            runs.stop(reference, person.login());
        }
    }
}
