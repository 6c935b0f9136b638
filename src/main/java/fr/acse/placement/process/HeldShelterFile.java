package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.placement.PlaceService;
import fr.acse.placement.Shelter;
import fr.acse.placement.ShelterService;
import fr.acse.platform.form.SealedSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the association of a case may know of the shelter that holds a place or in which the woman lives: its duty telephone number, the
 * kind of house and its rules. Whoever enters them is told to leave out where the shelter is.
 */
@Component
record HeldShelterFile(PlaceService places, ShelterService shelters) implements SealedSource {

    private static final Set<String> FIELDS =
            Set.of("sealed_shelterDutyPhone", "sealed_houseKind", "sealed_houseRules");

    @Override
    public String name() {
        return "heldShelter";
    }

    @Override
    public boolean shows(String field) {
        return FIELDS.contains(field);
    }

    @Override
    public Optional<CaseReference> fileFor(CaseReference reference, Login person) {
        return places.holdingShelter(reference)
                .or(() -> places.homeOf(reference))
                .flatMap(shelters::find)
                .map(Shelter::fileReference);
    }
}
