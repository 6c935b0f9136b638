package fr.acse.payment.process;

import fr.acse.casefile.CaseReference;
import fr.acse.directory.DirectoryService;
import fr.acse.payment.Allowances;
import fr.acse.payment.TravelClaims;
import fr.acse.platform.CaseParties;
import fr.acse.platform.Relation;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finance, in cases that have something to pay, and in payment runs. */
@Component
class FinanceParty implements CaseParties {

    private final DirectoryService directory;
    private final Allowances allowances;
    private final TravelClaims claims;

    FinanceParty(DirectoryService directory, Allowances allowances, TravelClaims claims) {
        this.directory = directory;
        this.allowances = allowances;
        this.claims = claims;
    }

    @Override
    public Set<Relation> relations(String person, String reference) {
        boolean pays = directory.isIn(person, "finance")
                && (!allowances.findByReference(reference).isEmpty()
                        || !claims.findByReference(reference).isEmpty()
                        || CaseReference.hasPrefix(reference, PaymentRunProcess.PREFIX));
        return pays ? Set.of(Relation.FINANCE) : Set.of();
    }
}
