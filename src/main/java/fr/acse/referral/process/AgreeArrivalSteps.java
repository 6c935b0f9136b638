package fr.acse.referral.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.referral.process.AgreeArrivalProcess.*;

import fr.acse.codes.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelProperty;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.AssessmentService;
import fr.acse.referral.InterviewHeld;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code agree-arrival.bpmn}. */
@Configuration(proxyBeanMethods = false)
class AgreeArrivalSteps {

    /** Checks the proposed days of the interview and of the arrival before the shelter is asked. */
    @Bean
    @ModelStep(
            name = "Check the proposal",
            does =
                    "Keeps the place until some time after the proposed day of arrival (acse.placement.after-arrival). Refused if the interview is later than the arrival, the arrival is too far away, or the address is given up.",
            reads = "arrivalDate interviewDate")
    JavaDelegate checkProposalDelegate(ReferralService referrals) {
        return execution ->
                referrals.checkProposal(caseOf(execution), ARRIVAL_DATE.get(execution), INTERVIEW_DATE.get(execution));
    }

    /** Records the arrival on which the association and the shelter agreed. */
    @Bean
    @ModelStep(
            name = "Record the agreement",
            does = "Records the agreed arrival. Without it, no journey can be planned.",
            by = {Relation.HOLDER, Relation.TELEPHONE},
            reads = "agreement arrivalDate",
            writes = "lossReportedBy")
    JavaDelegate recordAgreementDelegate(ReferralService referrals, CurrentPerson person) {
        return execution -> {
            LOSS_REPORTED_BY.set(execution, person.login());
            if ("agreed".equals(AGREEMENT.get(execution))) {
                referrals.agreeArrival(caseOf(execution), ARRIVAL_DATE.get(execution));
            }
        };
    }

    /** Records the interview that the woman and the shelter hold before the woman comes. */
    @Bean
    @ModelStep(
            name = "Record the interview",
            does =
                    "Records the day, who was there, and the result. A favourable result is refused if she does not know the rules of the house, or has not repeated her commitment.",
            reads = "shelterCode interviewHeldOn interviewManner interviewInterpreter stayMonths rulesExplained "
                    + "commitmentAgain interviewResult")
    JavaDelegate recordInterviewDelegate(AssessmentService assessments, CurrentPerson person) {
        return execution -> {
            InterviewHeld held = new InterviewHeld(
                    INTERVIEW_HELD_ON.get(execution),
                    INTERVIEW_MANNER.get(execution),
                    INTERVIEW_INTERPRETER.get(execution),
                    STAY_MONTHS.get(execution),
                    RULES_EXPLAINED.get(execution),
                    COMMITMENT_AGAIN.get(execution),
                    INTERVIEW_RESULT.get(execution));
            assessments.recordInterview(caseOf(execution), SHELTER_CODE.get(execution), held, person.login());
        };
    }

    /** Records that no arrival is agreed any more, because the place is lost. */
    @Bean
    @ModelStep(
            name = "Note that the place is lost",
            does = "Records that no arrival is agreed any more.",
            writes = "agreement")
    ExecutionListener noteLostPlaceListener() {
        return execution -> AGREEMENT.set(execution, ModelProperty.outcomeOf(execution));
    }
}
