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

    private static final String EMPTY_ROW = "[{}]";

    private final Supplier<Map<String, String>> reveal;
    private Map<String, String> revealed;

    RevealedFields(Supplier<Map<String, String>> reveal) {
        this.reveal = reveal;
    }

    FormField field(String key) {
        return of(key, () -> Variables.stringValue(values().get(key)));
    }

    /** Rows that were kept as JSON, or an empty one to begin with: what Tasklist gets as nothing it sends back as nothing. */
    FormField rows(String key) {
        return of(key, () -> {
            String kept = values().getOrDefault(key, FormSubmission.NO_ROWS);
            return new JsonText(kept.equals(FormSubmission.NO_ROWS) ? EMPTY_ROW : kept);
        });
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
