package fr.acse.platform.form;

/** Reference to a form that was deployed together with the model that shows the form. */
public record FormRef(String deployment, String key) {}
