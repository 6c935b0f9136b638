package fr.acse.placement.process;

import fr.acse.codes.Groups;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Declares the variables of the model {@code close-places.bpmn}. */
@Component
class ClosePlacesProcess implements HasContract {

    static final ProcessContract CONTRACT =
            ProcessContract.of("close-places").startedBy(Groups.COORDINATION, Groups.SHELTERS);

    static final Variable<String> ACTION = CONTRACT.code("placesAction");
    static final Variable<ShelterCode> SHELTER_CODE = CONTRACT.shelter("shelterCode");
    /** Number of free places, which the form only shows. */
    static final Variable<Integer> FREE_PLACES = CONTRACT.number("freePlaces");

    static final Variable<Integer> PLACES = CONTRACT.number("places");
    static final Variable<LocalDate> CLOSED_UNTIL = CONTRACT.day("closedUntil");
    static final Variable<String> REASON = CONTRACT.code("closedReason");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
