package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** One timer of a process: which step of which case, when it is due, and what became of it. */
@Entity
public class Deadline {

    /** A clock is at risk when less than one part in this many of its time is left. */
    static final int RISK = 4;

    /**
     * RUNNING until the timer fires (FIRED), or until its step ends earlier (ENDED). When the timer of the 48 hours fires, they are OVERDUE
     * until the answer comes (ANSWERED_LATE), or the request ends without one.
     */
    public enum State {
        RUNNING,
        OVERDUE,
        FIRED,
        ENDED,
        ANSWERED_LATE
    }

    @Id
    private String job;

    private CaseReference reference;
    private String process;
    private String instance;
    private String execution;
    private String activity;
    private String kind;
    private String responsible;
    private Instant startedAt;
    private Instant atRiskAt;
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant endedAt;

    protected Deadline() {}

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
        atRiskAt = at.minus(Duration.between(startedAt, at).dividedBy(RISK));
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

    public String job() {
        return job;
    }

    public CaseReference reference() {
        return reference;
    }

    public String process() {
        return process;
    }

    public String activity() {
        return activity;
    }

    public String kind() {
        return kind;
    }

    /** Id of the process instance, or null if the timer starts one. */
    String instance() {
        return instance;
    }

    /** Role or group that must act. */
    public String responsible() {
        return responsible;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public State state() {
        return state;
    }
}
