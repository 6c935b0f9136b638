package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.referral.MustNotGo;
import fr.acse.transfer.JourneyService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stops the journey of a woman to a given-up address. A planned journey is cancelled. If the woman is on the way, the coordination gets the
 * task to decide on the journey.
 */
@Component
record GivenUpAddress(JourneyService journeys, CaseProcesses processes) {

    @EventListener
    void stop(MustNotGo awaited) {
        CaseReference reference = awaited.reference();
        journeys.tellOfAddress(reference);
        if (journeys.isOnTheWay(reference)) {
            processes.tell(reference, JourneyProcess.ADDRESS_GIVEN_UP);
            return;
        }
        // The message would end the search for a woman who did not come. It is not sent while this search runs.
        if (!processes.isOpen(reference, "task_traceNoShow", "task_confirmNoShow")) {
            processes.tell(reference, TransferProcess.ARRIVAL_CHANGED);
        }
    }
}
