package fr.acse.platform.form;

/** A form as it was deployed together with the model that shows it. */
public record FormRef(String deployment, String key) {}
