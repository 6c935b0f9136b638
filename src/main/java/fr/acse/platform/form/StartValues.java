package fr.acse.platform.form;

import fr.acse.codes.Login;
import java.util.Map;

/** Values that a start form already has when somebody opens it. */
public interface StartValues {

    /**
     * Values that she may change.
     *
     * @param process id of the process that she starts
     * @return values by the keys of the form's fields; empty if there is nothing to fill in
     */
    Map<String, Object> of(String process, Login person);

    /** Current values that the form only shows. */
    Map<String, Object> shown(String process, Login person);
}
