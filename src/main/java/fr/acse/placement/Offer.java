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

/** An offer asks a shelter whether it takes a household in. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Offer {

    /**
     * TOO_LATE: accepted after the place was gone or no longer fitted, or after another shelter accepted. RELEASED: accepted, then the hold
     * expired or somebody other than the shelter gave the place up. TAKEN_BACK: accepted, then the shelter withdrew its acceptance.
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

    /** Whether at least one person of the shelter could answer in the application when the shelter was asked. */
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

    /** Marks that no person of the shelter can answer in the application. The coordination must telephone the shelter. */
    void hasNobody() {
        hadPeople = false;
    }

    /** Stores when the shelter answered by telephone. The coordination records an answer by telephone. */
    void saidByTelephone(Instant at) {
        saidAt = at;
    }

    boolean isByTelephone() {
        return saidAt != null;
    }

    /** @throws Refusal if the offer has ended */
    void accept(Login by, Instant at) {
        answer(State.ACCEPTED, by, at);
    }

    /** Records an acceptance that comes after the place was gone or no longer fitted, or after another shelter accepted. */
    void acceptTooLate(Login by, Instant at) {
        answer(State.TOO_LATE, by, at);
    }

    /** @throws Refusal if the offer has ended */
    void decline(DeclineReason reason, Login by, Instant at) {
        answer(State.DECLINED, by, at);
        declineReason = reason.code();
    }

    private void answer(State as, Login by, Instant at) {
        Refusal.unless(state == State.OPEN, "somebodyElse");
        end(as, at);
        answeredBy = by;
    }

    /** Ends the offer, because the shelter did not answer in time. */
    void expire(Instant at) {
        Refusal.unless(state == State.OPEN, "somebodyElse");
        end(State.EXPIRED, at);
    }

    /** Ends the offer, because another shelter accepted, the case was closed, or the coordination withdrew the offer. */
    void withdraw(Instant at) {
        Refusal.unless(state == State.OPEN, "somebodyElse");
        end(State.WITHDRAWN, at);
    }

    /** Ends an accepted offer, because the hold expired or somebody other than the shelter gave the place up. */
    void release(Instant at) {
        Refusal.unless(state == State.ACCEPTED, "somebodyElse");
        end(State.RELEASED, at);
    }

    /** Ends an accepted offer, because the shelter withdraws its acceptance. */
    void takeBack(Instant at) {
        Refusal.unless(state == State.ACCEPTED, "somebodyElse");
        end(State.TAKEN_BACK, at);
    }

    private void end(State as, Instant at) {
        state = as;
        endedAt = at;
    }

    /** Whether the shelter can still answer. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    boolean endedAfter(Instant moment) {
        return endedAt != null && endedAt.isAfter(moment);
    }

    /** Changes the time until which the shelter can answer. Only a supervisor moves this deadline. */
    void expireAt(Instant at) {
        Refusal.unless(isOpen(), "somebodyElse");
        expiresAt = at;
    }

    /** Whether the shelter declined with "not at the moment" after the given time. */
    boolean askedToWaitSince(Instant since) {
        return DeclineReason.TEMPORARY.is(declineReason) && endedAt.isAfter(since);
    }

    /** Whether the shelter is not asked again for the same request. A shelter that declined with "not at the moment" is asked again. */
    boolean saidNo() {
        return switch (state) {
            case DECLINED -> !DeclineReason.TEMPORARY.is(declineReason);
            case TOO_LATE, RELEASED, TAKEN_BACK -> true;
            default -> false;
        };
    }

    /** Whether the shelter is not asked again for the same case, because it cannot meet the needs or withdrew an acceptance. */
    boolean saidNoForGood() {
        return state == State.TAKEN_BACK || DeclineReason.UNSUITABLE.is(declineReason);
    }

    /** When the shelter is warned: one hour before the offer expires, but not before half of its time has passed. */
    public Instant warningAt() {
        Instant hourBefore = expiresAt.minus(WARNED);
        Instant half = openedAt.plus(Duration.between(openedAt, expiresAt).dividedBy(2));
        return hourBefore.isAfter(half) ? hourBefore : half;
    }
}
