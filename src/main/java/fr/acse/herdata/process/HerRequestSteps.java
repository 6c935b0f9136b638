package fr.acse.herdata.process;

import fr.acse.codes.CaseReference;
import fr.acse.herdata.DataRequestService;
import fr.acse.herdata.DataRequestService.Terms;
import fr.acse.herdata.HerCopies;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code her-request.bpmn}. */
@Configuration(proxyBeanMethods = false)
class HerRequestSteps {

    /** She asks about her data. */
    @Bean
    @ModelStep(
            name = "Take the request",
            does =
                    "Only who has a part in the case records it, one of each kind at a time. The month begins on the day on which she asked.",
            reads = {"rightKind", "askedOn"},
            writes = {"operatorGroup", "requestReminderAt", "requestDueAt"})
    JavaDelegate takeRequestDelegate(
            DataRequestService requests, ReferralService referrals, CaseAccess access, CurrentPerson person) {
        return execution -> {
            CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
            access.require(
                    person.login(),
                    reference,
                    Relation.OPERATOR,
                    Relation.COORDINATION,
                    Relation.HOLDER,
                    Relation.LEAVING);
            Terms terms = requests.take(
                    reference,
                    HerRequestProcess.KIND.get(execution),
                    HerRequestProcess.ASKED_ON.get(execution),
                    person.login());
            HerRequestProcess.OPERATOR_GROUP.set(
                    execution, People.ORGANISATION + referrals.get(reference).operator());
            HerRequestProcess.REMINDER_AT.set(execution, terms.reminder());
            HerRequestProcess.DUE_AT.set(execution, terms.due());
        };
    }

    /** A copy is prepared for the second reader. */
    @Bean
    @ModelStep(
            name = "Record the copy",
            does =
                    "Makes the copy without anything about others, and keeps who prepared it; somebody else reads it next.")
    JavaDelegate recordCopyDelegate(DataRequestService requests, HerCopies copies, CurrentPerson person) {
        return execution -> {
            CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
            copies.prepare(reference, person.login());
            requests.prepared(reference, person.login());
        };
    }

    /** A second reader found nothing of others in the copy. */
    @Bean
    @ModelStep(name = "Approve the copy", does = "From now on her association may give it to her.")
    JavaDelegate approveCopyDelegate(DataRequestService requests) {
        return execution -> requests.approved(ProcessContract.CASE_REFERENCE.get(execution));
    }

    /** She has her answer. */
    @Bean
    @ModelStep(
            name = "Record the answer",
            does =
                    "Keeps the answer and its day. A restriction keeps her file from erasure; an objection that is upheld brings the erasure forward, once the case is closed.",
            reads = {"rightKind", "herAnswer", "handedOver", "toldOn"})
    JavaDelegate recordHerAnswerDelegate(DataRequestService requests, CurrentPerson person) {
        return execution -> {
            String kind = HerRequestProcess.KIND.get(execution);
            boolean copy = kind.equals(DataRequestService.ACCESS);
            requests.answer(
                    ProcessContract.CASE_REFERENCE.get(execution),
                    kind,
                    copy ? HerRequestProcess.HANDED_OVER.get(execution) : HerRequestProcess.ANSWER.get(execution),
                    HerRequestProcess.TOLD_ON.get(execution),
                    person.login());
        };
    }

    /** A week of the month is left. */
    @Bean
    @ModelStep(name = "Remind of the request", does = "Tells the coordination that the month is nearly over.")
    JavaDelegate remindOfRequestDelegate(DataRequestService requests) {
        return execution -> requests.remind(ProcessContract.CASE_REFERENCE.get(execution));
    }

    /** The month is over and she has no answer. */
    @Bean
    @ModelStep(
            name = "Warn of the late answer",
            does = "Tells the coordination and the supervisors that the month is over.")
    JavaDelegate warnOfRequestDelegate(DataRequestService requests) {
        return execution -> requests.warn(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
