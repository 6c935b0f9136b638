package fr.acse.payment.process;

import fr.acse.payment.TravelClaimService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An approval makes a payment order. */
@Component
@ModelStep(
        name = "Order the payment",
        does =
                "Refused if the same person submitted or checked the claim. An approved claim becomes a payment order for the next payment run.")
@Reads({"claimId", "approval"})
record OrderPaymentDelegate(TravelClaimService claims, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.FINANCE);
        UUID claim = UUID.fromString(TravelClaimProcess.CLAIM_ID.get(execution));
        if ("approved".equals(TravelClaimProcess.APPROVAL.get(execution))) {
            claims.approve(claim, person.login());
        } else {
            claims.refuse(claim, person.login());
        }
    }
}
