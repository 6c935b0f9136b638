package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Offers, requests and places change their state only as they may, whoever calls. */
class PlaceGuardsTest {

    private static final CaseReference CASE = new CaseReference("ACSE-0000-0000");
    private static final ShelterCode S01 = new ShelterCode("s01");
    private static final Login SHELTER = new Login("shelter");
    private static final Login COORDINATOR = new Login("coordinator");

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void anOfferIsAnsweredOnce() {
        List<Consumer<Offer>> answers = List.of(
                offer -> offer.accept(SHELTER, NOW),
                offer -> offer.acceptTooLate(SHELTER, NOW),
                offer -> offer.decline(DeclineReason.OTHER, SHELTER, NOW),
                offer -> offer.expire(NOW),
                offer -> offer.withdraw(NOW));
        for (Consumer<Offer> first : answers) {
            for (Consumer<Offer> second : answers) {
                Offer offer = offer();
                assertThat(offer.isOpen()).isTrue();
                first.accept(offer);
                assertThat(offer.isOpen()).isFalse();
                refused("somebodyElse", () -> second.accept(offer));
            }
        }
    }

    @Test
    void theStateSaysHowAnOfferEnded() {
        assertThat(ended(offer -> offer.accept(SHELTER, NOW)).state()).isEqualTo(Offer.State.ACCEPTED);
        assertThat(ended(offer -> offer.acceptTooLate(SHELTER, NOW)).state()).isEqualTo(Offer.State.TOO_LATE);
        assertThat(ended(offer -> offer.expire(NOW)).state()).isEqualTo(Offer.State.EXPIRED);
        assertThat(ended(offer -> offer.withdraw(NOW)).state()).isEqualTo(Offer.State.WITHDRAWN);
        Offer declined = ended(offer -> offer.decline(DeclineReason.FULL, SHELTER, NOW));
        assertThat(declined.state()).isEqualTo(Offer.State.DECLINED);
        assertThat(declined.declineReason()).isEqualTo("full");
    }

    @Test
    void onlyAnAcceptedPlaceIsGivenUpOrTakenBack() {
        refused("somebodyElse", () -> offer().release(NOW));
        refused("somebodyElse", () -> offer().takeBack(NOW));
        Offer released = ended(offer -> offer.accept(SHELTER, NOW));
        released.release(NOW);
        assertThat(released.state()).isEqualTo(Offer.State.RELEASED);
        assertThat(released.saidNo()).isTrue();
        assertThat(released.saidNoForGood()).isFalse();
        refused("somebodyElse", () -> released.takeBack(NOW));
        Offer taken = ended(offer -> offer.accept(SHELTER, NOW));
        taken.takeBack(NOW);
        assertThat(taken.state()).isEqualTo(Offer.State.TAKEN_BACK);
        assertThat(taken.saidNoForGood()).isTrue();
    }

    @Test
    void whatADeclineMeansFollowsFromItsReason() {
        assertThat(declined(DeclineReason.TEMPORARY).saidNo()).isFalse();
        assertThat(declined(DeclineReason.TEMPORARY).askedToWaitSince(NOW.minusSeconds(1)))
                .isTrue();
        assertThat(declined(DeclineReason.TEMPORARY).askedToWaitSince(NOW)).isFalse();
        assertThat(declined(DeclineReason.OTHER).askedToWaitSince(NOW.minusSeconds(1)))
                .isFalse();
        assertThat(declined(DeclineReason.OTHER).saidNo()).isTrue();
        assertThat(declined(DeclineReason.OTHER).saidNoForGood()).isFalse();
        assertThat(declined(DeclineReason.UNSUITABLE).saidNoForGood()).isTrue();
        assertThat(ended(offer -> offer.expire(NOW)).saidNo()).isFalse();
        assertThat(ended(offer -> offer.acceptTooLate(SHELTER, NOW)).saidNo()).isTrue();
        for (DeclineReason reason : DeclineReason.values()) {
            assertThat(DeclineReason.of(reason.code())).isEqualTo(reason);
        }
    }

    @Test
    void onlyAnOpenOfferIsMoved() {
        Offer offer = offer();
        offer.expireAt(NOW.plusSeconds(5));
        assertThat(offer.expiresAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(offer.endedAfter(NOW)).isFalse();
        offer.expire(NOW);
        refused("somebodyElse", () -> offer.expireAt(NOW));
        assertThat(offer.endedAfter(NOW.minusSeconds(1))).isTrue();
        assertThat(offer.endedAfter(NOW)).isFalse();
    }

    @Test
    void aRequestIsAnsweredOnceAndCalledOnceFromTheWaitingList() {
        OrientationRequest request = new OrientationRequest(CASE, true, NOW, NOW.plusSeconds(60));
        assertThat(request.isLateAt(NOW.plusSeconds(60))).isFalse();
        assertThat(request.isLateAt(NOW.plusSeconds(61))).isTrue();
        refused("somebodyElse", () -> request.callFor(S01));
        request.answer(OrientationRequest.Answer.WAITING_LIST, COORDINATOR, NOW);
        refused("noOpenRequest", () -> request.answer(OrientationRequest.Answer.REFUSED, COORDINATOR, NOW));
        request.callFor(S01);
        assertThat(request.calledFor()).isEqualTo(S01);
        refused("somebodyElse", () -> request.callFor(new ShelterCode("s02")));
        OrientationRequest refused = new OrientationRequest(CASE, false, NOW, NOW);
        refused.answer(OrientationRequest.Answer.REFUSED, COORDINATOR, NOW);
        refused("somebodyElse", () -> refused.callFor(S01));
    }

    @Test
    void aPlaceIsHeldThenOccupiedThenFree() {
        Allocation place = new Allocation(CASE, S01, 3, 0, NOW, NOW.plusSeconds(60));
        assertThat(place.occupied()).isFalse();
        place.keepUntil(NOW.plusSeconds(90));
        assertThat(place.expiresAt()).isEqualTo(NOW.plusSeconds(90));
        place.occupy();
        assertThat(place.occupied()).isTrue();
        assertThat(place.expiresAt()).isNull();
        refused("somebodyElse", () -> place.keepUntil(NOW));
        place.release(NOW);
        refused("somebodyElse", () -> place.release(NOW));
        refused("somebodyElse", place::occupy);
        refused("somebodyElse", () -> place.keepUntil(NOW));
        assertThat(place.shelter()).isEqualTo(S01);
        Allocation givenUp = new Allocation(CASE, S01, 3, 0, NOW, NOW.plusSeconds(60));
        givenUp.release(NOW);
        refused("somebodyElse", () -> givenUp.keepUntil(NOW));
    }

    private static Offer offer() {
        return new Offer(UUID.randomUUID(), S01, 1, 0, NOW.minusSeconds(60), NOW.plusSeconds(60));
    }

    private static Offer ended(Consumer<Offer> by) {
        Offer offer = offer();
        by.accept(offer);
        return offer;
    }

    private static Offer declined(DeclineReason reason) {
        return ended(offer -> offer.decline(reason, SHELTER, NOW));
    }

    private static void refused(String code, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
