package fr.acse.platform.access;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Finds the parts that people have in cases. */
public interface CaseParties {

    /** The current parts of a person in the given cases. A case without a part may be missing in the map. */
    Map<CaseReference, Set<Relation>> relations(Login person, Collection<CaseReference> references);
}
