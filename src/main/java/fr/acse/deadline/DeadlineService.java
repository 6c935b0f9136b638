package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the read model of the clocks in step with the timers. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class DeadlineService {

    /** Codes of the reasons to move a clock; the words are {@code move.<reason>}. */
    public static final List<String> REASONS =
            List.of("agreedWithOrganisation", "informationMissing", "enteredWrongly", "technicalFailure");

    private static final String OFFER = "offer";

    private final Deadlines deadlines;
    private final Moves moves;
    private final DeadlineKinds kinds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** The clocks of a case, in the order in which they are due. */
    @Transactional(readOnly = true)
    public List<Deadline> of(CaseReference reference) {
        return deadlines.findByReferenceOrderByDueAt(reference);
    }

    public void started(Timer timer) {
        deadlines.save(new Deadline(timer, clock.instant()));
    }

    /** The 48 hours are overdue from now on; any other clock is done. */
    public void fired(String job, DeadlineKinds.Kind kind) {
        if (kind.kind().equals(DeadlineKinds.ANSWER)) {
            deadlines.become(job, Set.of(Deadline.State.RUNNING), Deadline.State.OVERDUE, null);
        } else {
            deadlines.become(job, Set.of(Deadline.State.RUNNING), Deadline.State.FIRED, clock.instant());
        }
    }

    public void ended(String job) {
        deadlines.become(
                job, Set.of(Deadline.State.RUNNING, Deadline.State.OVERDUE), Deadline.State.ENDED, clock.instant());
    }

    /** Notes that the request is answered. If its clock was overdue, it ends now as answered late. */
    public void answered(String instance, String activity) {
        overdue(instance, activity, Deadline.State.ANSWERED_LATE);
    }

    /** A process ended: its overdue clocks end without an answer. */
    public void instanceEnded(String instance) {
        deadlines
                .findByInstanceAndState(instance, Deadline.State.OVERDUE)
                .forEach(deadline -> deadline.end(Deadline.State.ENDED, clock.instant()));
    }

    private void overdue(String instance, String activity, Deadline.State as) {
        deadlines
                .findByInstanceAndActivityAndState(instance, activity, Deadline.State.OVERDUE)
                .ifPresent(deadline -> deadline.end(as, clock.instant()));
    }

    /** A clock follows another one that was moved. */
    public void follow(String job, Instant to) {
        deadlines.findById(job).ifPresent(deadline -> deadline.move(to));
    }

    /** When the running timer of a model's element is due. */
    public Instant dueAt(String instance, String activity) {
        return deadlines
                .findByInstanceAndActivityAndState(instance, activity, Deadline.State.RUNNING)
                .orElseThrow(() -> new IllegalStateException("No timer " + activity + " runs in " + instance))
                .dueAt();
    }

    /**
     * Notes that a clock is moved, by whom and why.
     *
     * @throws Refusal if it is the 48-hour clock or another that is never moved, does not run any more, is an offer that
     *     would run beyond the 48 hours, or if the time or the reason is missing or wrong
     */
    public void move(String job, Instant to, String reason, Login person) {
        Deadline deadline = deadlines
                .findById(job)
                .filter(each -> each.state() == Deadline.State.RUNNING)
                .orElseThrow(() -> new Refusal("deadlineEnded"));
        if (!kinds.of(deadline.process(), deadline.activity()).movable()) {
            throw new Refusal("deadlineNeverMoved");
        }
        if (reason == null || !Set.copyOf(REASONS).contains(reason)) {
            throw new Refusal("moveReason");
        }
        if (to == null || !to.isAfter(clock.instant())) {
            throw new Refusal("moveToPast");
        }
        boolean beyond = deadline.kind().equals(OFFER)
                && deadlines.findByInstanceAndState(deadline.instance(), Deadline.State.RUNNING).stream()
                        .anyMatch(each -> each.kind().equals(DeadlineKinds.ANSWER) && to.isAfter(each.dueAt()));
        if (beyond) {
            throw new Refusal("moveBeyond48Hours");
        }
        moves.save(new Move(deadline, to, reason, person, clock.instant()));
        deadline.move(to);
        events.publishEvent(new DeadlineMoved(job, deadline.instance(), deadline.reference(), deadline.kind(), to));
    }
}
