package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import fr.acse.directory.CodesInUse;
import org.springframework.stereotype.Component;

/** The code of a shelter is no association's: its people would see other cases. */
@Component
class CodesOfShelters implements CodesInUse {

    private final Shelters shelters;

    CodesOfShelters(Shelters shelters) {
        this.shelters = shelters;
    }

    @Override
    public boolean isUsed(String code) {
        return shelters.existsById(new ShelterCode(code));
    }
}
