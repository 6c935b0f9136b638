package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import java.util.Map;

/** The data that a part of the system keeps of a case. An erasure removes it. */
public interface Traces {

    /**
     * Removes the data that says who or where somebody is.
     *
     * @return number of removed entries by their kind
     * @throws fr.acse.Refusal if the case cannot be erased now
     */
    Map<String, Integer> remove(CaseReference reference);
}
