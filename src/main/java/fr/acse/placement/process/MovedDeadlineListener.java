package fr.acse.placement.process;

import static fr.acse.placement.process.OrientationProcess.*;

import fr.acse.deadline.DeadlineMoved;
import fr.acse.deadline.DeadlineService;
import fr.acse.placement.HoldService;
import fr.acse.placement.OfferService;
import fr.acse.placement.PlaceService;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the end of a hold or of an offer when a supervisor moves its deadline. The warning timer of a hold moves too. */
@Component
record MovedDeadlineListener(
        HoldService holds,
        OfferService offers,
        PlaceService places,
        DeadlineService deadlines,
        RuntimeService runtime,
        ManagementService management) {

    private static final List<String> WARNINGS = List.of("timer_holdWarning");

    @EventListener
    void move(DeadlineMoved moved) {
        switch (moved.kind()) {
            case "hold" -> moveHold(moved);
            case "offer" -> moveOffer(moved);
            default -> {
                // Deadlines of other kinds change neither a hold nor an offer.
            }
        }
    }

    private void moveHold(DeadlineMoved moved) {
        places.keepHeldUntil(moved.reference(), moved.to());
        HOLD_EXPIRES_AT.set(runtime, moved.instance(), moved.to());
        Instant warning = holds.warningBefore(moved.to());
        HOLD_WARNING_AT.set(runtime, moved.instance(), warning);
        for (String activity : WARNINGS) {
            for (Job job : management
                    .createJobQuery()
                    .processInstanceId(moved.instance())
                    .activityId(activity)
                    .list()) {
                management.setJobDuedate(job.getId(), Date.from(warning));
                deadlines.follow(job.getId(), warning);
            }
        }
    }

    private void moveOffer(DeadlineMoved moved) {
        String execution =
                management.createJobQuery().jobId(moved.job()).singleResult().getExecutionId();
        String offer = (String) runtime.getVariable(execution, OFFER_ID.name());
        offers.moveOffer(UUID.fromString(offer), moved.to());
        OFFER_EXPIRES_AT.set(runtime, execution, moved.to());
    }
}
