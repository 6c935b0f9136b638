package fr.acse.placement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A shelter is asked whether it takes a household in. */
@Entity
public class Offer {

    /**
     * TOO_LATE: accepted when the place was gone or no longer fitted, or another shelter was first. RELEASED:
     * accepted, then the others gave the place up. TAKEN_BACK: accepted, then the shelter took it back.
     */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN,
        TOO_LATE,
        RELEASED,
        TAKEN_BACK
    }

    @Id
    private UUID id;

    private UUID request;
    private String shelter;
    private int round;
    private int position;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    private String declineReason;
    private Instant openedAt;
    private Instant expiresAt;
    private Instant endedAt;
    private String answeredBy;

    protected Offer() {}

    Offer(UUID request, String shelter, int round, int position, Instant openedAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.request = request;
        this.shelter = shelter;
        this.round = round;
        this.position = position;
        this.openedAt = openedAt;
        this.expiresAt = expiresAt;
    }

    void end(State as, String by, Instant at) {
        state = as;
        answeredBy = by;
        endedAt = at;
    }

    void decline(String reason, String by, Instant at) {
        end(State.DECLINED, by, at);
        declineReason = reason;
    }

    boolean endedAfter(Instant moment) {
        return endedAt != null && endedAt.isAfter(moment);
    }

    /** The supervisors gave the shelter another time to answer. */
    void expireAt(Instant at) {
        expiresAt = at;
    }

    /** Whether the shelter said "not at the moment" less than a while ago. */
    boolean askedToWaitSince(Instant since) {
        return "temporary".equals(declineReason) && endedAt.isAfter(since);
    }

    /** Whether the shelter is not asked again for the same request, because it answered and did not say "later". */
    boolean saidNo() {
        return switch (state) {
            case DECLINED -> !"temporary".equals(declineReason);
            case TOO_LATE, RELEASED, TAKEN_BACK -> true;
            default -> false;
        };
    }

    /** Whether the shelter is not asked again for the same case: it cannot meet the needs, or took an acceptance back. */
    boolean saidNoForGood() {
        return state == State.TAKEN_BACK || "unsuitable".equals(declineReason);
    }

    public UUID id() {
        return id;
    }

    /** When it ends unless the shelter answers. */
    public Instant expiresAt() {
        return expiresAt;
    }

    UUID request() {
        return request;
    }

    public String shelter() {
        return shelter;
    }

    int round() {
        return round;
    }

    public State state() {
        return state;
    }

    public String declineReason() {
        return declineReason;
    }
}
