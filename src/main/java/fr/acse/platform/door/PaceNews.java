package fr.acse.platform.door;

/** Tells the supervisors that a person sends one kind of request too often. */
public interface PaceNews {

    void stopped();
}
