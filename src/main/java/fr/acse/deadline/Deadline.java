package fr.acse.deadline;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;

/** One timer of a process: which step of which case, when it is due, and what became of it. */
@Entity
public class Deadline {

    /** RUNNING until the timer fires (FIRED) or what it watches over ends before (ENDED). */
    public enum State {
        RUNNING,
        FIRED,
        ENDED
    }

    @Id
    private String job;

    private String reference;
    private String process;
    private String instance;
    private String activity;
    private Instant startedAt;
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
        this.activity = timer.activity();
        this.startedAt = startedAt;
        this.dueAt = timer.dueAt();
        this.state = State.RUNNING;
    }

    void end(State as, Instant at) {
        if (state == State.RUNNING) {
            state = as;
            endedAt = at;
        }
    }

    public String process() {
        return process;
    }

    public String activity() {
        return activity;
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
