package fr.acse.platform.form;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The content of a form for the person who opens the form.
 *
 * @param shown names of everything that the form shows, including process variables
 * @param fields sealed values, lists and tables of the form
 */
public record OpenedForm(Set<String> shown, List<Field> fields) {

    /** @param value value of the field, computed when the engine reads the field */
    public record Field(String key, Supplier<TypedValue> value) {}
}
