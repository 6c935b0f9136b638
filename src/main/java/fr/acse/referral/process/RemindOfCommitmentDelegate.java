package fr.acse.referral.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.AssessmentService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** She wanted to answer to the clauses by now. */
@Component
@ModelStep(
        name = "Remind of the commitment",
        does = "Tells her operator that she wanted to answer by now. Nothing ends.")
record RemindOfCommitmentDelegate(AssessmentService assessments) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        assessments.remindOfCommitment(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
