package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.ClaimRows;
import fr.acse.payment.TravelClaim;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Opens a claim for the operator of the case. */
@Component
@ModelStep(name = "Open the claim", does = "Records the claim for the operator of the case.")
@Writes({"claimId", "operatorGroup"})
class OpenClaimDelegate implements JavaDelegate {

    private final TravelClaimService claims;
    private final ClaimRows rows;
    private final CaseAccess access;
    private final CurrentPerson person;

    OpenClaimDelegate(TravelClaimService claims, ClaimRows rows, CaseAccess access, CurrentPerson person) {
        this.claims = claims;
        this.rows = rows;
        this.access = access;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if (((ExecutionEntity) execution).getProcessInstance().getSuperExecution() == null) {
            if (!person.isSystem()) {
                access.require(person.login(), reference, Relation.OPERATOR, Relation.COORDINATION);
            }
            claims.checkNewClaim(reference);
        }
        // What an earlier claim of the case asked for is no part of this one.
        if (!rows.read(reference, ClaimRows.LINES).isEmpty()) {
            rows.keep(reference, ClaimRows.LINES, List.of(), person.login());
        }
        TravelClaim claim = claims.get(claims.open(reference));
        TravelClaimProcess.CLAIM_ID.set(execution, claim.id().toString());
        TravelClaimProcess.OPERATOR_GROUP.set(execution, People.ORGANISATION + claim.operator());
    }
}
