package fr.acse.platform.form;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.util.function.SingletonSupplier;

/** The sealed fields of one form. All fields are decrypted together, when the engine first asks for the value of one field. */
class RevealedFields {

    private static final String EMPTY_ROW = "[{}]";

    private final Supplier<Map<String, String>> values;

    RevealedFields(Supplier<Map<String, String>> reveal) {
        this.values = SingletonSupplier.of(reveal);
    }

    OpenedForm.Field field(String key) {
        return new OpenedForm.Field(
                key, () -> Variables.stringValue(values.get().get(key)));
    }

    /** The stored rows, or one empty row. If Tasklist received no value for a list, Tasklist would also submit no value. */
    OpenedForm.Field rows(String key) {
        return new OpenedForm.Field(key, () -> {
            String kept = values.get().getOrDefault(key, FormSubmission.NO_ROWS);
            return new JsonText(kept.equals(FormSubmission.NO_ROWS) ? EMPTY_ROW : kept);
        });
    }
}
