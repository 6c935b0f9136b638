package fr.acse.placement.process;

import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code waiting-list.bpmn}. */
@Component
class WaitingListProcess implements ProcessContract {

    static final String ID = "waiting-list";

    static final Variable<ShelterCode> FREED_SHELTER = Variable.shelter("freedShelter");
    static final Variable<Date> PLACES_OPEN_AT = Variable.moment("placesOpenAt");
    static final Variable<Integer> CALLED = Variable.number("calledCount");

    static final String PLACES_CLOSED = "acse.placesClosed";

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes(), FREED_SHELTER, PLACES_OPEN_AT, CALLED);
    }

    @Override
    public Set<String> messages() {
        return Set.of(PLACES_CLOSED);
    }
}
