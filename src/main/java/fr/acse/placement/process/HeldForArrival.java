package fr.acse.placement.process;

import static fr.acse.placement.process.OrientationProcess.*;

import fr.acse.deadline.DeadlineService;
import fr.acse.placement.HeldPlace;
import fr.acse.placement.HoldService;
import fr.acse.placement.PlaceService;
import fr.acse.platform.identity.Unchecked;
import fr.acse.referral.ArrivalProposed;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Extends a hold until some time after the proposed day of arrival. The timers of the hold move too. The hold is never shortened. */
@Component
record HeldForArrival(
        HoldService holds,
        PlaceService places,
        DeadlineService deadlines,
        RuntimeService runtime,
        ManagementService management,
        Unchecked unchecked) {

    @EventListener
    void keep(ArrivalProposed proposed) {
        places.holdingShelter(proposed.reference())
                .ifPresent(shelter -> Refusal.unless(!places.isRetired(shelter), "addressRetired"));
        holds.keepForArrival(proposed.reference(), proposed.day())
                .ifPresent(held -> unchecked.run(() -> {
                    for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                            .processInstanceBusinessKey(proposed.reference().value())
                            .list()) {
                        move(instance.getId(), held);
                    }
                }));
    }

    private void move(String instance, HeldPlace held) {
        Map<String, Instant> clocks = Map.of("timer_holdExpires", held.until(), "timer_holdWarning", held.warnAt());
        for (Job job : management.createJobQuery().processInstanceId(instance).list()) {
            String timer = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
            Instant due = clocks.get(timer);
            if (due != null) {
                management.setJobDuedate(job.getId(), Date.from(due));
                deadlines.follow(job.getId(), due);
                HOLD_EXPIRES_AT.set(runtime, instance, held.until());
                HOLD_WARNING_AT.set(runtime, instance, held.warnAt());
            }
        }
    }
}
