package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.stay.HouseholdService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A child is born, joins her or leaves. */
@Component
@ModelStep(
        name = "Change the household",
        does =
                "The household is recorded in any case; her places change if there is room. Room that is looked for already is looked for once.")
@Reads({"householdChange", "childrenCount", "babyCount", "oldestChildAge"})
@Writes("roomFound")
record ChangeHouseholdDelegate(HouseholdService households, StayTasks tasks) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        boolean room = households.change(
                reference,
                HouseholdChangeProcess.CHANGE.get(execution),
                HouseholdChangeProcess.CHILDREN.get(execution),
                HouseholdChangeProcess.BABIES.get(execution),
                HouseholdChangeProcess.OLDEST_CHILD_AGE.find(execution));
        HouseholdChangeProcess.ROOM_FOUND.set(execution, room || tasks.isOpen(reference, "task_findRoom"));
    }
}
