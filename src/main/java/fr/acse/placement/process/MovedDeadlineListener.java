package fr.acse.placement.process;

import static fr.acse.placement.process.OrientationProcess.*;

import fr.acse.deadline.DeadlineMoved;
import fr.acse.deadline.DeadlineService;
import fr.acse.placement.HoldService;
import fr.acse.placement.OfferService;
import fr.acse.placement.PlaceService;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Moves the end of a hold or of an offer when a supervisor moves its deadline. Their warning timers move too. */
@Component
record MovedDeadlineListener(
        HoldService holds,
        OfferService offers,
        PlaceService places,
        DeadlineService deadlines,
        RuntimeService runtime,
        ManagementService management) {

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
        moveWarning(moved.instance(), "timer_holdWarning", warning, job -> true);
    }

    private void moveWarning(String instance, String timer, Instant to, Predicate<Job> which) {
        management.createJobQuery().processInstanceId(instance).activityId(timer).list().stream()
                .filter(which)
                .forEach(job -> {
                    management.setJobDuedate(job.getId(), Date.from(to));
                    deadlines.follow(job.getId(), to);
                });
    }

    private void moveOffer(DeadlineMoved moved) {
        String execution =
                management.createJobQuery().jobId(moved.job()).singleResult().getExecutionId();
        String offer = offerOf(execution);
        Instant warning = offers.moveOffer(UUID.fromString(offer), moved.to());
        OFFER_EXPIRES_AT.set(runtime, execution, moved.to());
        OFFER_WARNING_AT.set(runtime, execution, warning);
        moveWarning(
                moved.instance(), "timer_offerLastHour", warning, job -> offer.equals(offerOf(job.getExecutionId())));
    }

    private String offerOf(String execution) {
        return (String) runtime.getVariable(execution, OFFER_ID.name());
    }
}
