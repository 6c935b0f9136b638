package fr.acse.platform.door;

/** How the supervisors are told that somebody does something too often. */
public interface PaceNews {

    void stopped();
}
