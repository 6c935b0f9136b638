package fr.acse.placement.process;

import fr.acse.placement.PlaceFreed;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A place became free: the cases on the waiting list are searched for again. */
@Component
class CallWaitingList {

    private final RuntimeService runtime;

    CallWaitingList(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void call(PlaceFreed freed) {
        runtime.createMessageCorrelation("acse.placeFreed").correlateAll();
    }
}
