package fr.acse.stay.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.stay.process.StayProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelProperty;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Variable;
import fr.acse.referral.ReferralService;
import fr.acse.stay.FollowUpService;
import fr.acse.stay.FollowUpService.Next;
import fr.acse.stay.Leaving;
import fr.acse.stay.LeavingProposals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code stay.bpmn}. */
@Configuration(proxyBeanMethods = false)
class StaySteps {

    /** Records the steps that were done in a stay, and the steps that are planned. */
    @Bean
    @ModelStep(
            name = "Record the follow-up",
            does =
                    "Records what was done, and what comes next, with whom and until which day. The next follow-up is on the first of these days, at the latest in a month.",
            reads = "actionsDone topics nextActions actions1 actions1With actions1On actions2 actions2With "
                    + "actions2On",
            writes = "actionDueAt")
    JavaDelegate recordFollowUpDelegate(FollowUpService followUps, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            String how = NEXT_ACTIONS.get(execution);
            List<Next> next = new ArrayList<>();
            if (!"none".equals(how)) {
                next.add(next(execution, ACTIONS_1, ACTIONS_1_WITH, ACTIONS_1_ON));
            }
            if ("two".equals(how)) {
                next.add(next(execution, ACTIONS_2, ACTIONS_2_WITH, ACTIONS_2_ON));
            }
            ACTION_DUE_AT.set(
                    execution,
                    followUps.record(
                            reference, list(execution, ACTIONS_DONE), list(execution, TOPICS), next, person.login()));
        };
    }

    /** Proposes that the woman leaves, as it was entered in a follow-up. Another person confirms the proposal. */
    @Bean
    @ModelStep(
            name = "Propose that she leaves",
            does = "Opens the proposal for another person to confirm. The stay goes on until then.",
            reads = "leavingTo leavingDay")
    JavaDelegate proposeLeavingDelegate() {
        return execution -> LeavingStart.propose(execution, LEAVING_TO.get(execution), LEAVING_DAY.get(execution));
    }

    /** Opens a new search for a shelter. The woman keeps her place until she arrives in the new shelter. */
    @Bean
    @ModelStep(
            name = "Prepare the relocation",
            does =
                    "Opens a new request. The old shelter keeps her place until the new arrival is confirmed, and never learns where she goes.",
            writes = "hasPlace stay")
    JavaDelegate prepareRelocationDelegate(ReferralService referrals, VoidProposals proposals) {
        return execution -> {
            proposals.dismissOfStay(caseOf(execution));
            referrals.reopenSearch(caseOf(execution));
            HAS_PLACE.set(execution, true);
            STAY.set(execution, "relocation");
        };
    }

    /** Ends the stay with the outcome of its end event. */
    @Bean
    @ModelStep(
            name = "End the stay",
            does = "Ends the stay with the outcome of this end event.",
            writes = "stay brokenClause")
    ExecutionListener endStayListener(LeavingProposals leavings) {
        return execution -> {
            STAY.set(execution, ModelProperty.outcomeOf(execution));
            BROKEN_CLAUSE.set(
                    execution,
                    leavings.answered(caseOf(execution)).map(Leaving::clause).orElse(null));
        };
    }

    private static Next next(
            DelegateExecution execution, Variable<String> kinds, Variable<String> with, Variable<LocalDate> on) {
        return new Next(list(execution, kinds), with.get(execution), on.get(execution));
    }

    private static Set<String> list(DelegateExecution execution, Variable<String> variable) {
        String chosen = variable.find(execution);
        return chosen == null || chosen.isEmpty() ? Set.of() : Set.of(chosen.split(","));
    }
}
