package fr.acse.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
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

    private String reference;
    private byte[] personKey;
    private int amountCents;

    @Enumerated(EnumType.STRING)
    private State state = State.GRANTED;

    private Instant grantedAt;
    private String approvedBy;
    private String handedOverBy;
    private LocalDate handedOverOn;

    protected Allowance() {}

    Allowance(UUID id, String reference, byte[] personKey, int amountCents, Instant grantedAt) {
        this.id = id;
        this.reference = reference;
        this.personKey = personKey;
        this.amountCents = amountCents;
        this.grantedAt = grantedAt;
    }

    void approve(String by) {
        approvedBy = by;
        state = State.APPROVED;
    }

    void refuse(String by) {
        approvedBy = by;
        state = State.REFUSED;
    }

    void handOver(String by, LocalDate on) {
        handedOverBy = by;
        handedOverOn = on;
        state = State.HANDED_OVER;
    }

    void cancel() {
        state = State.CANCELLED;
    }

    boolean isUnpaid() {
        return state == State.GRANTED || state == State.APPROVED;
    }

    public int amountCents() {
        return amountCents;
    }

    public State state() {
        return state;
    }

    String approvedBy() {
        return approvedBy;
    }
}
