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

/** Records the check by a second person. */
@Component
@ModelStep(name = "Record the check", does = "Refused if the same person submitted the claim.")
@Reads({"claimCheck", "claimId"})
class RecordCheckDelegate implements JavaDelegate {

    private final TravelClaimService claims;
    private final CaseAccess access;
    private final CurrentPerson person;

    RecordCheckDelegate(TravelClaimService claims, CaseAccess access, CurrentPerson person) {
        this.claims = claims;
        this.access = access;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.COORDINATION);
        TravelClaimService.Check result =
                switch (TravelClaimProcess.CHECK.get(execution)) {
                    case "correct" -> TravelClaimService.Check.CORRECT;
                    case "toCorrect" -> TravelClaimService.Check.TO_CORRECT;
                    default -> TravelClaimService.Check.REJECTED;
                };
        claims.check(UUID.fromString(TravelClaimProcess.CLAIM_ID.get(execution)), result, person.login());
    }
}
