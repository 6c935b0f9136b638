package fr.acse.deadline;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the read model of the clocks in step with the timers. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlineService {

    private final Deadlines deadlines;
    private final Clock clock;

    DeadlineService(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    public void started(Timer timer) {
        deadlines.save(new Deadline(timer, clock.instant()));
    }

    public void fired(String job) {
        end(job, Deadline.State.FIRED);
    }

    public void ended(String job) {
        end(job, Deadline.State.ENDED);
    }

    /** When the running timer of a model's element is due. */
    public Instant dueAt(String instance, String activity) {
        return deadlines
                .findByInstanceAndActivityAndState(instance, activity, Deadline.State.RUNNING)
                .orElseThrow(() -> new IllegalStateException("No timer " + activity + " runs in " + instance))
                .dueAt();
    }

    private void end(String job, Deadline.State as) {
        deadlines.findById(job).ifPresent(deadline -> deadline.end(as, clock.instant()));
    }
}
