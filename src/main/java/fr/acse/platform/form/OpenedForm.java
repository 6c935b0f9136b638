package fr.acse.platform.form;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The content of a form for the person who opens it.
 *
 * @param shown names of everything that it shows, variables of the process among them
 * @param fields sealed values, lists and tables
 */
public record OpenedForm(Set<String> shown, List<Field> fields) {

    /** @param value computed when the engine reads it */
    public record Field(String key, Supplier<TypedValue> value) {}
}
