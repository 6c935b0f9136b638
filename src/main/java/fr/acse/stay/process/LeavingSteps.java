package fr.acse.stay.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.stay.process.LeavingProcess.*;

import fr.acse.alarm.AlarmService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.ReferralService;
import fr.acse.stay.Leaving;
import fr.acse.stay.LeavingProposals;
import fr.acse.stay.LeavingService;
import fr.acse.stay.Proposal;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code leaving.bpmn}. */
@Configuration(proxyBeanMethods = false)
class LeavingSteps {

    /** Records the proposal that the woman leaves. */
    @Bean
    @ModelStep(
            name = "Check the proposal",
            does =
                    "Opens the proposal, one at a time. If she is missing, an earlier proposal ends and the search for her begins. Only the shelter in which she lives, or the coordination, proposes an exclusion.",
            by = {Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING},
            reads = "leavingKind leavingTo leavingDay nextContactDay brokenClause",
            writes = "operatorGroup leavingProposedBy tracingEndsAt")
    JavaDelegate checkLeavingDelegate(
            LeavingService leavings,
            LeavingProposals proposals,
            VoidProposals voids,
            ReferralService referrals,
            CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            Proposal proposal = new Proposal(
                    KIND.get(execution),
                    TO.find(execution),
                    DAY.find(execution),
                    NEXT_CONTACT_DAY.find(execution),
                    BROKEN_CLAUSE.find(execution));
            if (proposal.isMissing()) {
                voids.dismissOfStay(reference);
            }
            Leaving leaving = proposals.propose(reference, proposal, person.login(), execution.getProcessInstanceId());
            OPERATOR_GROUP.set(
                    execution, People.ORGANISATION + referrals.get(reference).operator());
            PROPOSED_BY.set(execution, leaving.proposedAs().name().toLowerCase(Locale.ROOT));
            TRACING_ENDS_AT.set(execution, leavings.tracingEnd(reference));
        };
    }

    /** Reminds staff of a proposal that has no answer yet. */
    @Bean
    @ModelStep(
            name = "Remind of the proposal",
            does = "Tells the coordination and the supervisors that a proposal waits.")
    JavaDelegate remindOfLeavingDelegate(LeavingProposals leavings) {
        return execution -> leavings.remind(caseOf(execution));
    }

    /** Records the answer of another person to the proposal. */
    @Bean
    @ModelStep(
            name = "Record the answer",
            does = "Refused if the same association proposed and confirms it, or if the day of leaving lies ahead.",
            reads = "leavingAnswer",
            writes = "nextContactAt")
    JavaDelegate recordLeavingDelegate(LeavingService leavings, CurrentPerson person, Days days) {
        return execution -> {
            Leaving leaving = leavings.answer(caseOf(execution), ANSWER.get(execution), person.login());
            NEXT_CONTACT_AT.set(execution, leaving.nextContact() == null ? null : days.start(leaving.nextContact()));
        };
    }

    /** Records a try to find the missing woman. */
    @Bean
    @ModelStep(
            name = "Record what was tried",
            does =
                    "Records what was tried. She is searched for as long as the setting acse.stay.tracing says. After that, giving up her place can be proposed.",
            reads = "traceResult safetyAlert",
            writes = "tracingOver")
    JavaDelegate recordTraceDelegate(LeavingService leavings, AlarmService alarms, CurrentPerson person) {
        return execution -> {
            if ("raised".equals(SAFETY_ALERT.find(execution))) {
                leavings.safetyAlert(caseOf(execution));
                alarms.tellSupervisors(caseOf(execution));
            }
            TRACING_OVER.set(
                    execution,
                    leavings.traced(caseOf(execution), "found".equals(TRACE_RESULT.get(execution)), person.login()));
        };
    }

    /** Records the decision of the coordination on the proposal to exclude the woman. */
    @Bean
    @ModelStep(
            name = "Record the decision on the exclusion",
            does =
                    "Records the decision and tells the shelter. Refused if the same person proposed it. An end is refused while she travels, and without a place for her to live.",
            reads = "exclusionDecision leavingTo")
    JavaDelegate recordExclusionDelegate(LeavingService leavings, CurrentPerson person) {
        return execution ->
                leavings.decide(caseOf(execution), DECISION.get(execution), TO.find(execution), person.login());
    }
}
