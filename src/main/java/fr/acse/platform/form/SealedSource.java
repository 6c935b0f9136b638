package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.util.Optional;

/** Source of the sealed fields of a form that are not in the case file. */
public interface SealedSource {

    /** Name of the source in a {@code .form} file: the property {@code sealedIn} of the field. */
    String name();

    /** Whether this source provides a field of its file. The person's permission to read the field is checked separately. */
    default boolean shows(String field) {
        return true;
    }

    /** Reference of the file that a person may read now for a case, or empty if the person may read none. */
    Optional<CaseReference> fileFor(CaseReference reference, Login person);
}
