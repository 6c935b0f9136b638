package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.util.Optional;

/** Where a sealed field of a form comes from when it is not in the case file. */
public interface SealedSource {

    /** Name by which a {@code .form} asks for it: property {@code sealedIn} of the field. */
    String name();

    /** Whether this source shows a field of its file; what a person may read of it is decided besides. */
    default boolean shows(String field) {
        return true;
    }

    /** The file that a person may read now for a case, or nothing if she may not. */
    Optional<CaseReference> fileFor(CaseReference reference, Login person);
}
