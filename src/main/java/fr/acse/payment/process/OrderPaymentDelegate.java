package fr.acse.payment.process;

import fr.acse.payment.TravelClaimService;
import fr.acse.platform.CurrentPerson;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An approval makes a payment order. */
@Component
class OrderPaymentDelegate implements JavaDelegate {

    private final TravelClaimService claims;
    private final CurrentPerson person;

    OrderPaymentDelegate(TravelClaimService claims, CurrentPerson person) {
        this.claims = claims;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID claim = UUID.fromString(TravelClaimProcess.CLAIM_ID.get(execution));
        if ("approved".equals(TravelClaimProcess.APPROVAL.get(execution))) {
            claims.approve(claim, person.login());
        } else {
            claims.refuse(claim, person.login());
        }
    }
}
