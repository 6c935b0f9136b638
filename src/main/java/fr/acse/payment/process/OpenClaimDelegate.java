package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.EarlierClaims;
import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Opens a claim for the operator of the case. */
@Component
@ModelStep(name = "Open the claim", does = "Records the claim for the operator of the case.")
@Writes({"claimId", "operatorGroup"})
record OpenClaimDelegate(TravelClaimService claims, EarlierClaims earlier, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if (((ExecutionEntity) execution).getProcessInstance().getSuperExecution() == null) {
            if (!person.isSystem()) {
                access.require(person.login(), reference, Relation.OPERATOR, Relation.COORDINATION);
            }
            claims.checkNewClaim(reference);
        }
        earlier.putAside(reference, person.login());
        TravelClaim claim = claims.get(claims.open(reference));
        TravelClaimProcess.CLAIM_ID.set(execution, claim.id().toString());
        TravelClaimProcess.OPERATOR_GROUP.set(execution, People.ORGANISATION + claim.operator());
    }
}
