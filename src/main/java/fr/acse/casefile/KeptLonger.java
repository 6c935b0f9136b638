package fr.acse.casefile;

/** Implemented by data that is kept longer than its case and has its own retention time. */
public interface KeptLonger {

    /** Erases the data whose retention time is over. */
    void eraseDue();
}
