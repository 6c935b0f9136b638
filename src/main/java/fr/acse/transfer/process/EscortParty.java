package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.access.CaseParties;
import fr.acse.platform.access.Relation;
import fr.acse.transfer.EscortService;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The named escort, while the journey is planned or under way. */
@Component
class EscortParty implements CaseParties {

    private final EscortService escorts;

    EscortParty(EscortService escorts) {
        this.escorts = escorts;
    }

    @Override
    public Set<Relation> relations(Login person, CaseReference reference) {
        return escorts.isEscort(reference, person) ? Set.of(Relation.ESCORT) : Set.of();
    }
}
