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

/** A second person of the coordination decides on what is above a ceiling. */
@Component
@ModelStep(
        name = "Record the decision on the excess",
        does =
                "Refused if the same person submitted or checked the claim. What is not allowed is cut to the ceiling of its line.")
@Reads({"claimId", "excess"})
record DecideOnExcessDelegate(TravelClaimService claims, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.COORDINATION);
        claims.decideOnExcess(
                UUID.fromString(TravelClaimProcess.CLAIM_ID.get(execution)),
                "allowed".equals(TravelClaimProcess.EXCESS.get(execution)),
                person.login());
    }
}
