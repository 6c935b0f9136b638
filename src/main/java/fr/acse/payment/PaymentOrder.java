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

/** An order to pay an approved claim, or to pay back an allowance that a shelter advanced. Each file uses a new end-to-end id. */
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

    /** The states of an order that is paid, or may still be paid. */
    static final Set<State> LIVE = Set.of(State.WAITING, State.SENT, State.PAID);

    @Id
    @Getter(AccessLevel.PACKAGE)
    private UUID id;

    /** The claim that the order pays, or null. An order has either a claim or an allowance. */
    @Getter(AccessLevel.PACKAGE)
    private UUID claim;

    /** The allowance that the order pays back to a shelter, or null. */
    @Getter(AccessLevel.PACKAGE)
    private UUID allowance;

    @Getter(AccessLevel.PACKAGE)
    private String endToEndId;

    private Cents amountCents;

    @Enumerated(EnumType.STRING)
    @Getter
    private State state = State.WAITING;

    /** The payment run of the order, or null if the order was in no run yet or its run was stopped. */
    @Getter(AccessLevel.PACKAGE)
    private CaseReference run;

    private Integer line;

    /** Code of the reason for which the bank refused the order, or null. */
    @Getter
    private String bankReason;

    private Instant orderedAt;

    /** Edition of the shelter's account in the payment file; null for a claim, and until the file is written. */
    private Integer accountEdition;

    @Version
    private int version;

    PaymentOrder(TravelClaim claim, Instant orderedAt) {
        this(claim.total(), orderedAt);
        this.claim = claim.id();
    }

    /** Makes an order that pays the shelter back that advanced the allowance. */
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

    /** @throws Refusal if the order is in a run, paid, refused or cancelled */
    void take(CaseReference intoRun, int asLine) {
        Refusal.unless(state == State.WAITING, "somebodyElse");
        run = intoRun;
        line = asLine;
        state = State.SENT;
    }

    /** Puts the order back to the waiting orders after its run was stopped. The next payment file uses a new end-to-end id. */
    void giveBack() {
        Refusal.unless(state == State.SENT, "somebodyElse");
        endToEndId = newEndToEndId();
        run = null;
        line = null;
        accountEdition = null;
        state = State.WAITING;
    }

    /** Records the edition of the shelter's account in the payment file of the run. */
    void writtenTo(int edition) {
        accountEdition = edition;
    }

    /** Records that the bank has paid the order. */
    void paid() {
        Refusal.unless(state == State.SENT, "somebodyElse");
        state = State.PAID;
    }

    /** Records that the bank does not pay to the account of the order. @throws Refusal if the bank gave no reason */
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

    /** The kind of the ledger booking for this order. */
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
