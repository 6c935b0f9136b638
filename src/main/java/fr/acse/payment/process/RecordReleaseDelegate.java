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
        does =
                "Refused if the same person started the run, or the file pays to an account that a shelter has no more. A stopped run gives its orders back; what would go to an account that the bank has refused is ordered anew.")
@Reads("release")
record RecordReleaseDelegate(PaymentRunService runs, CaseAccess access, PayBacks payBacks, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.FINANCE);
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if ("released".equals(PaymentRunProcess.RELEASE.get(execution))) {
            runs.release(reference, person.login());
        } else {
            payBacks.tell(runs.stop(reference, person.login()), PayBackProcess.PAY_BACK_REFUSED);
        }
    }
}
