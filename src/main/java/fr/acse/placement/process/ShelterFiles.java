package fr.acse.placement.process;

import fr.acse.placement.Shelter;
import fr.acse.placement.ShelterService;
import fr.acse.platform.form.FileNames;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A shelter's file by the shelter's code. */
@Component
class ShelterFiles implements FileNames {

    private final ShelterService shelters;

    ShelterFiles(ShelterService shelters) {
        this.shelters = shelters;
    }

    @Override
    public Optional<String> fileOf(String code) {
        return shelters.find(code).map(Shelter::fileReference);
    }
}
