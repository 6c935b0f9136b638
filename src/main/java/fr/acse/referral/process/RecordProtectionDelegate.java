package fr.acse.referral.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.referral.AssessmentService;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What child protection answered about a minor. */
@Component
@ModelStep(name = "Record the handover", does = "Keeps who took her over and on which day. The day cannot lie ahead.")
@Reads({"protectionService", "protectionAnswer", "protectionDate"})
record RecordProtectionDelegate(AssessmentService assessments, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String day = AssessProcess.PROTECTION_DATE.find(execution);
        assessments.recordHandover(
                ProcessContract.CASE_REFERENCE.get(execution),
                AssessProcess.PROTECTION_SERVICE.get(execution),
                AssessProcess.PROTECTION_ANSWER.get(execution),
                day == null ? null : LocalDate.parse(day),
                person.login());
    }
}
