package fr.acse.placement;

import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.words.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A shelter is asked whether it takes a household in. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
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

    private static final Duration WARNED = Duration.ofHours(1);

    @Id
    @Getter
    private UUID id;

    @Getter(AccessLevel.PACKAGE)
    private UUID request;

    @Getter
    private ShelterCode shelter;

    @Getter(AccessLevel.PACKAGE)
    private int round;

    private int position;

    @Enumerated(EnumType.STRING)
    @Getter
    private State state = State.OPEN;

    @Getter
    private String declineReason;

    /** When the shelter was asked. */
    @Getter(AccessLevel.PACKAGE)
    private Instant openedAt;

    @Getter
    private Instant expiresAt;

    private Instant endedAt;

    @Getter(AccessLevel.PACKAGE)
    private Login answeredBy;

    private Instant saidAt;

    /** Whether somebody of the shelter could answer by herself when it was asked. */
    @Getter
    private boolean hadPeople = true;

    @Version
    private int version;

    Offer(UUID request, ShelterCode shelter, int round, int position, Instant openedAt, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.request = request;
        this.shelter = shelter;
        this.round = round;
        this.position = position;
        this.openedAt = openedAt;
        this.expiresAt = expiresAt;
    }

    /** The shelter has nobody who could answer by herself: it can only be telephoned. */
    void hasNobody() {
        hadPeople = false;
    }

    /** The coordination records what the shelter said by telephone. */
    void saidByTelephone(Instant at) {
        saidAt = at;
    }

    boolean isByTelephone() {
        return saidAt != null;
    }

    /** @throws Refusal if it has ended */
    void accept(Login by, Instant at) {
        answer(State.ACCEPTED, by, at);
    }

    /** The shelter accepts, but the place is gone, does not fit any more, or another shelter was first. */
    void acceptTooLate(Login by, Instant at) {
        answer(State.TOO_LATE, by, at);
    }

    /** @throws Refusal if it has ended */
    void decline(DeclineReason reason, Login by, Instant at) {
        answer(State.DECLINED, by, at);
        declineReason = reason.code();
    }

    private void answer(State as, Login by, Instant at) {
        Refusal.unless(state == State.OPEN, "somebodyElse");
        end(as, at);
        answeredBy = by;
    }

    /** Nobody answered in time. */
    void expire(Instant at) {
        Refusal.unless(state == State.OPEN, "somebodyElse");
        end(State.EXPIRED, at);
    }

    /** Another shelter was first, or the case is closed. */
    void withdraw(Instant at) {
        Refusal.unless(state == State.OPEN, "somebodyElse");
        end(State.WITHDRAWN, at);
    }

    /** Others than the shelter give the accepted place up. */
    void release(Instant at) {
        Refusal.unless(state == State.ACCEPTED, "somebodyElse");
        end(State.RELEASED, at);
    }

    /** The shelter takes its acceptance back. */
    void takeBack(Instant at) {
        Refusal.unless(state == State.ACCEPTED, "somebodyElse");
        end(State.TAKEN_BACK, at);
    }

    private void end(State as, Instant at) {
        state = as;
        endedAt = at;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean endedAfter(Instant moment) {
        return endedAt != null && endedAt.isAfter(moment);
    }

    /** The supervisors gave the shelter another time to answer. */
    void expireAt(Instant at) {
        Refusal.unless(isOpen(), "somebodyElse");
        expiresAt = at;
    }

    /** Whether the shelter said "not at the moment" less than a while ago. */
    boolean askedToWaitSince(Instant since) {
        return DeclineReason.TEMPORARY.is(declineReason) && endedAt.isAfter(since);
    }

    /** Whether the shelter is not asked again for the same request, because it answered and did not say "later". */
    boolean saidNo() {
        return switch (state) {
            case DECLINED -> !DeclineReason.TEMPORARY.is(declineReason);
            case TOO_LATE, RELEASED, TAKEN_BACK -> true;
            default -> false;
        };
    }

    /** Whether the shelter is not asked again for the same case: it cannot meet the needs, or took an acceptance back. */
    boolean saidNoForGood() {
        return state == State.TAKEN_BACK || DeclineReason.UNSUITABLE.is(declineReason);
    }

    /** An hour before it expires, or after half its time if it is short. */
    public Instant warningAt() {
        Instant hourBefore = expiresAt.minus(WARNED);
        Instant half = openedAt.plus(Duration.between(openedAt, expiresAt).dividedBy(2));
        return hourBefore.isAfter(half) ? hourBefore : half;
    }
}
