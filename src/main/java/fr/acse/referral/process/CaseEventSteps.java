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

/** The steps of model {@code case-event.bpmn}. */
@Configuration(proxyBeanMethods = false)
class CaseEventSteps {

    /**
     * Only an open case takes events; but a complaint may be filed after the stay. Only the shelter that accepted, or the
     * coordination, can take an acceptance back.
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
            // A person who only follows a permit can report nothing but a complaint.
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
            if ("parked".equals(kind)) {
                if (Collections.disjoint(relations, Set.of(Relation.OPERATOR, Relation.COORDINATION))) {
                    throw new Refusal("notYourStep");
                }
                referrals.cannotComeYet(referral.reference(), PARKED_UNTIL.get(execution));
            }
            if ("dangerRose".equals(kind)) {
                referrals.alarm(referral.reference());
            }
        };
    }

    /** Sends the message of an event to the running case. */
    @Bean
    @ModelStep(name = "Send the case event", does = "Sends the message of this event to the processes of the case.")
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
            // The person who says that a place is lost does not decide on the loss.
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
