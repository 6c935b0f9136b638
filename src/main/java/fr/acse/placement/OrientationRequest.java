package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.words.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An operator asks the coordination for a shelter; the coordination owes an answer by {@link #dueAt}. */
@Entity
public class OrientationRequest {

    /** The kinds of answers. WITHDRAWN: the case was closed before an answer. */
    public enum Answer {
        PLACE_PROPOSED,
        WAITING_LIST,
        EMERGENCY_HOUSING,
        REFUSED,
        WITHDRAWN
    }

    @Id
    private UUID id;

    private CaseReference reference;
    private Instant submittedAt;
    private Instant dueAt;
    private Instant remindedAt;
    private Instant lateAt;
    private Instant answeredAt;
    private boolean urgent;
    private String lateReason;
    private String emergencyDepartment;
    private String refusalMotive;
    private ShelterCode calledFor;
    private LocalDate parkedUntil;
    private Login answeredBy;

    @Enumerated(EnumType.STRING)
    private Answer outcome;

    @Version
    private int version;

    protected OrientationRequest() {}

    OrientationRequest(CaseReference reference, boolean urgent, Instant submittedAt, Instant dueAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.urgent = urgent;
        this.submittedAt = submittedAt;
        this.dueAt = dueAt;
    }

    void remind(Instant at) {
        remindedAt = at;
    }

    void markLate(Instant at) {
        lateAt = at;
    }

    /** She cannot come before this day. */
    void park(LocalDate until) {
        parkedUntil = until;
    }

    boolean isParked(LocalDate today) {
        return parkedUntil != null && parkedUntil.isAfter(today);
    }

    /** Who answered it, or null. */
    Login answeredBy() {
        return answeredBy;
    }

    /** @throws Refusal if it was answered before */
    void answer(Answer as, Login by, Instant at) {
        Refusal.unless(answeredAt == null, "noOpenRequest", reference);
        outcome = as;
        answeredBy = by;
        answeredAt = at;
    }

    /** @param reason code of why the answer comes after the 48 hours */
    void sayWhyLate(String reason) {
        lateReason = reason;
    }

    /** @param motive code of why it is refused */
    void refuseBecause(String motive) {
        refusalMotive = motive;
    }

    void handOverTo(String department) {
        emergencyDepartment = department;
    }

    /** Records that it is the turn of this request on the waiting list: a place at this shelter is offered to it. */
    void callFor(ShelterCode shelter) {
        Refusal.unless(outcome == Answer.WAITING_LIST && calledFor == null, "somebodyElse");
        calledFor = shelter;
    }

    public CaseReference reference() {
        return reference;
    }

    /** Whether she is not safe tonight. */
    public boolean urgent() {
        return urgent;
    }

    boolean isLateAt(Instant now) {
        return now.isAfter(dueAt);
    }

    public String lateReason() {
        return lateReason;
    }

    /** Code of the department whose emergency housing (115) takes over, or null. */
    public String emergencyDepartment() {
        return emergencyDepartment;
    }

    ShelterCode calledFor() {
        return calledFor;
    }

    public UUID id() {
        return id;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant remindedAt() {
        return remindedAt;
    }

    public Instant lateAt() {
        return lateAt;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    public Answer outcome() {
        return outcome;
    }
}
