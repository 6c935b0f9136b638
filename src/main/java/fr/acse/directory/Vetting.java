package fr.acse.directory;

/** Associations that were proposed and are being checked. */
public interface Vetting {

    /** Whether somebody proposed an association with this code, and it is not decided yet. */
    boolean isUnderWay(String code);
}
