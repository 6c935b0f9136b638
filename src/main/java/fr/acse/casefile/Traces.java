package fr.acse.casefile;

import fr.acse.codes.CaseReference;
import java.util.Map;

/** What some part of the system keeps of a case that is to be erased. */
public interface Traces {

    /**
     * Removes what says who or where somebody is.
     *
     * @return what was removed, and how much of it
     * @throws fr.acse.Refusal if the case cannot be erased now
     */
    Map<String, Integer> remove(CaseReference reference);
}
