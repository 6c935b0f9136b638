package fr.acse.directory;

import java.util.List;

/** Finds associations that were proposed and are being vetted. */
public interface Vetting {

    /** Whether an association with this code was proposed and nobody has decided on it yet. */
    boolean isUnderWay(String code);

    /** Codes of the associations that were proposed and are not decided on yet. */
    List<String> underWay();
}
