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
import java.util.UUID;

/** The one-off allowance of a person. The database allows only one per person that is not cancelled or refused. */
@Entity
public class Allowance {

    public enum State {
        GRANTED,
        APPROVED,
        HANDED_OVER,
        REFUSED,
        CANCELLED
    }

    @Id
    private UUID id;

    private CaseReference reference;
    private byte[] personKey;
    private Cents amountCents;

    @Enumerated(EnumType.STRING)
    private State state = State.GRANTED;

    private Instant grantedAt;
    private Login approvedBy;
    private Login handedOverBy;
    private LocalDate handedOverOn;

    @Version
    private int version;

    protected Allowance() {}

    Allowance(UUID id, CaseReference reference, byte[] personKey, Cents amount, Instant grantedAt) {
        this.id = id;
        this.reference = reference;
        this.personKey = personKey;
        amountCents = amount;
        this.grantedAt = grantedAt;
    }

    /** Who she is was corrected: she still gets it once. */
    void belongsTo(byte[] person) {
        personKey = person.clone();
    }

    /** Whether it stands in the way of another one for the same person. */
    boolean counts() {
        return isUnpaid() || state == State.HANDED_OVER;
    }

    /** @throws Refusal if it was decided before */
    void approve(Login by) {
        decide(State.APPROVED, by);
    }

    /** @throws Refusal if it was decided before */
    void refuse(Login by) {
        decide(State.REFUSED, by);
    }

    private void decide(State as, Login by) {
        Refusal.unless(state == State.GRANTED, "somebodyElse");
        approvedBy = by;
        state = as;
    }

    Login approvedBy() {
        return approvedBy;
    }

    /** @throws Refusal if it is not approved, or the same person approved it */
    void handOver(Login by, LocalDate on) {
        Refusal.unless(state == State.APPROVED, "somebodyElse");
        Refusal.unless(!by.equals(approvedBy), "secondPerson");
        handedOverBy = by;
        handedOverOn = on;
        state = State.HANDED_OVER;
    }

    /** @throws Refusal if it was handed over, or ended otherwise */
    void cancel() {
        Refusal.unless(isUnpaid(), "somebodyElse");
        state = State.CANCELLED;
    }

    boolean isUnpaid() {
        return state == State.GRANTED || state == State.APPROVED;
    }

    public Cents amount() {
        return amountCents;
    }

    public State state() {
        return state;
    }
}
