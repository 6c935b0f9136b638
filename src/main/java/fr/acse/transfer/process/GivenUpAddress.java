package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import fr.acse.referral.MustNotGo;
import fr.acse.transfer.JourneyService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A woman who is awaited at a given-up address does not go there: a planned journey is cancelled; on the way, the coordination acts as in any danger.
 */
@Component
record GivenUpAddress(JourneyService journeys, RuntimeService runtime, TaskService tasks, Unchecked unchecked) {

    @EventListener
    void stop(MustNotGo awaited) {
        CaseReference reference = awaited.reference();
        journeys.tellOfAddress(reference);
        if (journeys.isOnTheWay(reference)) {
            tell(reference, JourneyProcess.ADDRESS_GIVEN_UP);
            return;
        }
        // A changed arrival would end the search for a woman who did not come to the departure.
        if (!isLookedFor(reference)) {
            tell(reference, TransferProcess.ARRIVAL_CHANGED);
        }
    }

    private boolean isLookedFor(CaseReference reference) {
        return unchecked.call(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKeyIn("task_traceNoShow", "task_confirmNoShow")
                        .count()
                > 0);
    }

    private void tell(CaseReference reference, String message) {
        unchecked.call(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .correlateAllWithResult());
    }
}
