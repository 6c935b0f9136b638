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

/** An association asks the coordination for a shelter. The coordination must answer by {@link #dueAt}. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class OrientationRequest {

    /** The kinds of answers. WITHDRAWN: the case was closed before the coordination answered. */
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

    /** Whether the woman is not safe tonight. */
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

    /** Login of the person who answered the request, or null. */
    @Getter(AccessLevel.PACKAGE)
    private Login answeredBy;

    /** Login of the supervisor who answers the late request herself, or null. */
    @Getter
    private Login takenOverBy;

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

    /** Records that the woman cannot come before this day. */
    void park(LocalDate until) {
        parkedUntil = until;
    }

    boolean isParked(LocalDate today) {
        return parkedUntil != null && parkedUntil.isAfter(today);
    }

    /** @throws Refusal if the request was answered before */
    void answer(Answer as, Login by, Instant at) {
        Refusal.unless(answeredAt == null, "noOpenRequest", reference);
        outcome = as;
        answeredBy = by;
        answeredAt = at;
    }

    void takeOver(Login supervisor) {
        takenOverBy = supervisor;
    }

    /** @param reason code of the reason why the answer comes after the 48 hours */
    void sayWhyLate(String reason) {
        lateReason = reason;
    }

    /** @param motive code of the reason for the refusal */
    void refuseBecause(String motive) {
        refusalMotive = motive;
    }

    void handOverTo(String department) {
        emergencyDepartment = department;
    }

    /** Records that this request on the waiting list is called for a free place of the shelter. */
    void callFor(ShelterCode shelter) {
        Refusal.unless(outcome == Answer.WAITING_LIST && calledFor == null, "somebodyElse");
        calledFor = shelter;
    }

    boolean isLateAt(Instant now) {
        return now.isAfter(dueAt);
    }
}
