package fr.acse.payment.process;

import fr.acse.payment.PaymentRunService;
import fr.acse.platform.CurrentPerson;
import fr.acse.platform.ProcessContract;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A second person releases the file, or stops the run. */
@Component
class RecordReleaseDelegate implements JavaDelegate {

    private final PaymentRunService runs;
    private final CurrentPerson person;

    RecordReleaseDelegate(PaymentRunService runs, CurrentPerson person) {
        this.runs = runs;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reference = ProcessContract.CASE_REFERENCE.get(execution);
        if ("released".equals(PaymentRunProcess.RELEASE.get(execution))) {
            runs.release(reference, person.login());
        } else {
            runs.stop(reference, person.login());
        }
    }
}
