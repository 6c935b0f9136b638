package fr.acse.herdata.process;

import fr.acse.codes.CaseReference;
import fr.acse.herdata.DataRequestService;
import fr.acse.herdata.DataRequestService.Terms;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.referral.ReferralService;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** She asks about her data. */
@Component
@ModelStep(
        name = "Take the request",
        does =
                "Only who has a part in the case records it, one of each kind at a time. The month begins on the day on which she asked.")
@Reads({"rightKind", "askedOn"})
@Writes({"operatorGroup", "requestReminderAt", "requestDueAt"})
record TakeRequestDelegate(
        DataRequestService requests, ReferralService referrals, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        access.require(
                person.login(), reference, Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING);
        Terms terms = requests.take(
                reference,
                HerRequestProcess.KIND.get(execution),
                LocalDate.parse(HerRequestProcess.ASKED_ON.get(execution)),
                person.login());
        HerRequestProcess.OPERATOR_GROUP.set(
                execution, People.ORGANISATION + referrals.get(reference).operator());
        HerRequestProcess.REMINDER_AT.set(execution, Date.from(terms.reminder()));
        HerRequestProcess.DUE_AT.set(execution, Date.from(terms.due()));
    }
}
