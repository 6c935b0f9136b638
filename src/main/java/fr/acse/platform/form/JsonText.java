package fr.acse.platform.form;

import java.util.Map;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * A list or table that the server and a form exchange as JSON. A list or table of this type is not a variable, because the engine cannot
 * store the type in its tables.
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
