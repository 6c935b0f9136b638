package fr.acse.platform.model;

/** The class with the constants of one model. */
public interface HasContract {

    ProcessContract contract();
}
