package fr.acse.platform.form;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The sealed fields of one form. They are all revealed together, but not before the engine asks for the value of one.
 */
class RevealedFields {

    private final Supplier<Map<String, String>> reveal;
    private Map<String, String> revealed;

    RevealedFields(Supplier<Map<String, String>> reveal) {
        this.reveal = reveal;
    }

    FormField field(String key) {
        return of(key, () -> Variables.stringValue(values().get(key)));
    }

    /** Rows that were kept as JSON; none at first, so that the form begins with an empty one. */
    FormField rows(String key) {
        return of(
                key,
                () -> values().getOrDefault(key, FormSubmission.NO_ROWS).equals(FormSubmission.NO_ROWS)
                        ? Variables.untypedNullValue()
                        : new JsonText(values().get(key)));
    }

    static FormField of(String key, Supplier<TypedValue> source) {
        FormFieldImpl field = new FormFieldImpl() {
            @Override
            public TypedValue getValue() {
                return source.get();
            }
        };
        field.setId(key);
        return field;
    }

    private Map<String, String> values() {
        if (revealed == null) {
            revealed = reveal.get();
        }
        return revealed;
    }
}
