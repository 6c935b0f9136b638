package fr.acse.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An approved claim to be paid. Its end-to-end id is in one file only. */
@Entity
public class PaymentOrder {

    public enum State {
        WAITING,
        SENT,
        PAID,
        REFUSED,
        CANCELLED
    }

    @Id
    private UUID id;

    private UUID claim;
    private String endToEndId;
    private int amountCents;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private String run;
    private Integer line;
    private String bankReason;
    private Instant orderedAt;

    protected PaymentOrder() {}

    PaymentOrder(TravelClaim claim, Instant orderedAt) {
        this.id = UUID.randomUUID();
        this.claim = claim.id();
        this.endToEndId = newEndToEndId();
        this.amountCents = claim.totalCents();
        this.orderedAt = orderedAt;
    }

    private static String newEndToEndId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    void take(String intoRun, int asLine) {
        run = intoRun;
        line = asLine;
        state = State.SENT;
    }

    /** The run was stopped. Its id was already in a file, so the next file gets another one. */
    void giveBack() {
        endToEndId = newEndToEndId();
        run = null;
        line = null;
        state = State.WAITING;
    }

    void settle(boolean paid, String reason) {
        state = paid ? State.PAID : State.REFUSED;
        bankReason = reason;
    }

    void cancel() {
        state = State.CANCELLED;
    }

    UUID claim() {
        return claim;
    }

    String endToEndId() {
        return endToEndId;
    }

    public int amountCents() {
        return amountCents;
    }

    public State state() {
        return state;
    }
}
