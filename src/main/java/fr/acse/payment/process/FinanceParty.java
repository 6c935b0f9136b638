package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.directory.DirectoryService;
import fr.acse.payment.AllowanceService;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.access.CaseParties;
import fr.acse.platform.access.Relation;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finance, in cases that have something to pay, and in payment runs. */
@Component
class FinanceParty implements CaseParties {

    private final DirectoryService directory;
    private final AllowanceService allowances;
    private final TravelClaimService claims;

    FinanceParty(DirectoryService directory, AllowanceService allowances, TravelClaimService claims) {
        this.directory = directory;
        this.allowances = allowances;
        this.claims = claims;
    }

    @Override
    public Set<Relation> relations(Login person, CaseReference reference) {
        boolean pays = directory.isIn(person, "finance")
                && (allowances.knows(reference)
                        || claims.knows(reference)
                        || reference.hasPrefix(PaymentRunProcess.PREFIX));
        return pays ? Set.of(Relation.FINANCE) : Set.of();
    }
}
