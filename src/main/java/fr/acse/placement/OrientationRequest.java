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
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** An operator asks the coordination for a shelter; the coordination owes an answer by {@link #dueAt}. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
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
    @Getter
    private UUID id;

    @Getter
    private CaseReference reference;

    @Getter
    private Instant submittedAt;

    @Getter
    private Instant dueAt;

    @Getter
    private Instant remindedAt;

    @Getter
    private Instant lateAt;

    @Getter
    private Instant answeredAt;

    /** Whether she is not safe tonight. */
    @Getter
    private boolean urgent;

    @Getter
    private String lateReason;

    /** Code of the department whose emergency housing (115) takes over, or null. */
    @Getter
    private String emergencyDepartment;

    private String refusalMotive;

    @Getter(AccessLevel.PACKAGE)
    private ShelterCode calledFor;

    private LocalDate parkedUntil;

    /** Who answered it, or null. */
    @Getter(AccessLevel.PACKAGE)
    private Login answeredBy;

    @Enumerated(EnumType.STRING)
    @Getter
    private Answer outcome;

    @Version
    private int version;

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

    boolean isLateAt(Instant now) {
        return now.isAfter(dueAt);
    }
}
