package fr.acse.placement.process;

import fr.acse.placement.Shelter;
import fr.acse.placement.Shelters;
import fr.acse.platform.casefile.FileNames;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A shelter's file by the shelter's code. */
@Component
class ShelterFiles implements FileNames {

    private final Shelters shelters;

    ShelterFiles(Shelters shelters) {
        this.shelters = shelters;
    }

    @Override
    public Optional<String> fileOf(String code) {
        return shelters.findById(code).map(Shelter::fileReference);
    }
}
