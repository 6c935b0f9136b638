package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.words.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds of offers, without a model that would lead through them. */
@ProcessTest
class OfferServiceTest {

    private static final ShelterCode S01 = new ShelterCode("s01");
    private static final ShelterCode S02 = new ShelterCode("s02");
    private static final Login SHELTER = new Login("shelter");
    private static final Login SHELTER_2 = new Login("shelter2");

    @Autowired
    Network network;

    @Autowired
    OfferService service;

    @Autowired
    OfferAnswers answers;

    @Autowired
    OfferEnds ends;

    @Autowired
    Offers offers;

    @Autowired
    ConsideredShelters considered;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void onlyTheShelterThatWasAskedAnswersAndOnlyInTheCaseOfItsOffer() {
        CaseReference reference = requested();
        CaseReference another = requested();
        open(another, S01);
        open(reference, S01);
        Offer offer = offers.findByReference(reference).get(0);

        assertThat(refusalOf(() -> answers.accept(offer.id(), reference, null, SHELTER_2)))
                .isEqualTo("notYourStep");
        assertThat(refusalOf(() -> answers.accept(offer.id(), another, null, SHELTER)))
                .isEqualTo("notYourStep");
        assertThat(refusalOf(() -> {
                    answers.decline(offer.id(), reference, DeclineReason.OTHER, null, SHELTER_2);
                    return null;
                }))
                .isEqualTo("notYourStep");
        assertThat(get(() -> answers.accept(offer.id(), reference, null, SHELTER)))
                .isTrue();
        assertThat(get(() -> answers.accept(offer.id(), reference, null, SHELTER)))
                .as("a second click")
                .isFalse();
    }

    @Test
    void aShelterIsAskedAsLongAsItsOfferIsOpen() {
        CaseReference reference = requested();
        assertThat(asked(reference)).isEmpty();

        open(reference, S01, S02);
        assertThat(asked(reference)).containsExactlyInAnyOrder(S01, S02);

        Offer first = get(() -> service.offerAt(reference, 0));
        assertThat(first.shelter()).isEqualTo(S01);
        get(() -> answers.accept(first.id(), reference, null, SHELTER));
        assertThat(asked(reference)).containsExactly(S02);

        assertThat(get(() -> ends.closeOffers(reference)))
                .hasValueSatisfying(held -> assertThat(held.shelter()).isEqualTo(S01));
        assertThat(asked(reference)).isEmpty();
        assertThat(offers.findByReference(reference))
                .extracting(Offer::state)
                .containsExactly(Offer.State.ACCEPTED, Offer.State.WITHDRAWN);
        assertThat(toldThatNobodyAccepted(reference)).isZero();
    }

    @Test
    void thatNobodyAcceptedIsToldToTheCoordination() {
        CaseReference reference = requested();
        open(reference, S01);

        assertThat(get(() -> ends.closeOffers(reference))).isEmpty();

        assertThat(toldThatNobodyAccepted(reference)).isEqualTo(1);
    }

    private List<ShelterCode> asked(CaseReference reference) {
        return get(() -> service.asked(reference)).stream().map(Offer::shelter).toList();
    }

    private int toldThatNobodyAccepted(CaseReference reference) {
        return jdbc.queryForObject(
                "select count(*) from notice where event = 'NO_SHELTER_ACCEPTED' and reference = ?",
                Integer.class,
                reference.value());
    }

    @Test
    void whatASearchSaidIsKeptWithItsRound() {
        CaseReference reference = requested();
        open(reference, S01);

        assertThat(get(() -> considered.outcomes(reference)))
                .filteredOn(outcome -> outcome.shelter().equals(S01))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.asked()).isNotNull());
        assertThat(get(() -> considered.outcomes(reference)))
                .filteredOn(outcome -> outcome.asked() == null)
                .hasSizeGreaterThan(5)
                .allSatisfy(outcome -> assertThat(
                                outcome.rank() != null || !outcome.reasons().isEmpty())
                        .isTrue());
        open(reference, S02);
        assertThat(offers.findByReference(reference)).extracting(Offer::round).containsExactly(1, 2);
    }

    @Test
    void theSupervisorsGiveAShelterMoreTime() {
        CaseReference reference = requested();
        open(reference, S01);
        Offer offer = offers.findByReference(reference).get(0);
        Instant later = offer.expiresAt().plus(Duration.ofHours(3));

        get(() -> {
            service.moveOffer(offer.id(), later);
            return null;
        });

        assertThat(offers.findById(offer.id()).orElseThrow().expiresAt()).isEqualTo(later);
    }

    @Test
    void withoutAnOpenRequestNobodyIsAsked() {
        CaseReference nobody = CaseReference.random(CaseReference.CASE);

        assertThat(refusalOf(() -> service.openOffers(nobody, any -> List.of(S01))))
                .isEqualTo("noOpenRequest");
        assertThat(refusalOf(() -> service.openOffers(requested(), any -> List.of())))
                .isEqualTo("chooseShelter");
        assertThat(refusalOf(() -> service.findShelters(nobody))).isEqualTo("noOpenRequest");
        assertThat(refusalOf(() -> service.openOffers(requested(), any -> List.of(new ShelterCode("s99")))))
                .isEqualTo("shelterDoesNotFit");
    }

    private CaseReference requested() {
        return new CaseReference(network.requested());
    }

    private void open(CaseReference reference, ShelterCode... shelters) {
        int opened = get(() -> service.openOffers(reference, any -> List.of(shelters)));
        assertThat(opened).isEqualTo(shelters.length);
    }

    private String refusalOf(Supplier<?> action) {
        return catchThrowableOfType(Refusal.class, () -> get(action)).code();
    }

    private <T> T get(Supplier<T> action) {
        return transaction.execute(status -> action.get());
    }
}
