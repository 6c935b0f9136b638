package fr.acse.stay.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.stay.HouseholdService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The shelter has made room. */
@Component
@ModelStep(
        name = "Take the room",
        does = "Her places are taken if there are enough now; otherwise room is looked for again.")
@Writes("roomFound")
class TakeRoomDelegate implements JavaDelegate {

    private final HouseholdService households;

    TakeRoomDelegate(HouseholdService households) {
        this.households = households;
    }

    @Override
    public void execute(DelegateExecution execution) {
        HouseholdChangeProcess.ROOM_FOUND.set(
                execution, households.takeRoom(ProcessContract.CASE_REFERENCE.get(execution)));
    }
}
