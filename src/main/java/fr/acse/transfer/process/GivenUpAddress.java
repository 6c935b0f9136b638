package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.referral.MustNotGo;
import fr.acse.transfer.JourneyService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A woman who is awaited at a given-up address does not go there: a planned journey is cancelled; on the way, the coordination acts as in any danger.
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
        // A changed arrival would end the search for a woman who did not come to the departure.
        if (!processes.isOpen(reference, "task_traceNoShow", "task_confirmNoShow")) {
            processes.tell(reference, TransferProcess.ARRIVAL_CHANGED);
        }
    }
}
