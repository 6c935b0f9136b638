package fr.acse.platform.form;

import com.google.re2j.Pattern;
import fr.acse.codes.Days;
import fr.acse.words.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Checks what was submitted against the form: required fields, types, lengths, limits, options and dates. Sealed values are
 * taken out; what is left are variables of the process.
 */
class FormSubmission {

    /** A time that passed while she was filling in the form is not refused. */
    private static final Pattern CODE = Pattern.compile("[a-z0-9]{1,20}");

    private static final Duration WHILE_FILLING_IN = Duration.ofMinutes(15);

    /** What happened earlier is a year that was typed wrongly. */
    private static final int YEARS_BACK = 10;

    private static final int LONGEST_TEXT = 10_000;
    /** Of a list to which a person adds rows. */
    private static final int MOST_ROWS = 60;
    /** Numbers of many digits take minutes to compare. */
    private static final int LONGEST_NUMBER = 40;

    static final String NO_ROWS = "[]";

    private final Map<String, String> sealed = new TreeMap<>();
    private final Map<String, Object> plain = new TreeMap<>();

    /** @throws Refusal naming the field and the rule that it breaks */
    FormSubmission(FormSchema form, VariableMap submitted, Days days) {
        FieldValues values = new FieldValues(days);
        for (String name : submitted.keySet()) {
            form.input(name).orElseThrow(() -> new Refusal("notInForm", name));
        }
        for (FormComponent field : form.inputs()) {
            if (!field.isReadonly()) {
                take(field, values.of(field, raw(field, submitted)), submitted::get);
            }
        }
    }

    Map<String, String> sealed() {
        return sealed;
    }

    /** Codes, numbers, booleans and dates by the name of their variable; a field left empty is null. */
    Map<String, Object> plain() {
        return plain;
    }

    private void take(FormComponent field, Object value, Function<String, Object> answers) {
        if (value == null) {
            if (field.isRequired(answers)) {
                throw new Refusal("required", field.label());
            }
            if (!field.isSealed()) {
                plain.put(field.key(), null);
            } else if (field.isRows()) {
                // Rows that were taken away are gone.
                sealed.put(field.key(), NO_ROWS);
            }
        } else if (field.isSealed()) {
            sealed.put(field.key(), value.toString());
        } else {
            plain.put(field.key(), value);
        }
    }

    /** Only lists may come as JSON, and nothing may come as a serialized object. */
    private static Object raw(FormComponent field, VariableMap submitted) {
        TypedValue typed = submitted.getValueTyped(field.key());
        boolean list = field.type().equals("taglist") || field.type().equals("checklist") || field.isRows();
        if (typed instanceof SerializableValue || typed instanceof JsonText && !list) {
            throw new Refusal("type", field.label());
        }
        return typed == null ? null : typed.getValue();
    }
}
