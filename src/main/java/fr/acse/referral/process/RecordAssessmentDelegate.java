package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.referral.AssessmentService;
import fr.acse.referral.Household;
import fr.acse.referral.ReferralService;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the codes of the assessment, unless the birth date contradicts the stated age. */
@Component
@ModelStep(
        name = "Record the assessment",
        does =
                "Keeps the codes of the assessment. Refused if she is said to be an adult and the birth date in the case file says that she is under 18.")
@Reads({
    "childrenCount",
    "babyCount",
    "oldestChildAge",
    "pregnancy",
    "accessibility",
    "languageCode",
    "avoidDepartments",
    "dangerDepartment",
    "ageAssessment"
})
@Writes("commitmentDueAt")
record RecordAssessmentDelegate(ReferralService referrals, AssessmentService assessments) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        Household household = new Household(
                ReferralProcess.CHILDREN.get(execution),
                ReferralProcess.BABIES.get(execution),
                ReferralProcess.OLDEST_CHILD_AGE.get(execution),
                "yes".equals(ReferralProcess.PREGNANCY.get(execution)),
                "yes".equals(ReferralProcess.ACCESSIBILITY.get(execution)),
                ReferralProcess.LANGUAGE.get(execution));
        String avoid = AssessProcess.AVOID_DEPARTMENTS.find(execution);
        referrals.recordAssessment(
                reference,
                household,
                AssessProcess.DANGER_DEPARTMENT.get(execution),
                avoid == null ? Set.of() : Set.of(avoid.split(",")));
        if ("adult".equals(AssessProcess.AGE.get(execution))) {
            referrals.checkAdult(reference);
        }
        AssessProcess.COMMITMENT_DUE_AT.set(execution, Date.from(assessments.commitmentDue()));
    }
}
