package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.placement.PlaceService;
import fr.acse.placement.Shelter;
import fr.acse.placement.ShelterService;
import fr.acse.platform.form.SealedSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The duty telephone number of the shelter that holds a place or in which the woman lives. The association may call the shelter. */
@Component
record ShelterDutyPhone(PlaceService places, ShelterService shelters) implements SealedSource {

    private static final String FIELD = "sealed_shelterDutyPhone";

    @Override
    public String name() {
        return "shelterDuty";
    }

    @Override
    public boolean shows(String field) {
        return field.equals(FIELD);
    }

    @Override
    public Optional<CaseReference> fileFor(CaseReference reference, Login person) {
        return places.holdingShelter(reference)
                .or(() -> places.homeOf(reference))
                .flatMap(shelters::find)
                .map(Shelter::fileReference);
    }
}
