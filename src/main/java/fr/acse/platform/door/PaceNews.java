package fr.acse.platform.door;

/** Tells the supervisors that somebody sends a kind of request too often. */
public interface PaceNews {

    void stopped();
}
