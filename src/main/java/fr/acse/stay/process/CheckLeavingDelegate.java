package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.referral.ReferralService;
import fr.acse.stay.Leaving;
import fr.acse.stay.LeavingService;
import fr.acse.stay.Proposal;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody proposes that she goes. */
@Component
@ModelStep(
        name = "Check the proposal",
        does =
                "Only who has a part in the case proposes it, one thing at a time; but a woman who is missing is looked for at once, whatever was proposed before. Only the shelter in which she lives, or the coordination, proposes an exclusion.")
@Reads({"leavingKind", "leavingTo", "leavingDay", "nextContactDay", "brokenClause"})
@Writes({"operatorGroup", "leavingProposedBy", "tracingEndsAt"})
record CheckLeavingDelegate(
        LeavingService leavings,
        VoidProposals proposals,
        ReferralService referrals,
        CaseAccess access,
        CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        access.require(
                person.login(), reference, Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING);
        Proposal proposal = new Proposal(
                LeavingProcess.KIND.get(execution),
                LeavingProcess.TO.find(execution),
                day(LeavingProcess.DAY.find(execution)),
                day(LeavingProcess.NEXT_CONTACT_DAY.find(execution)),
                LeavingProcess.BROKEN_CLAUSE.find(execution));
        if (proposal.isMissing()) {
            proposals.dismissOfStay(reference);
        }
        Leaving leaving = leavings.propose(reference, proposal, person.login(), execution.getProcessInstanceId());
        LeavingProcess.OPERATOR_GROUP.set(
                execution, People.ORGANISATION + referrals.get(reference).operator());
        LeavingProcess.PROPOSED_BY.set(execution, leaving.proposedAs().name().toLowerCase(Locale.ROOT));
        LeavingProcess.TRACING_ENDS_AT.set(execution, Date.from(leavings.tracingEnd(reference)));
    }

    private static LocalDate day(String date) {
        return date == null ? null : LocalDate.parse(date);
    }
}
