package fr.acse.payment.process;

import fr.acse.payment.Cents;
import fr.acse.payment.Costs;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the journey cost, in whole cents. */
@Component
@ModelStep(
        name = "Record the claim",
        does =
                "Amounts become whole cents; an account other than the operator's registered one is checked (ISO 13616).")
@Reads({"personCosts", "escortCosts", "receiptCount", "travelledOn", "payTo", "claimId"})
class RecordClaimDelegate implements JavaDelegate {

    private final TravelClaimService claims;
    private final CaseAccess access;
    private final CurrentPerson person;

    RecordClaimDelegate(TravelClaimService claims, CaseAccess access, CurrentPerson person) {
        this.claims = claims;
        this.access = access;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.OPERATOR);
        Costs costs = new Costs(
                Cents.ofEuros("Costs of the person", TravelClaimProcess.PERSON_COSTS.get(execution)),
                Cents.ofEuros("Costs of the escort", TravelClaimProcess.ESCORT_COSTS.get(execution)),
                TravelClaimProcess.RECEIPTS.get(execution),
                LocalDate.parse(TravelClaimProcess.TRAVELLED_ON.get(execution)));
        boolean ownAccount = "organisationAccount".equals(TravelClaimProcess.PAY_TO.get(execution));
        claims.submit(UUID.fromString(TravelClaimProcess.CLAIM_ID.get(execution)), costs, ownAccount, person.login());
    }
}
