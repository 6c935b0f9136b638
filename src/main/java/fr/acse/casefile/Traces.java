package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import java.util.Map;

/** Implemented by each feature that stores data of a case. An erasure of the case removes this data. */
public interface Traces {

    /**
     * Removes the data about the identity and the place of people.
     *
     * @return number of removed entries for each kind of entry
     * @throws fr.acse.Refusal if the case cannot be erased now
     */
    Map<String, Integer> remove(CaseReference reference);
}
