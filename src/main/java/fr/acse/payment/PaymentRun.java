package fr.acse.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** Payment orders that go to the bank in one file. */
@Entity
public class PaymentRun {

    public enum State {
        STARTED,
        RELEASED,
        STOPPED
    }

    @Id
    private String reference;

    private LocalDate executionDate;

    @Enumerated(EnumType.STRING)
    private State state = State.STARTED;

    private String startedBy;
    private Instant startedAt;
    private String releasedBy;
    private String sha256;

    protected PaymentRun() {}

    PaymentRun(String reference, LocalDate executionDate, String startedBy, Instant startedAt) {
        this.reference = reference;
        this.executionDate = executionDate;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
    }

    void fix(String hash) {
        sha256 = hash;
    }

    void decide(State as, String by) {
        state = as;
        releasedBy = by;
    }

    String reference() {
        return reference;
    }

    LocalDate executionDate() {
        return executionDate;
    }

    Instant startedAt() {
        return startedAt;
    }

    String startedBy() {
        return startedBy;
    }

    /** Hash of the file, which is sealed: it names payees and accounts. */
    public String sha256() {
        return sha256;
    }

    public State state() {
        return state;
    }
}
