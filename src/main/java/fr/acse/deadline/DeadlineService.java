package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores a deadline for each timer of the engine, and updates it when the timer changes. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class DeadlineService {

    /** Codes of the reasons for moving a deadline. Their texts have the keys {@code move.<reason>}. */
    public static final List<String> REASONS =
            List.of("agreedWithOrganisation", "informationMissing", "enteredWrongly", "technicalFailure");

    private static final String OFFER = "offer";

    private final Deadlines deadlines;
    private final Moves moves;
    private final DeadlineKinds kinds;
    private final ApplicationEventPublisher events;
    private final Days days;

    /** The deadlines of a case, sorted by due time. */
    @Transactional(readOnly = true)
    public List<Deadline> of(CaseReference reference) {
        return deadlines.findByReferenceOrderByDueAt(reference);
    }

    public void started(Timer timer) {
        deadlines.save(new Deadline(timer, days.now()));
    }

    /** Records that a timer fired. A 48-hour deadline becomes overdue, and any other deadline is finished. */
    public void fired(String job, DeadlineKinds.Kind kind) {
        if (kind.kind().equals(DeadlineKinds.ANSWER)) {
            deadlines.become(job, Set.of(Deadline.State.RUNNING), Deadline.State.OVERDUE, null);
        } else {
            deadlines.become(job, Set.of(Deadline.State.RUNNING), Deadline.State.FIRED, days.now());
        }
    }

    public void ended(String job) {
        deadlines.become(job, Set.of(Deadline.State.RUNNING, Deadline.State.OVERDUE), Deadline.State.ENDED, days.now());
    }

    /** Records that a request was answered. If its 48-hour deadline is overdue, the deadline ends now as answered late. */
    public void answered(String instance, String activity) {
        overdue(instance, activity, Deadline.State.ANSWERED_LATE);
    }

    /** Ends the overdue deadlines of a process instance that has ended without an answer. */
    public void instanceEnded(String instance) {
        deadlines
                .findByInstanceAndState(instance, Deadline.State.OVERDUE)
                .forEach(deadline -> deadline.end(Deadline.State.ENDED, days.now()));
    }

    private void overdue(String instance, String activity, Deadline.State as) {
        deadlines
                .findByInstanceAndActivityAndState(instance, activity, Deadline.State.OVERDUE)
                .ifPresent(deadline -> deadline.end(as, days.now()));
    }

    /** Moves a deadline because another deadline was moved. */
    public void follow(String job, Instant to) {
        deadlines.findById(job).ifPresent(deadline -> deadline.move(to));
    }

    /** The due time of the running timer of an element in the model. */
    public Instant dueAt(String instance, String activity) {
        return deadlines
                .findByInstanceAndActivityAndState(instance, activity, Deadline.State.RUNNING)
                .orElseThrow(() -> new IllegalStateException("No timer " + activity + " runs in " + instance))
                .dueAt();
    }

    /**
     * Moves a deadline, and records the person and the reason.
     *
     * @throws Refusal if the deadline has ended or is never moved (such as the 48-hour deadline), if an offer would end after the 48 hours,
     *     or if
     *     the time or the reason is missing, invalid or beyond the furthest day of the kind
     */
    public void move(String job, Instant to, String reason, Login person) {
        Deadline deadline = deadlines
                .findById(job)
                .filter(each -> each.state() == Deadline.State.RUNNING)
                .orElseThrow(() -> new Refusal("deadlineEnded"));
        DeadlineKinds.Kind kind = kinds.of(deadline.process(), deadline.activity());
        if (!kind.movable()) {
            throw new Refusal("deadlineNeverMoved");
        }
        if (reason == null || !Set.copyOf(REASONS).contains(reason)) {
            throw new Refusal("moveReason");
        }
        if (to == null || !to.isAfter(days.now())) {
            throw new Refusal("moveToPast");
        }
        Instant furthest = days.now().plus(kind.furthest());
        if (to.isAfter(furthest)) {
            throw new Refusal("moveTooFar", Words.moment(furthest, days.zone()));
        }
        boolean beyond = deadline.kind().equals(OFFER)
                && deadlines.findByInstanceAndState(deadline.instance(), Deadline.State.RUNNING).stream()
                        .anyMatch(each -> each.kind().equals(DeadlineKinds.ANSWER) && to.isAfter(each.dueAt()));
        if (beyond) {
            throw new Refusal("moveBeyond48Hours");
        }
        moves.save(new Move(deadline, to, reason, person, days.now()));
        deadline.move(to);
        events.publishEvent(new DeadlineMoved(job, deadline.instance(), deadline.reference(), deadline.kind(), to));
    }
}
