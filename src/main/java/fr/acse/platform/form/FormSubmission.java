package fr.acse.platform.form;

import fr.acse.codes.Days;
import fr.acse.words.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import lombok.Getter;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Checks the submitted values against the form: required fields, types, lengths, limits, options and dates. Separates the sealed values
 * from the variables of the process.
 */
@Getter
class FormSubmission {

    static final String NO_ROWS = "[]";

    private final Map<String, String> sealed = new TreeMap<>();

    /** Codes, numbers, booleans and dates by the name of their variable. The value of an empty field is null. */
    private final Map<String, Object> plain = new TreeMap<>();

    /**
     * A field that the form hides is neither required nor saved: what an earlier step has saved stays.
     *
     * @param earlier returns the value of a variable that an earlier step has saved, or null
     * @throws Refusal that names the field and the rule that the value breaks
     */
    FormSubmission(FormSchema form, VariableMap submitted, Function<String, Object> earlier, Days days) {
        FieldValues values = new FieldValues(days);
        Function<String, Object> answers =
                name -> form.input(name).filter(field -> !field.isReadonly()).isPresent()
                        ? submitted.get(name)
                        : earlier.apply(name);
        for (String name : submitted.keySet()) {
            form.input(name).orElseThrow(() -> new Refusal("notInForm", name));
        }
        for (FormComponent field : form.inputs()) {
            Object value = field.isReadonly() ? null : values.of(field, raw(field, submitted));
            if (!field.isReadonly() && field.isShown(answers)) {
                take(field, value);
            }
        }
    }

    private void take(FormComponent field, Object value) {
        if (value == null) {
            if (field.isRequired()) {
                throw new Refusal("required", field.label());
            }
            if (!field.isSealed()) {
                plain.put(field.key(), null);
            } else if (field.isRows()) {
                // Without this empty list, the stored rows would stay although the person removed all rows in the form.
                sealed.put(field.key(), NO_ROWS);
            }
        } else if (field.isSealed()) {
            sealed.put(field.key(), value.toString());
        } else {
            // The engine has no variable type for decimals, so a decimal is stored as a double.
            plain.put(field.key(), value instanceof BigDecimal number ? (Object) number.doubleValue() : value);
        }
    }

    /** Refuses JSON in a field that is not a list, and refuses every serialized object. */
    private static Object raw(FormComponent field, VariableMap submitted) {
        TypedValue typed = submitted.getValueTyped(field.key());
        boolean list = field.type().equals("taglist") || field.type().equals("checklist") || field.isRows();
        if (typed instanceof SerializableValue || typed instanceof JsonText && !list) {
            throw new Refusal("type", field.label());
        }
        return typed == null ? null : typed.getValue();
    }
}
