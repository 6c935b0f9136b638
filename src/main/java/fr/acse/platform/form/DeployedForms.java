package fr.acse.platform.form;

/** Reads the forms that were deployed with the models. */
public interface DeployedForms {

    /** Reads a form. The caller must run inside a command of the engine. */
    byte[] read(FormRef form);
}
