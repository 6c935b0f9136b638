package fr.acse.payment;

import fr.acse.codes.CaseReference;
import fr.acse.words.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** An approved claim, or an allowance that a shelter advanced, to be paid. Its end-to-end id is in one file only. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class PaymentOrder {

    public enum State {
        WAITING,
        SENT,
        PAID,
        REFUSED,
        CANCELLED
    }

    /** States in which it is paid, or may still be paid. */
    static final Set<State> LIVE = Set.of(State.WAITING, State.SENT, State.PAID);

    @Id
    @Getter(AccessLevel.PACKAGE)
    private UUID id;

    /** Either the claim or the allowance is set. */
    @Getter(AccessLevel.PACKAGE)
    private UUID claim;

    /** The allowance that it pays back, or null. */
    @Getter(AccessLevel.PACKAGE)
    private UUID allowance;

    @Getter(AccessLevel.PACKAGE)
    private String endToEndId;

    private Cents amountCents;

    @Enumerated(EnumType.STRING)
    @Getter
    private State state = State.WAITING;

    /** The run that it is or was in, or null. */
    @Getter(AccessLevel.PACKAGE)
    private CaseReference run;

    private Integer line;

    /** Code of why the bank refused it, or null. */
    @Getter
    private String bankReason;

    private Instant orderedAt;

    /** Edition of the shelter's account in the file; null for a claim, and as long as there is no file. */
    private Integer accountEdition;

    @Version
    private int version;

    PaymentOrder(TravelClaim claim, Instant orderedAt) {
        this(claim.total(), orderedAt);
        this.claim = claim.id();
    }

    /** To the shelter that advanced it. */
    PaymentOrder(Allowance allowance, Instant orderedAt) {
        this(allowance.amount(), orderedAt);
        this.allowance = allowance.id();
    }

    private PaymentOrder(Cents amount, Instant orderedAt) {
        this.id = UUID.randomUUID();
        this.endToEndId = newEndToEndId();
        this.amountCents = amount;
        this.orderedAt = orderedAt;
    }

    private static String newEndToEndId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** @throws Refusal if it is in a run, or settled */
    void take(CaseReference intoRun, int asLine) {
        Refusal.unless(state == State.WAITING, "somebodyElse");
        run = intoRun;
        line = asLine;
        state = State.SENT;
    }

    /** The run was stopped. Its id was already in a file, so the next file gets another one. */
    void giveBack() {
        Refusal.unless(state == State.SENT, "somebodyElse");
        endToEndId = newEndToEndId();
        run = null;
        line = null;
        accountEdition = null;
        state = State.WAITING;
    }

    /** The file of its run has been written. */
    void writtenTo(int edition) {
        accountEdition = edition;
    }

    /** The bank has paid it. */
    void paid() {
        Refusal.unless(state == State.SENT, "somebodyElse");
        state = State.PAID;
    }

    /** The bank does not pay to this account. @throws Refusal if the bank gave no reason */
    void refuse(String reason) {
        Refusal.unless(state == State.SENT || state == State.WAITING, "somebodyElse");
        Refusal.unless(reason != null, "bankReason");
        state = State.REFUSED;
        bankReason = reason;
    }

    void cancel() {
        Refusal.unless(state == State.WAITING, "somebodyElse");
        state = State.CANCELLED;
    }

    boolean isToShelter() {
        return allowance != null;
    }

    /** The kind of its entry in the ledger. */
    Booking booking() {
        return isToShelter() ? Booking.ADVANCE_ORDERED : Booking.TRAVEL_ORDERED;
    }

    int accountEdition() {
        return accountEdition;
    }

    public Cents amount() {
        return amountCents;
    }

    public int line() {
        return line;
    }
}
