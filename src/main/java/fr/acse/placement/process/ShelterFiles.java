package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.Shelter;
import fr.acse.placement.ShelterService;
import fr.acse.platform.form.FileNames;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the sealed file of a shelter by the code of the shelter. */
@Component
record ShelterFiles(ShelterService shelters) implements FileNames {

    @Override
    public Optional<CaseReference> fileOf(String code) {
        return Optional.of(code)
                .filter(given -> !given.isBlank())
                .map(ShelterCode::new)
                .flatMap(shelters::find)
                .map(Shelter::fileReference);
    }
}
