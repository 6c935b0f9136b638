package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import fr.acse.directory.CodesInUse;
import org.springframework.stereotype.Component;

/** Prevents an association from getting the code of a shelter, because its staff would then see the cases of the shelter. */
@Component
record CodesOfShelters(Shelters shelters) implements CodesInUse {

    @Override
    public boolean isUsed(String code) {
        return shelters.existsById(new ShelterCode(code));
    }
}
