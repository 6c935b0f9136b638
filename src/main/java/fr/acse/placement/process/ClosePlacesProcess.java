package fr.acse.placement.process;

import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code close-places.bpmn}. */
@Component
class ClosePlacesProcess implements ProcessContract {

    static final Variable<String> ACTION = Variable.code("placesAction");
    static final Variable<ShelterCode> SHELTER_CODE = Variable.shelter("shelterCode");
    /** Shown in the form only. */
    static final Variable<Integer> FREE_PLACES = Variable.number("freePlaces");

    static final Variable<Integer> PLACES = Variable.number("places");
    static final Variable<String> CLOSED_UNTIL = Variable.code("closedUntil");
    static final Variable<String> REASON = Variable.code("closedReason");

    @Override
    public String processId() {
        return "close-places";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(), ACTION, SHELTER_CODE, FREE_PLACES, PLACES, CLOSED_UNTIL, REASON);
    }
}
