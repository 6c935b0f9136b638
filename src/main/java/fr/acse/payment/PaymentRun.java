package fr.acse.payment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
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
    private CaseReference reference;

    private LocalDate executionDate;

    @Enumerated(EnumType.STRING)
    private State state = State.STARTED;

    private Login startedBy;
    private Instant startedAt;
    private Login releasedBy;
    private String sha256;

    @Version
    private int version;

    protected PaymentRun() {}

    PaymentRun(CaseReference reference, LocalDate executionDate, Login startedBy, Instant startedAt) {
        this.reference = reference;
        this.executionDate = executionDate;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
    }

    /** Fixes the bytes of its file before anybody releases it. */
    void fix(String hash) {
        Refusal.unless(state == State.STARTED && (sha256 == null || sha256.equals(hash)), "somebodyElse");
        sha256 = hash;
    }

    /** @throws Refusal if it was decided on, or the same person started it */
    void release(Login by) {
        decide(State.RELEASED, by);
    }

    /** @throws Refusal if it was decided on, or the same person started it */
    void stop(Login by) {
        decide(State.STOPPED, by);
    }

    Login startedBy() {
        return startedBy;
    }

    private void decide(State as, Login by) {
        Refusal.unless(state == State.STARTED, "somebodyElse");
        Refusal.unless(!by.equals(startedBy), "secondPerson");
        state = as;
        releasedBy = by;
    }

    CaseReference reference() {
        return reference;
    }

    LocalDate executionDate() {
        return executionDate;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** @throws Refusal if nobody has released it, or it was stopped */
    void requireReleased() {
        Refusal.unless(state != State.STOPPED, "runStopped", reference);
        Refusal.unless(state == State.RELEASED, "notReleased", reference);
    }

    /** Hash of the file, which is sealed: it names payees and accounts. */
    public String sha256() {
        return sha256;
    }

    public State state() {
        return state;
    }
}
