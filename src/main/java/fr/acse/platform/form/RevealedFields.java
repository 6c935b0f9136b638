package fr.acse.platform.form;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.util.function.SingletonSupplier;

/**
 * The sealed fields of one form. They are all revealed together, but not before the engine asks for the value of one.
 */
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

    /** Rows that were kept as JSON, or an empty one to begin with: what Tasklist gets as nothing it sends back as nothing. */
    OpenedForm.Field rows(String key) {
        return new OpenedForm.Field(key, () -> {
            String kept = values.get().getOrDefault(key, FormSubmission.NO_ROWS);
            return new JsonText(kept.equals(FormSubmission.NO_ROWS) ? EMPTY_ROW : kept);
        });
    }
}
