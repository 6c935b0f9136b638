package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.placement.PlaceService;
import fr.acse.placement.Shelter;
import fr.acse.placement.ShelterService;
import fr.acse.platform.form.SealedSource;
import fr.acse.transfer.EscortService;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Name, address and telephone number of the shelter to which the woman goes or in which she lives. Only the coordination, and the named
 * escort within the time window of the journey, may read the address of the shelter.
 */
@Component
record ShelterAddress(EscortService escorts, PlaceService places, ShelterService shelters, DirectoryService directory)
        implements SealedSource {

    @Override
    public String name() {
        return "shelter";
    }

    @Override
    public Optional<CaseReference> fileFor(CaseReference reference, Login person) {
        Optional<ShelterCode> shelter = directory.isIn(person, "coordination")
                ? places.holdingShelter(reference).or(() -> places.homeOf(reference))
                : Optional.ofNullable(escorts.shelterRevealedTo(reference, person));
        return shelter.flatMap(shelters::find)
                .filter(found -> !found.isFrozen() || directory.isIn(person, "coordination"))
                .map(Shelter::fileReference);
    }
}
