package fr.acse.referral.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.referral.AssessmentService;
import fr.acse.referral.InterviewHeld;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The shelter and she have met before she comes. */
@Component
@ModelStep(
        name = "Record the interview",
        does =
                "Keeps the day, who was there, and the result. Nobody comes without knowing the rules of the house and repeating her commitment.")
@Reads({
    "shelterCode",
    "interviewHeldOn",
    "interviewManner",
    "interviewInterpreter",
    "stayMonths",
    "rulesExplained",
    "commitmentAgain",
    "interviewResult"
})
record RecordInterviewDelegate(AssessmentService assessments, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        InterviewHeld held = new InterviewHeld(
                LocalDate.parse(AgreeArrivalProcess.INTERVIEW_HELD_ON.get(execution)),
                AgreeArrivalProcess.INTERVIEW_MANNER.get(execution),
                AgreeArrivalProcess.INTERVIEW_INTERPRETER.get(execution),
                AgreeArrivalProcess.STAY_MONTHS.get(execution),
                "yes".equals(AgreeArrivalProcess.RULES_EXPLAINED.get(execution)),
                "yes".equals(AgreeArrivalProcess.COMMITMENT_AGAIN.get(execution)),
                AgreeArrivalProcess.INTERVIEW_RESULT.get(execution));
        assessments.recordInterview(
                ProcessContract.CASE_REFERENCE.get(execution),
                AgreeArrivalProcess.SHELTER_CODE.get(execution),
                held,
                person.login());
    }
}
