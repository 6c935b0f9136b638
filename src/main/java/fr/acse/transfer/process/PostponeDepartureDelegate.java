package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.transfer.JourneyService;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** They leave later: the clocks start anew. */
@Component
@ModelStep(name = "Note the new time", does = "The clocks start anew with the new time of departure.")
@Reads("newDepartureAt")
@Writes({"newDepartureAt", "departure", "departureAt", "departureReminderAt", "departureAlarmAt"})
record PostponeDepartureDelegate(JourneyService journeys) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        Date later = TransferProcess.NEW_DEPARTURE_AT.find(execution);
        journeys.postpone(reference, later == null ? null : later.toInstant());
        TransferProcess.NEW_DEPARTURE_AT.set(execution, null);
        TransferProcess.DEPARTURE.set(execution, null);
        DepartureClock.set(execution, journeys, reference);
    }
}
