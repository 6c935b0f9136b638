package fr.acse.referral.process;

import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.EndOutcome;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.AssessmentService;
import fr.acse.referral.InterviewHeld;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code agree-arrival.bpmn}. */
@Configuration(proxyBeanMethods = false)
class AgreeArrivalSteps {

    /** The proposed days must fit together before the shelter is asked. */
    @Bean
    @ModelStep(
            name = "Check the proposal",
            does =
                    "The interview comes on the day of arrival at the latest. The place is held until a day after the proposed day of arrival.",
            reads = {"arrivalDate", "interviewDate"})
    JavaDelegate checkProposalDelegate(ReferralService referrals) {
        return execution -> referrals.checkProposal(
                ProcessContract.CASE_REFERENCE.get(execution),
                AgreeArrivalProcess.ARRIVAL_DATE.get(execution),
                AgreeArrivalProcess.INTERVIEW_DATE.get(execution));
    }

    /** Records the arrival that operator and shelter agreed on. */
    @Bean
    @ModelStep(
            name = "Record the agreement",
            does = "Records what was agreed. A transfer needs an agreed arrival.",
            reads = {"agreement", "arrivalDate"},
            writes = "lossReportedBy")
    JavaDelegate recordAgreementDelegate(ReferralService referrals, CaseAccess access, CurrentPerson person) {
        return execution -> {
            access.require(
                    person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.HOLDER, Relation.TELEPHONE);
            AgreeArrivalProcess.LOSS_REPORTED_BY.set(execution, person.login());
            if ("agreed".equals(AgreeArrivalProcess.AGREEMENT.get(execution))) {
                referrals.agreeArrival(
                        ProcessContract.CASE_REFERENCE.get(execution), AgreeArrivalProcess.ARRIVAL_DATE.get(execution));
            }
        };
    }

    /** The shelter and she have met before she comes. */
    @Bean
    @ModelStep(
            name = "Record the interview",
            does =
                    "Keeps the day, who was there, and the result. Nobody comes without knowing the rules of the house and repeating her commitment.",
            reads = {
                "shelterCode",
                "interviewHeldOn",
                "interviewManner",
                "interviewInterpreter",
                "stayMonths",
                "rulesExplained",
                "commitmentAgain",
                "interviewResult"
            })
    JavaDelegate recordInterviewDelegate(AssessmentService assessments, CurrentPerson person) {
        return execution -> {
            InterviewHeld held = new InterviewHeld(
                    AgreeArrivalProcess.INTERVIEW_HELD_ON.get(execution),
                    AgreeArrivalProcess.INTERVIEW_MANNER.get(execution),
                    AgreeArrivalProcess.INTERVIEW_INTERPRETER.get(execution),
                    AgreeArrivalProcess.STAY_MONTHS.get(execution),
                    AgreeArrivalProcess.RULES_EXPLAINED.get(execution),
                    AgreeArrivalProcess.COMMITMENT_AGAIN.get(execution),
                    AgreeArrivalProcess.INTERVIEW_RESULT.get(execution));
            assessments.recordInterview(
                    ProcessContract.CASE_REFERENCE.get(execution),
                    AgreeArrivalProcess.SHELTER_CODE.get(execution),
                    held,
                    person.login());
        };
    }

    /** Nothing is agreed any more: the place is lost. */
    @Bean
    @ModelStep(
            name = "Note that the place is lost",
            does = "Notes that nothing is agreed any more.",
            writes = "agreement")
    ExecutionListener noteLostPlaceListener() {
        return execution -> AgreeArrivalProcess.AGREEMENT.set(execution, EndOutcome.of(execution));
    }
}
