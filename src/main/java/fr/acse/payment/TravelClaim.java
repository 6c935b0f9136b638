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

/** What a journey cost an operator. Three different people submit, check and approve it. */
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

    /** Counted by the database; the payee reads it beside the sum. */
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

    /** @throws Refusal if it is being checked, or settled */
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

    /** @throws Refusal if it was not submitted, or by the same person */
    void check(Login by) {
        check(State.CHECKED, by);
    }

    /** @throws Refusal if it was not submitted, or by the same person */
    void returnToCorrect(Login by) {
        check(State.OPEN, by);
    }

    /** @throws Refusal if it was not submitted, or by the same person */
    void reject(Login by) {
        check(State.REJECTED, by);
    }

    /**
     * What the coordination found, line by line.
     *
     * @param findings as many as there are lines, each {@link ClaimLine#ACCEPTED} or a reason
     * @throws Refusal if a line has none, or it was not submitted
     */
    void note(List<String> findings) {
        Refusal.unless(state == State.SUBMITTED, "somebodyElse");
        Refusal.unless(findings.size() == lines.size(), "linesDiffer", lines.size());
        for (int line = 0; line < lines.size(); line++) {
            lines.get(line).note(findings.get(line));
        }
    }

    /** Only the lines that were accepted are paid. */
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

    /** Whether more is to be paid for something than its ceiling. */
    public boolean isOverCeiling() {
        return lines.stream().anyMatch(line -> isOverCeiling(lines, line));
    }

    /** Whether a line goes beyond its ceiling, together with the lines before it that share it. */
    public static boolean isOverCeiling(List<ClaimLine> lines, ClaimLine line) {
        return line.granted().value() > left(lines, line).value();
    }

    /** The rest of the ceiling of a line, after the lines before it. */
    private static Cents left(List<ClaimLine> lines, ClaimLine line) {
        return line.ceiling() == null
                ? line.granted()
                : line.leftBy(lines.stream().takeWhile(each -> each != line));
    }

    /**
     * A second person of the coordination looks at what is above a ceiling.
     *
     * @param all whether it is paid; otherwise no more than the ceiling is
     * @throws Refusal if it was not checked, or she submitted or checked it
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

    /** The people who submitted it, checked it, and decided on the excess above a ceiling. */
    Set<Login> involved() {
        return Stream.of(submittedBy, checkedBy, excessDecidedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Whether it waits for a second person who looks at what is above a ceiling. */
    public boolean hasExcessToDecide() {
        return state == State.CHECKED && isOverCeiling() && excessDecidedBy == null;
    }

    /** Whether the coordination gave it back to be corrected, and nobody has submitted it again. */
    public boolean isGivenBack() {
        return state == State.OPEN && checkedBy != null && approvedBy == null;
    }

    /** Whether it is paid, about to be paid, or just refused by the bank. Then its payment shows how far it is. */
    public boolean isWithTheBank() {
        return approvedBy != null && state != State.REJECTED && state != State.CANCELLED;
    }

    private void check(State as, Login by) {
        Refusal.unless(state == State.SUBMITTED, "somebodyElse");
        Refusal.unless(!by.equals(submittedBy), "secondPerson");
        checkedBy = by;
        state = as;
    }

    /** @throws Refusal if it was not checked, or the same person submitted or checked it */
    void approve(Login by) {
        decide(State.APPROVED, by);
    }

    /** @throws Refusal if it was not checked, or the same person submitted or checked it */
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

    /** The bank has paid it. */
    void paid() {
        Refusal.unless(state == State.APPROVED, "somebodyElse");
        state = State.PAID;
    }

    /** The bank has refused to pay it: the account is corrected and it is submitted again. */
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

    /** The sum of all lines as asked for. */
    public Cents asked() {
        return Cents.sum(lines.stream().map(ClaimLine::cents));
    }

    /** Whether its sum is what is paid, or will be if finance approves it. */
    public boolean isFoundRight() {
        return state == State.CHECKED || state == State.APPROVED || state == State.PAID;
    }
}
