package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import fr.acse.directory.CodesInUse;
import org.springframework.stereotype.Component;

/** The code of a shelter is no association's: its people would see other cases. */
@Component
record CodesOfShelters(Shelters shelters) implements CodesInUse {

    @Override
    public boolean isUsed(String code) {
        return shelters.existsById(new ShelterCode(code));
    }
}
