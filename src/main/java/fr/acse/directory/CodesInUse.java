package fr.acse.directory;

/** Whether a code is in use already, so that no other association can get it. */
public interface CodesInUse {

    boolean isUsed(String code);
}
