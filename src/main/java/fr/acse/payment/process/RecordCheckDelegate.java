package fr.acse.payment.process;

import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.CurrentPerson;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the check by a second person. */
@Component
class RecordCheckDelegate implements JavaDelegate {

    private final TravelClaimService claims;
    private final CurrentPerson person;

    RecordCheckDelegate(TravelClaimService claims, CurrentPerson person) {
        this.claims = claims;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TravelClaim.State state =
                switch (TravelClaimProcess.CHECK.get(execution)) {
                    case "correct" -> TravelClaim.State.CHECKED;
                    case "toCorrect" -> TravelClaim.State.OPEN;
                    default -> TravelClaim.State.REJECTED;
                };
        claims.check(UUID.fromString(TravelClaimProcess.CLAIM_ID.get(execution)), state, person.login());
    }
}
