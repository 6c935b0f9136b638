package fr.acse.stay.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.stay.HouseholdService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The shelter has made room. */
@Component
@ModelStep(
        name = "Take the room",
        does = "Her places are taken. Refused as long as there are not enough places and cots.")
@Writes("roomFound")
record TakeRoomDelegate(HouseholdService households) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        Refusal.unless(households.takeRoom(ProcessContract.CASE_REFERENCE.get(execution)), "noRoomYet");
        HouseholdChangeProcess.ROOM_FOUND.set(execution, true);
    }
}
