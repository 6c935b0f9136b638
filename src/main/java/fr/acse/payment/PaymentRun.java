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
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A payment run: the payment orders that go to the bank in one file. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class PaymentRun {

    public enum State {
        STARTED,
        RELEASED,
        STOPPED
    }

    @Id
    @Getter(AccessLevel.PACKAGE)
    private CaseReference reference;

    @Getter(AccessLevel.PACKAGE)
    private LocalDate executionDate;

    @Enumerated(EnumType.STRING)
    @Getter
    private State state = State.STARTED;

    @Getter(AccessLevel.PACKAGE)
    private Login startedBy;

    @Getter(AccessLevel.PACKAGE)
    private Instant startedAt;

    private Login releasedBy;

    /** SHA-256 hash of the payment file. The file itself is sealed, because it contains payees and accounts. */
    @Getter
    private String sha256;

    @Version
    private int version;

    PaymentRun(CaseReference reference, LocalDate executionDate, Login startedBy, Instant startedAt) {
        this.reference = reference;
        this.executionDate = executionDate;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
    }

    /** Stores the hash of the payment file before the release, so that later changes of the file are detected. */
    void fix(String hash) {
        Refusal.unless(state == State.STARTED && (sha256 == null || sha256.equals(hash)), "somebodyElse");
        sha256 = hash;
    }

    /** @throws Refusal if the run was released or stopped before, or the same person started it */
    void release(Login by) {
        decide(State.RELEASED, by);
    }

    /** @throws Refusal if the run was released or stopped before, or the same person started it */
    void stop(Login by) {
        decide(State.STOPPED, by);
    }

    private void decide(State as, Login by) {
        Refusal.unless(state == State.STARTED, "somebodyElse");
        Refusal.unless(!by.equals(startedBy), "secondPerson");
        state = as;
        releasedBy = by;
    }

    /** @throws Refusal if nobody has released the run, or it was stopped */
    void requireReleased() {
        Refusal.unless(state != State.STOPPED, "runStopped", reference);
        Refusal.unless(state == State.RELEASED, "notReleased", reference);
    }
}
