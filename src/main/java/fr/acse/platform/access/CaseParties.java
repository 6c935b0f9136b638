package fr.acse.platform.access;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.util.Set;

/** Who has which part in a case. Each feature knows some of the parts. */
public interface CaseParties {

    /** Parts that a person has in a case now. */
    Set<Relation> relations(Login person, CaseReference reference);
}
