package fr.acse.platform.form;

/** A form as it was deployed together with the model that shows it. */
record FormRef(String deployment, String key) {}
