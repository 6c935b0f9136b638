package fr.acse.payment.process;

import static fr.acse.payment.process.TravelClaimProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.payment.ClaimDecisions;
import fr.acse.payment.EarlierClaims;
import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code travel-claim.bpmn}. */
@Configuration(proxyBeanMethods = false)
class TravelClaimSteps {

    /** Opens a claim for the association of the case. */
    @Bean
    @ModelStep(
            name = "Open the claim",
            does = "Opens a claim for the association of the case.",
            writes = "claimId operatorGroup")
    JavaDelegate openClaimDelegate(
            TravelClaimService claims, EarlierClaims earlier, CaseAccess access, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            if (execution.getProcessInstance().getSuperExecution() == null) {
                if (!person.isSystem()) {
                    access.require(person.login(), reference, Relation.OPERATOR, Relation.COORDINATION);
                }
                claims.checkNewClaim(reference);
            }
            earlier.putAside(reference, person.login());
            TravelClaim claim = claims.get(claims.open(reference));
            CLAIM_ID.set(execution, claim.id().toString());
            OPERATOR_GROUP.set(execution, People.ORGANISATION + claim.operator());
        };
    }

    /** Records the decision of a second person of the coordination on the amount above a ceiling. */
    @Bean
    @ModelStep(
            name = "Record the decision on the excess",
            does =
                    "Cuts each line to its ceiling if the excess is not allowed. Refused if the same person submitted or checked the claim.",
            by = Relation.COORDINATION,
            reads = "claimId excess")
    JavaDelegate decideOnExcessDelegate(ClaimDecisions claims, CurrentPerson person) {
        return execution -> {
            claims.decideOnExcess(
                    UUID.fromString(CLAIM_ID.get(execution)), "allowed".equals(EXCESS.get(execution)), person.login());
        };
    }

    /** Records the decision of finance on a claim. An approval makes a payment order. */
    @Bean
    @ModelStep(
            name = "Order the payment",
            does =
                    "Makes a payment order of an approved claim for the next payment run. Refused if the same person submitted or checked the claim.",
            by = Relation.FINANCE,
            reads = "claimId approval")
    JavaDelegate orderPaymentDelegate(ClaimDecisions claims, CurrentPerson person) {
        return execution -> {
            UUID claim = UUID.fromString(CLAIM_ID.get(execution));
            if ("approved".equals(APPROVAL.get(execution))) {
                claims.approve(claim, person.login());
            } else {
                claims.refuse(claim, person.login());
            }
        };
    }
}
