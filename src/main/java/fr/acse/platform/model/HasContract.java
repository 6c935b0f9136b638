package fr.acse.platform.model;

/** Implemented by the class that holds the constants of one process model. */
public interface HasContract {

    ProcessContract contract();
}
