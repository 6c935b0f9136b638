package fr.acse.platform.access;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Who has which part in a case. */
public interface CaseParties {

    /** Parts that a person has in some cases now. A case in which she has none may be missing. */
    Map<CaseReference, Set<Relation>> relations(Login person, Collection<CaseReference> references);
}
