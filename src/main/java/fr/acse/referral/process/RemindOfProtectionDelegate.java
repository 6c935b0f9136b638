package fr.acse.referral.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.AssessmentService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has taken a minor over for a day. */
@Component
@ModelStep(
        name = "Remind of the handover",
        does = "Tells the coordination and the supervisors that nobody has taken her over yet.")
record RemindOfProtectionDelegate(AssessmentService assessments) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        assessments.remindOfProtection(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
