package fr.acse.casefile;

/** What is kept longer than the case that it came from, and has a time of its own. */
public interface KeptLonger {

    /** Erases what has been kept long enough. */
    void eraseDue();
}
