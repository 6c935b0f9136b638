package fr.acse.directory;

/** Finds associations that were proposed and are being vetted. */
public interface Vetting {

    /** Whether an association with this code was proposed and nobody has decided on it yet. */
    boolean isUnderWay(String code);
}
