package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.util.Optional;

/** Source of the sealed fields of a form that are not in the case file. */
public interface SealedSource {

    /** Name of the source in a {@code .form}: property {@code sealedIn} of the field. */
    String name();

    /** Whether this source shows a field of its file. The person's permission is checked separately. */
    default boolean shows(String field) {
        return true;
    }

    /** The file that a person may read now for a case, or empty if she may not. */
    Optional<CaseReference> fileFor(CaseReference reference, Login person);
}
