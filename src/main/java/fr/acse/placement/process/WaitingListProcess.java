package fr.acse.placement.process;

import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Declares the variables and messages of the model {@code waiting-list.bpmn}. */
@Component
class WaitingListProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("waiting-list");

    static final String ID = "waiting-list";

    static final Variable<ShelterCode> FREED_SHELTER = CONTRACT.shelter("freedShelter");
    static final Variable<Instant> PLACES_OPEN_AT = CONTRACT.moment("placesOpenAt");
    static final Variable<Integer> CALLED = CONTRACT.number("calledCount");

    static final String PLACES_CLOSED = CONTRACT.message("acse.placesClosed");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
