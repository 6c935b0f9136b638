package fr.acse.platform.form;

/** The forms as they are deployed. */
public interface DeployedForms {

    /** Called within a command of the engine. */
    byte[] read(FormRef form);
}
