package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A timer of a process: its step, its case, its due time and its state. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Deadline {

    /** A deadline is at risk when less than a quarter of its time is left; the constant is the divisor. */
    static final int RISK = 4;

    /**
     * A deadline is RUNNING until its timer fires (FIRED) or its step ends earlier (ENDED). The 48-hour deadline becomes OVERDUE when its
     * timer fires. An overdue deadline becomes ANSWERED_LATE with the answer, or ENDED if the request ends without an answer.
     */
    public enum State {
        RUNNING,
        OVERDUE,
        FIRED,
        ENDED,
        ANSWERED_LATE
    }

    @Id
    @Getter
    private String job;

    @Getter
    private CaseReference reference;

    @Getter
    private String process;

    /** Id of the process instance, or null if the timer starts a process. */
    @Getter(AccessLevel.PACKAGE)
    private String instance;

    private String execution;

    @Getter
    private String activity;

    @Getter
    private String kind;

    /** Role or group that must act before the deadline. */
    @Getter
    private String responsible;

    @Getter
    private Instant startedAt;

    private Instant atRiskAt;

    @Getter
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    @Getter
    private State state;

    private Instant endedAt;

    Deadline(Timer timer, Instant startedAt) {
        this.job = timer.job();
        this.reference = timer.reference();
        this.process = timer.process();
        this.instance = timer.instance();
        this.execution = timer.execution();
        this.activity = timer.activity();
        this.kind = timer.kind().kind();
        this.responsible = timer.responsible();
        this.startedAt = startedAt;
        this.state = State.RUNNING;
        dueAt(timer.dueAt());
    }

    private void dueAt(Instant at) {
        dueAt = at;
        // An alarm that nobody has taken is never on time.
        atRiskAt = kind.equals(DeadlineKinds.ALARM)
                ? startedAt
                : at.minus(Duration.between(startedAt, at).dividedBy(RISK));
    }

    void move(Instant to) {
        dueAt(to);
    }

    void end(State as, Instant at) {
        if (state == State.RUNNING || state == State.OVERDUE) {
            state = as;
            endedAt = at;
        }
    }
}
