package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.transfer.JourneyService;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** When the planned departure is, and when it is late. */
final class DepartureClock {

    private DepartureClock() {}

    static void set(DelegateExecution execution, JourneyService journeys, CaseReference reference) {
        TransferProcess.DEPARTURE_AT.set(execution, journeys.plannedDeparture(reference));
        TransferProcess.DEPARTURE_REMINDER_AT.set(execution, journeys.departureReminder(reference));
        TransferProcess.DEPARTURE_ALARM_AT.set(execution, journeys.departureAlarm(reference));
    }
}
