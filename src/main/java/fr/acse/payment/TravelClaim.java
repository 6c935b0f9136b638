package fr.acse.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a journey cost an operator. Who submits, who checks and who approves are different people. */
@Entity
public class TravelClaim {

    public enum State {
        OPEN,
        SUBMITTED,
        CHECKED,
        APPROVED,
        PAID,
        REJECTED,
        CANCELLED
    }

    @Id
    private UUID id;

    private String reference;
    private String operator;
    private int personCents;
    private int escortCents;
    private int receipts;
    private LocalDate travelledOn;
    private boolean ownAccount = true;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    private Instant openedAt;
    private String submittedBy;
    private String checkedBy;
    private String approvedBy;

    protected TravelClaim() {}

    TravelClaim(String reference, String operator, Instant openedAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.operator = operator;
        this.openedAt = openedAt;
    }

    void submit(Costs costs, boolean toOwnAccount, String by) {
        personCents = costs.personCents();
        escortCents = costs.escortCents();
        receipts = costs.receipts();
        travelledOn = costs.travelledOn();
        ownAccount = toOwnAccount;
        submittedBy = by;
        checkedBy = null;
        approvedBy = null;
        state = State.SUBMITTED;
    }

    void check(State as, String by) {
        checkedBy = by;
        state = as;
    }

    void approve(State as, String by) {
        approvedBy = by;
        state = as;
    }

    void become(State as) {
        state = as;
    }

    boolean isUnpaid() {
        return state != State.PAID && state != State.REJECTED && state != State.CANCELLED;
    }

    boolean wasHandledBy(String person) {
        return person.equals(submittedBy) || person.equals(checkedBy);
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public String operator() {
        return operator;
    }

    boolean ownAccount() {
        return ownAccount;
    }

    public int totalCents() {
        return personCents + escortCents;
    }

    public State state() {
        return state;
    }

    String submittedBy() {
        return submittedBy;
    }
}
