package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import fr.acse.directory.CodesInUse;
import org.springframework.stereotype.Component;

/** No association can have the code of a shelter: its people would see other cases. */
@Component
record CodesOfShelters(Shelters shelters) implements CodesInUse {

    @Override
    public boolean isUsed(String code) {
        return shelters.existsById(new ShelterCode(code));
    }
}
