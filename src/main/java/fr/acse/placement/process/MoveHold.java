package fr.acse.placement.process;

import fr.acse.deadline.ClockMoved;
import fr.acse.placement.PlaceService;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The end of a hold was moved: whatever is waited for next ends then, too. */
@Component
class MoveHold {

    private static final String HOLD = "hold";

    private final PlaceService places;
    private final RuntimeService runtime;

    MoveHold(PlaceService places, @Lazy RuntimeService runtime) {
        this.places = places;
        this.runtime = runtime;
    }

    @EventListener
    void move(ClockMoved moved) {
        if (moved.kind().equals(HOLD)) {
            places.keepHeldUntil(moved.reference(), moved.to());
            runtime.setVariable(moved.instance(), OrientationProcess.HOLD_EXPIRES_AT.name(), Date.from(moved.to()));
        }
    }
}
