package fr.acse.placement.process;

import fr.acse.alarm.process.TaskAlarms;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An offer is about to expire, and its shelter has not answered. */
@Component
@ModelStep(
        name = "Warn the shelter",
        does = "Raises an alarm for the offer that nobody has answered. If nobody takes it, the coordination is told.")
@Reads("offerId")
record WarnShelterDelegate(TaskAlarms alarms) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        OfferTasks.of(OrientationProcess.OFFER_ID.get(execution), ProcessContract.CASE_REFERENCE.get(execution))
                .filter(task -> task.getAssignee() == null)
                .ifPresent(task -> alarms.raiseByTimer("orientation", task));
    }
}
