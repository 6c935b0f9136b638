package fr.acse.platform.form;

import fr.acse.codes.Login;
import java.util.Map;

/** Values that a start form already contains when a person opens the form. */
public interface StartValues {

    /**
     * Values that the person may change.
     *
     * @param process id of the process that the person starts
     * @return values by the keys of the form's fields; empty if no field gets a value
     */
    default Map<String, Object> of(String process, Login person) {
        return Map.of();
    }

    /** Current values that the form shows and that the person cannot change. */
    default Map<String, Object> shown(String process, Login person) {
        return Map.of();
    }
}
