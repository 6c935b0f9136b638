package fr.acse.transfer.process;

import static fr.acse.transfer.process.TransferProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.transfer.JourneyService;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Sets the variables for the time of departure, its reminder and its alarm. */
final class DepartureClock {

    private DepartureClock() {}

    static void set(DelegateExecution execution, JourneyService journeys, CaseReference reference) {
        DEPARTURE_AT.set(execution, journeys.plannedDeparture(reference));
        DEPARTURE_REMINDER_AT.set(execution, journeys.departureReminder(reference));
        DEPARTURE_ALARM_AT.set(execution, journeys.departureAlarm(reference));
    }
}
