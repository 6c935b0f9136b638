package fr.acse.placement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An operator asks the coordination for a shelter; the coordination owes an answer by {@link #dueAt}. */
@Entity
public class OrientationRequest {

    /** What was answered; WITHDRAWN when the case was closed before an answer. */
    public enum Answer {
        PLACE_PROPOSED,
        WAITING_LIST,
        EMERGENCY_HOUSING,
        REFUSED,
        WITHDRAWN
    }

    @Id
    private UUID id;

    private String reference;
    private Instant submittedAt;
    private Instant dueAt;
    private Instant remindedAt;
    private Instant lateAt;
    private Instant answeredAt;
    private String answeredBy;

    @Enumerated(EnumType.STRING)
    private Answer outcome;

    protected OrientationRequest() {}

    OrientationRequest(String reference, Instant submittedAt, Instant dueAt) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.submittedAt = submittedAt;
        this.dueAt = dueAt;
    }

    void remind(Instant at) {
        remindedAt = at;
    }

    void markLate(Instant at) {
        lateAt = at;
    }

    void answer(Answer as, String by, Instant at) {
        outcome = as;
        answeredBy = by;
        answeredAt = at;
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
