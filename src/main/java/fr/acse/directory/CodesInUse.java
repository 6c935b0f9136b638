package fr.acse.directory;

/** Implemented by features that use codes. No new association can get a code that is already in use. */
public interface CodesInUse {

    boolean isUsed(String code);
}
