package fr.acse.platform.form;

import fr.acse.codes.CaseReference;
import java.util.Optional;

/** Names by which people request a sealed file that belongs to no case. */
public interface FileNames {

    /** Reference of the file that currently has this name. */
    Optional<CaseReference> fileOf(String name);
}
