package fr.acse.placement.process;

import static fr.acse.placement.process.WaitingListProcess.*;

import fr.acse.placement.PlaceFreed;
import fr.acse.placement.PlacesClosed;
import fr.acse.placement.WaitingList;
import fr.acse.platform.model.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the waiting list when a place becomes free while cases wait. The call of the next case follows after the transaction that freed
 * the place. Closed places start the waiting list when they open again.
 */
@Component
record WaitingListListener(WaitingList waitingList, RuntimeService runtime) {

    @EventListener
    void call(PlaceFreed freed) {
        if (!waitingList.isEmpty()) {
            runtime.startProcessInstanceByKey(
                    WaitingListProcess.ID, Variable.values(FREED_SHELTER.with(freed.shelter())));
        }
    }

    @EventListener
    void callLater(PlacesClosed closed) {
        runtime.startProcessInstanceByMessage(
                PLACES_CLOSED,
                Variable.values(FREED_SHELTER.with(closed.shelter()), PLACES_OPEN_AT.with(closed.until())));
    }
}
