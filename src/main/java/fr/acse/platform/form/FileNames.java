package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import java.util.Optional;

/** Names under which people ask for a sealed file that belongs to no case. */
public interface FileNames {

    /** Reference of the file that a name stands for now. */
    Optional<CaseReference> fileOf(String name);
}
