package fr.acse.platform.form;

import java.util.Map;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * A list or table that is sent between a form and the server as JSON. It is no variable: the engine cannot store this type
 * in its tables.
 */
public class JsonText extends PrimitiveTypeValueImpl<String> {

    public static final PrimitiveValueType TYPE = new Type();

    JsonText(String json) {
        super(json, TYPE);
    }

    private static final class Type extends PrimitiveValueTypeImpl {

        Type() {
            super("json", String.class);
        }

        @Override
        public TypedValue createValue(Object value, Map<String, Object> valueInfo) {
            return new JsonText((String) value);
        }
    }
}
