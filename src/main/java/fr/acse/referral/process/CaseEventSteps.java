package fr.acse.referral.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.referral.process.AgreeArrivalProcess.*;
import static fr.acse.referral.process.CaseEventProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Implements the steps of the model {@code case-event.bpmn}. */
@Configuration(proxyBeanMethods = false)
class CaseEventSteps {

    /**
     * Checks that the case can take the event. A closed case takes only a complaint. Only the coordination, or the shelter that accepted,
     * can withdraw an acceptance.
     */
    @Bean
    @ModelStep(
            name = "Check the event",
            does = "Refused if the reporter has no part in the case, or if the case cannot take this event now.",
            reads = "eventKind parkedUntil")
    JavaDelegate checkEventDelegate(ReferralService referrals, Losses losses, CaseAccess access, CurrentPerson person) {
        return execution -> {
            Referral referral = referrals.get(caseOf(execution));
            String kind = EVENT_KIND.get(execution);
            if (!referral.isOpen() && !"complaintFiled".equals(kind)) {
                throw new Refusal("eventNotNow", referral.reference());
            }
            Set<Relation> relations = access.relations(person.login(), referral.reference());
            // A person whose only part in the case is the permit can report nothing but a complaint.
            Refusal.unless("complaintFiled".equals(kind) || !Collections.disjoint(relations, REPORTING), "notYourStep");
            if ("acceptanceWithdrawn".equals(kind)
                    && !relations.contains(Relation.HOLDER)
                    && !relations.contains(Relation.COORDINATION)) {
                throw new Refusal("notYourAcceptance");
            }
            Refusal.unless(!"acceptanceWithdrawn".equals(kind) || !losses.isHeard(referral.reference()), "lossHeard");
            if ("arrivalChanged".equals(kind)) {
                if (Collections.disjoint(
                        relations, Set.of(Relation.OPERATOR, Relation.HOLDER, Relation.COORDINATION))) {
                    throw new Refusal("notYourStep");
                }
                referrals.arrivalChanges(referral.reference());
            }
            if ("parked".equals(kind) || "escortCalled".equals(kind)) {
                access.require(person.login(), referral.reference(), Relation.OPERATOR, Relation.COORDINATION);
            }
            if ("parked".equals(kind)) {
                referrals.cannotComeYet(referral.reference(), PARKED_UNTIL.get(execution));
            }
            if ("dangerRose".equals(kind)) {
                referrals.alarm(referral.reference());
            }
        };
    }

    /** Sends the message of the event to the running processes of the case. */
    @Bean
    @ModelStep(
            name = "Send the case event",
            does = "Sends the message of this event to the processes of the case.",
            reads = "escortReport newArrivalAt")
    JavaDelegate sendCaseEventDelegate(CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            ThrowEvent event = (ThrowEvent) execution.getBpmnModelElementInstance();
            MessageEventDefinition definition = (MessageEventDefinition)
                    event.getEventDefinitions().iterator().next();
            MessageCorrelationBuilder told = execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .createMessageCorrelation(definition.getMessage().getName())
                    .processInstanceBusinessKey(reference.value());
            if (definition.getMessage().getName().equals(ESCORT_CALLED)) {
                told.setVariable(ESCORT_REPORT.name(), ESCORT_REPORT.get(execution));
                told.setVariable(NEW_ARRIVAL_AT.name(), execution.getVariable(NEW_ARRIVAL_AT.name()));
            }
            // The person who reports the loss of a place must not decide whether the place is lost.
            if (definition.getMessage().getName().equals(ACCEPTANCE_WITHDRAWN)) {
                told.setVariable(LOSS_REPORTER, person.login().value());
            }
            Refusal.unless(
                    !told.correlateAllWithResult().isEmpty(),
                    definition.getMessage().getName().equals("acse.relocationNeeded") ? "noRelocation" : "eventNotNow",
                    reference);
        };
    }

    private static final Set<Relation> REPORTING =
            EnumSet.of(Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING);
}
