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

/** The one-off allowance of a woman. A unique index allows one open or paid allowance per person key, unless {@code anotherWoman}. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Allowance {

    public enum State {
        GRANTED,
        APPROVED,
        HANDED_OVER,
        REFUSED,
        /** The money came back, for example by post. */
        RETURNED,
        REFUSED_BY_HER,
        /** The money was lost before the woman had it. */
        LOST,
        CANCELLED
    }

    @Id
    @Getter(AccessLevel.PACKAGE)
    private UUID id;

    /** A random number in the text of the bank transfer. Finance could match a serial number to a case by the order of the allowances. */
    @Column(insertable = false, updatable = false)
    @Getter(AccessLevel.PACKAGE)
    private Integer number;

    @Getter
    private CaseReference reference;

    private byte[] personKey;
    private Cents amountCents;

    /** True if the coordination said that the woman is not the same person as another woman of her name. */
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

    /** The day on which the woman got the money, or null. */
    @Getter
    private LocalDate handedOverOn;

    /** The shelter that paid the allowance from its own cash, or null if the network's money was used. */
    @Getter(AccessLevel.PACKAGE)
    private ShelterCode advancedBy;

    /** True if the shelter that advanced the allowance gets no money back. */
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

    /** Replaces the person key after the woman's identity was corrected, so that she still gets only one allowance. */
    void belongsTo(byte[] person) {
        personKey = person.clone();
    }

    boolean isOf(byte[] person) {
        return Arrays.equals(personKey, person);
    }

    boolean isOfAnotherWoman() {
        return anotherWoman;
    }

    /** True if the allowance prevents another allowance for the same woman: it is granted, approved or handed over. */
    boolean counts() {
        return isUnpaid() || state == State.HANDED_OVER;
    }

    /** True if the coordination may have the allowance paid once more, because the money was lost or came back. */
    boolean mayBePaidAgain() {
        return state == State.LOST || state == State.RETURNED;
    }

    /** @throws Refusal if the allowance was approved, refused or ended before */
    void approve(Login by) {
        decide(State.APPROVED, by);
    }

    /** @throws Refusal if the allowance was approved, refused or ended before */
    void refuse(Login by) {
        decide(State.REFUSED, by);
    }

    /** Reopens an allowance that finance refused, for one more decision of finance. @throws Refusal if finance did not refuse it */
    void askAgain() {
        Refusal.unless(state == State.REFUSED, "somebodyElse");
        approvedBy = null;
        state = State.GRANTED;
    }

    /** Ends the allowance without payment: the money came back, the woman does not want it, or it was lost. */
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
     * @param cashOf the shelter that paid from its own cash, or null if the network's money was used
     * @throws Refusal if the allowance is not approved, or the same person approved it
     */
    void handOver(Login by, LocalDate on, ShelterCode cashOf) {
        Refusal.unless(state == State.APPROVED, "somebodyElse");
        Refusal.unless(!by.equals(approvedBy), "secondPerson");
        handedOverBy = by;
        handedOverOn = on;
        advancedBy = cashOf;
        state = State.HANDED_OVER;
    }

    /** @throws Refusal if the allowance was handed over, refused or ended before */
    void cancel() {
        Refusal.unless(isUnpaid(), "somebodyElse");
        state = State.CANCELLED;
    }

    boolean isUnpaid() {
        return state == State.GRANTED || state == State.APPROVED;
    }

    /** True if a shelter paid the allowance from its own cash, also if the shelter gets no money back. */
    public boolean isAdvanced() {
        return state == State.HANDED_OVER && advancedBy != null;
    }

    public boolean isWaived() {
        return waived;
    }

    /** True if a shelter paid the allowance from its own cash and must get the money back. */
    boolean isOwedToShelter() {
        return isAdvanced() && !waived;
    }

    /** Records that the shelter that paid the allowance gets no money back. */
    void waive() {
        waived = true;
    }

    /** Records that the allowance was paid with the network's money, not with the shelter's cash. */
    void wasOfNetwork() {
        advancedBy = null;
    }

    public Cents amount() {
        return amountCents;
    }
}
