package fr.acse.payment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The claim of an association for the costs of a journey. Three different people submit, check and approve it. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
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
    @Getter
    private UUID id;

    /** A number that the database assigns. The payee reads the number in the bank transfer. */
    @Column(insertable = false, updatable = false)
    @Getter
    private Integer number;

    @Getter
    private CaseReference reference;

    @Getter
    private String operator;

    private Cents personCents = Cents.NONE;
    private Cents escortCents = Cents.NONE;

    @Getter(AccessLevel.PACKAGE)
    private boolean ownAccount = true;

    @Enumerated(EnumType.STRING)
    @Getter
    private State state = State.OPEN;

    private Instant openedAt;
    private Login submittedBy;
    private Login checkedBy;
    private Login excessDecidedBy;
    private Login approvedBy;

    @ElementCollection
    @CollectionTable(name = "claim_line", joinColumns = @JoinColumn(name = "claim"))
    @OrderColumn(name = "line")
    private List<ClaimLine> lines = new ArrayList<>();

    @Version
    private int version;

    TravelClaim(CaseReference reference, String operator, Instant openedAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.operator = operator;
        this.openedAt = openedAt;
    }

    /** @throws Refusal if the claim is being checked or is settled, or has no lines */
    void submit(List<ClaimLine> spent, boolean toOwnAccount, Login by) {
        Refusal.unless(state == State.OPEN, "somebodyElse");
        Refusal.unless(!spent.isEmpty(), "nothingSpent");
        lines.clear();
        lines.addAll(spent);
        count();
        ownAccount = toOwnAccount;
        submittedBy = by;
        checkedBy = null;
        excessDecidedBy = null;
        approvedBy = null;
        state = State.SUBMITTED;
    }

    /** @throws Refusal if the claim was not submitted, or the same person submitted it */
    void check(Login by) {
        check(State.CHECKED, by);
    }

    /** @throws Refusal if the claim was not submitted, or the same person submitted it */
    void returnToCorrect(Login by) {
        check(State.OPEN, by);
    }

    /** @throws Refusal if the claim was not submitted, or the same person submitted it */
    void reject(Login by) {
        check(State.REJECTED, by);
    }

    /**
     * Records the finding of the coordination for each line.
     *
     * @param findings one for each line, {@link ClaimLine#ACCEPTED} or the code of a reason
     * @throws Refusal if the number of findings is not the number of lines, or the claim was not submitted
     */
    void note(List<String> findings) {
        Refusal.unless(state == State.SUBMITTED, "somebodyElse");
        Refusal.unless(findings.size() == lines.size(), "linesDiffer", lines.size());
        for (int line = 0; line < lines.size(); line++) {
            lines.get(line).note(findings.get(line));
        }
    }

    /** Sets the paid amount of each line that was not accepted to 0. */
    void leaveOutWhatIsNotAccepted() {
        lines.stream().filter(line -> !line.isAccepted()).forEach(ClaimLine::leaveOut);
        count();
    }

    private void count() {
        personCents = granted("person");
        escortCents = granted("escort");
    }

    private Cents granted(String traveller) {
        return Cents.sum(lines.stream().filter(line -> line.isOf(traveller)).map(ClaimLine::granted));
    }

    /** True if the paid amount of a line is above its ceiling. */
    public boolean isOverCeiling() {
        return lines.stream().anyMatch(line -> isOverCeiling(lines, line));
    }

    /** True if a line, together with the earlier lines that share its ceiling, is above the ceiling. */
    public static boolean isOverCeiling(List<ClaimLine> lines, ClaimLine line) {
        return line.granted().value() > left(lines, line).value();
    }

    /** The rest of the ceiling of a line after the earlier lines that share it. */
    private static Cents left(List<ClaimLine> lines, ClaimLine line) {
        return line.ceiling() == null
                ? line.granted()
                : line.leftBy(lines.stream().takeWhile(each -> each != line));
    }

    /**
     * Records the decision of a second person of the coordination on the amount above a ceiling.
     *
     * @param all true if the amount above a ceiling is paid; false if each line is cut to its ceiling
     * @throws Refusal if the claim was not checked, or the same person submitted or checked it
     */
    void decideOnExcess(boolean all, Login by) {
        Refusal.unless(state == State.CHECKED, "somebodyElse");
        Refusal.unless(!involved().contains(by), "secondPerson");
        excessDecidedBy = by;
        if (!all) {
            lines.forEach(line -> line.cut(left(lines, line)));
            count();
            Refusal.unless(!total().equals(Cents.NONE), "excessNothingLeft");
        }
    }

    /** The people who submitted the claim, checked it, and decided on the amount above a ceiling. */
    Set<Login> involved() {
        return Stream.of(submittedBy, checkedBy, excessDecidedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** True if a second person of the coordination must decide on the amount above a ceiling. */
    public boolean hasExcessToDecide() {
        return state == State.CHECKED && isOverCeiling() && excessDecidedBy == null;
    }

    /** True if the coordination gave the claim back for correction, and nobody has submitted it again. */
    public boolean isGivenBack() {
        return state == State.OPEN && checkedBy != null && approvedBy == null;
    }

    /** True if finance approved the claim. The payment then shows whether the claim is paid, waits, or was refused by the bank. */
    public boolean isWithTheBank() {
        return approvedBy != null && state != State.REJECTED && state != State.CANCELLED;
    }

    private void check(State as, Login by) {
        Refusal.unless(state == State.SUBMITTED, "somebodyElse");
        Refusal.unless(!by.equals(submittedBy), "secondPerson");
        checkedBy = by;
        state = as;
    }

    /** @throws Refusal if the claim was not checked, or the same person submitted or checked it */
    void approve(Login by) {
        decide(State.APPROVED, by);
    }

    /** @throws Refusal if the claim was not checked, or the same person submitted or checked it */
    void refuse(Login by) {
        decide(State.REJECTED, by);
    }

    private void decide(State as, Login by) {
        Refusal.unless(state == State.CHECKED, "somebodyElse");
        Refusal.unless(!involved().contains(by), "secondPerson");
        Refusal.unless(!isOverCeiling() || excessDecidedBy != null, "excessNotAllowed");
        approvedBy = by;
        state = as;
    }

    /** Records that the bank has paid the claim. */
    void paid() {
        Refusal.unless(state == State.APPROVED, "somebodyElse");
        state = State.PAID;
    }

    /** Reopens the claim after the bank refused to pay it. The association corrects the account and submits the claim again. */
    void reopen() {
        Refusal.unless(state == State.APPROVED, "somebodyElse");
        state = State.OPEN;
    }

    void cancel() {
        Refusal.unless(isUnpaid(), "somebodyElse");
        state = State.CANCELLED;
    }

    boolean isUnpaid() {
        return state != State.PAID && state != State.REJECTED && state != State.CANCELLED;
    }

    public List<ClaimLine> lines() {
        return List.copyOf(lines);
    }

    public Cents personCosts() {
        return personCents;
    }

    public Cents escortCosts() {
        return escortCents;
    }

    public Cents total() {
        return personCents.plus(escortCents);
    }

    /** The sum of all lines that the association asked for. */
    public Cents asked() {
        return Cents.sum(lines.stream().map(ClaimLine::cents));
    }

    /** True if the claim was checked or approved or is paid. The total is then the amount that finance pays or has paid. */
    public boolean isFoundRight() {
        return state == State.CHECKED || state == State.APPROVED || state == State.PAID;
    }
}
