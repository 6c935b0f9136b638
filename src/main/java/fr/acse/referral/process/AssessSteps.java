package fr.acse.referral.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.referral.process.AssessProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.AssessmentService;
import fr.acse.referral.Household;
import fr.acse.referral.ReferralService;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code assess.bpmn}. */
@Configuration(proxyBeanMethods = false)
class AssessSteps {

    /** Stores the codes of the assessment. The step is refused if the birth date contradicts the stated age. */
    @Bean
    @ModelStep(
            name = "Record the assessment",
            does =
                    "Records the codes of the assessment. Refused if she is said to be an adult, and her birth date in the case file says that she is under 18.",
            reads = "childrenCount babyCount oldestChildAge pregnancy accessibility languageCode avoidDepartments "
                    + "dangerDepartment ageAssessment",
            writes = "commitmentDueAt babyCount oldestChildAge")
    JavaDelegate recordAssessmentDelegate(ReferralService referrals, AssessmentService assessments) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            int children = ReferralProcess.CHILDREN.get(execution);
            if (children == 0) {
                // The form asks neither question about a woman without children.
                ReferralProcess.BABIES.set(execution, 0);
                ReferralProcess.OLDEST_CHILD_AGE.set(execution, 0);
            }
            Household household = new Household(
                    children,
                    ReferralProcess.BABIES.get(execution),
                    ReferralProcess.OLDEST_CHILD_AGE.get(execution),
                    ReferralProcess.PREGNANCY.get(execution),
                    ReferralProcess.ACCESSIBILITY.get(execution),
                    ReferralProcess.LANGUAGE.get(execution));
            String avoid = AVOID_DEPARTMENTS.find(execution);
            referrals.recordAssessment(
                    reference,
                    household,
                    DANGER_DEPARTMENT.get(execution),
                    avoid == null ? Set.of() : Set.of(avoid.split(",")));
            if ("adult".equals(AGE.get(execution))) {
                referrals.checkAdult(reference);
            }
            COMMITMENT_DUE_AT.set(execution, assessments.commitmentDue());
        };
    }

    /** Stores the answer of child protection about a minor. */
    @Bean
    @ModelStep(
            name = "Record the handover",
            does = "Records which service took her over, and on which day. Refused if the day lies ahead.",
            reads = "protectionService protectionAnswer protectionDate")
    JavaDelegate recordProtectionDelegate(AssessmentService assessments, CurrentPerson person) {
        return execution -> {
            assessments.recordHandover(
                    caseOf(execution),
                    PROTECTION_SERVICE.get(execution),
                    PROTECTION_ANSWER.get(execution),
                    PROTECTION_DATE.find(execution),
                    person.login());
        };
    }
}
