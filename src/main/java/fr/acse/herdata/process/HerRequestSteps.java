package fr.acse.herdata.process;

import static fr.acse.herdata.process.HerRequestProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.herdata.DataRequestService;
import fr.acse.herdata.DataRequestService.Terms;
import fr.acse.herdata.HerCopies;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code her-request.bpmn}. */
@Configuration(proxyBeanMethods = false)
class HerRequestSteps {

    /** Records a request of the woman about her data. */
    @Bean
    @ModelStep(
            name = "Take the request",
            does = "Records the request, one of each kind at a time. The month begins on the day on which she asked.",
            by = {Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING},
            reads = "rightKind askedOn",
            writes = "operatorGroup requestReminderAt requestDueAt")
    JavaDelegate takeRequestDelegate(DataRequestService requests, ReferralService referrals, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            Terms terms = requests.take(reference, KIND.get(execution), ASKED_ON.get(execution), person.login());
            OPERATOR_GROUP.set(
                    execution, People.ORGANISATION + referrals.get(reference).operator());
            REMINDER_AT.set(execution, terms.reminder());
            DUE_AT.set(execution, terms.due());
        };
    }

    /** Makes the copy for the second reader. */
    @Bean
    @ModelStep(
            name = "Record the copy",
            does =
                    "Makes the copy without data about others, and records who prepared it. Somebody else reads it next.")
    JavaDelegate recordCopyDelegate(DataRequestService requests, HerCopies copies, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            copies.prepare(reference, person.login());
            requests.prepared(reference, person.login());
        };
    }

    /** Records that a second reader found no data about other people in the copy. */
    @Bean
    @ModelStep(name = "Approve the copy", does = "Allows her association to give her the copy.")
    JavaDelegate approveCopyDelegate(DataRequestService requests) {
        return execution -> requests.approved(caseOf(execution));
    }

    /** Records the answer that the woman got. */
    @Bean
    @ModelStep(
            name = "Record the answer",
            does =
                    "Records the answer and its day. A restriction keeps her file from erasure. An accepted objection brings the erasure forward when the case is closed.",
            reads = "rightKind herAnswer handedOver toldOn")
    JavaDelegate recordHerAnswerDelegate(DataRequestService requests, CurrentPerson person) {
        return execution -> {
            String kind = KIND.get(execution);
            boolean copy = kind.equals(DataRequestService.ACCESS);
            requests.answer(
                    caseOf(execution),
                    kind,
                    copy ? HANDED_OVER.get(execution) : ANSWER.get(execution),
                    TOLD_ON.get(execution),
                    person.login());
        };
    }
}
