package fr.acse.platform;

/** Who has a part in a case. */
public interface CaseParties {

    /** Whether a person may act on a case that she names herself by its reference. */
    boolean isParty(String person, String reference);
}
