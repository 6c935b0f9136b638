package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.directory.DirectoryService;
import fr.acse.platform.access.CaseParties;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The permissions of finance in payment runs. A payment run has a sealed file and a reference like a case. */
@Component
record FinanceParty(DirectoryService directory) implements CaseParties {

    @Override
    public Map<CaseReference, Set<Relation>> relations(Login person, Collection<CaseReference> references) {
        return references.stream()
                .filter(each -> each.hasPrefix(PaymentRunProcess.PREFIX) && directory.isIn(person, "finance"))
                .collect(Collectors.toMap(Function.identity(), any -> Set.of(Relation.FINANCE)));
    }
}
