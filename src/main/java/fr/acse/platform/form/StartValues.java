package fr.acse.platform.form;

import fr.acse.codes.Login;
import java.util.Map;

/** What a start form holds already when somebody opens it. */
public interface StartValues {

    /**
     * What she may change.
     *
     * @param process id of the process that she starts
     * @return values by the keys of the form's fields; empty if there is nothing to fill in
     */
    Map<String, Object> of(String process, Login person);

    /** What the form only shows, as it is now. */
    Map<String, Object> shown(String process, Login person);
}
