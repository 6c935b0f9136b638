package fr.acse.payment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.words.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The one-off allowance of a person. The database allows only one per person that is not cancelled or refused. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Allowance {

    public enum State {
        GRANTED,
        APPROVED,
        HANDED_OVER,
        REFUSED,
        /** It came back, such as by post. */
        RETURNED,
        REFUSED_BY_HER,
        /** It was lost on the way to her. */
        LOST,
        CANCELLED
    }

    @Id
    @Getter(AccessLevel.PACKAGE)
    private UUID id;

    /** A random number, because finance knows the order of the allowances. The shelter that is paid back reads it beside the sum. */
    @Column(insertable = false, updatable = false)
    @Getter(AccessLevel.PACKAGE)
    private Integer number;

    @Getter
    private CaseReference reference;

    private byte[] personKey;
    private Cents amountCents;

    /** Whether the coordination said that she is another woman than somebody of the same name. */
    private boolean anotherWoman;

    @Enumerated(EnumType.STRING)
    @Getter
    private State state = State.GRANTED;

    @Getter
    private Instant grantedAt;

    @Getter(AccessLevel.PACKAGE)
    private Login approvedBy;

    @Getter(AccessLevel.PACKAGE)
    private Login handedOverBy;

    /** Null until she has it. */
    @Getter
    private LocalDate handedOverOn;

    /** The shelter whose own cash it was, or null. */
    @Getter(AccessLevel.PACKAGE)
    private ShelterCode advancedBy;

    /** Whether nothing is paid back to that shelter. */
    private boolean waived;

    @Version
    private int version;

    Allowance(UUID id, CaseReference reference, byte[] personKey, Cents amount, Instant grantedAt) {
        this.id = id;
        this.reference = reference;
        this.personKey = personKey;
        amountCents = amount;
        this.grantedAt = grantedAt;
    }

    /** Her identity was corrected: she still gets the allowance only once. */
    void belongsTo(byte[] person) {
        personKey = person.clone();
    }

    boolean isOf(byte[] person) {
        return Arrays.equals(personKey, person);
    }

    boolean isOfAnotherWoman() {
        return anotherWoman;
    }

    /** Whether it prevents another allowance for the same person. */
    boolean counts() {
        return isUnpaid() || state == State.HANDED_OVER;
    }

    /** Whether the coordination may have it paid once more. */
    boolean mayBePaidAgain() {
        return state == State.LOST || state == State.RETURNED;
    }

    /** @throws Refusal if it was decided before */
    void approve(Login by) {
        decide(State.APPROVED, by);
    }

    /** @throws Refusal if it was decided before */
    void refuse(Login by) {
        decide(State.REFUSED, by);
    }

    /** Asks finance again, which did not approve it. A reason has been given. @throws Refusal if it was not refused */
    void askAgain() {
        Refusal.unless(state == State.REFUSED, "somebodyElse");
        approvedBy = null;
        state = State.GRANTED;
    }

    /** She does not get it: it came back, she does not want it, or it was lost. */
    void notPaid(State as) {
        Refusal.unless(isUnpaid(), "somebodyElse");
        state = as;
    }

    private void decide(State as, Login by) {
        Refusal.unless(state == State.GRANTED, "somebodyElse");
        approvedBy = by;
        state = as;
    }

    /**
     * @param cashOf the shelter whose own cash it was, or null if it was the network's
     * @throws Refusal if it is not approved, or the same person approved it
     */
    void handOver(Login by, LocalDate on, ShelterCode cashOf) {
        Refusal.unless(state == State.APPROVED, "somebodyElse");
        Refusal.unless(!by.equals(approvedBy), "secondPerson");
        handedOverBy = by;
        handedOverOn = on;
        advancedBy = cashOf;
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

    /** Whether a shelter advanced it, also if nothing is paid back. */
    public boolean isAdvanced() {
        return state == State.HANDED_OVER && advancedBy != null;
    }

    public boolean isWaived() {
        return waived;
    }

    /** Whether a shelter advanced it and gets it back. */
    boolean isOwedToShelter() {
        return isAdvanced() && !waived;
    }

    /** The shelter that advanced it gets nothing back. */
    void waive() {
        waived = true;
    }

    /** The shelter was wrong: it was the network's money. */
    void wasOfNetwork() {
        advancedBy = null;
    }

    public Cents amount() {
        return amountCents;
    }
}
