package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.ClaimDecisions;
import fr.acse.payment.EarlierClaims;
import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code travel-claim.bpmn}. */
@Configuration(proxyBeanMethods = false)
class TravelClaimSteps {

    /** Opens a claim for the operator of the case. */
    @Bean
    @ModelStep(
            name = "Open the claim",
            does = "Records the claim for the operator of the case.",
            writes = {"claimId", "operatorGroup"})
    JavaDelegate openClaimDelegate(
            TravelClaimService claims, EarlierClaims earlier, CaseAccess access, CurrentPerson person) {
        return execution -> {
            CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
            if (execution.getProcessInstance().getSuperExecution() == null) {
                if (!person.isSystem()) {
                    access.require(person.login(), reference, Relation.OPERATOR, Relation.COORDINATION);
                }
                claims.checkNewClaim(reference);
            }
            earlier.putAside(reference, person.login());
            TravelClaim claim = claims.get(claims.open(reference));
            TravelClaimProcess.CLAIM_ID.set(execution, claim.id().toString());
            TravelClaimProcess.OPERATOR_GROUP.set(execution, People.ORGANISATION + claim.operator());
        };
    }

    /** A second person of the coordination decides on what is above a ceiling. */
    @Bean
    @ModelStep(
            name = "Record the decision on the excess",
            does =
                    "Refused if the same person submitted or checked the claim. What is not allowed is cut to the ceiling of its line.",
            reads = {"claimId", "excess"})
    JavaDelegate decideOnExcessDelegate(ClaimDecisions claims, CaseAccess access, CurrentPerson person) {
        return execution -> {
            access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.COORDINATION);
            claims.decideOnExcess(
                    UUID.fromString(TravelClaimProcess.CLAIM_ID.get(execution)),
                    "allowed".equals(TravelClaimProcess.EXCESS.get(execution)),
                    person.login());
        };
    }

    /** An approval makes a payment order. */
    @Bean
    @ModelStep(
            name = "Order the payment",
            does =
                    "Refused if the same person submitted or checked the claim. An approved claim becomes a payment order for the next payment run.",
            reads = {"claimId", "approval"})
    JavaDelegate orderPaymentDelegate(ClaimDecisions claims, CaseAccess access, CurrentPerson person) {
        return execution -> {
            access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.FINANCE);
            UUID claim = UUID.fromString(TravelClaimProcess.CLAIM_ID.get(execution));
            if ("approved".equals(TravelClaimProcess.APPROVAL.get(execution))) {
                claims.approve(claim, person.login());
            } else {
                claims.refuse(claim, person.login());
            }
        };
    }

    /** Tells finance by mail that an approved claim is still unpaid. */
    @Bean
    @ModelStep(name = "Remind finance", does = "Tells finance by mail that an approved claim is still unpaid.")
    JavaDelegate remindFinanceDelegate(TravelClaimService claims) {
        return execution -> claims.remind(ProcessContract.CASE_REFERENCE.get(execution));
    }
}
