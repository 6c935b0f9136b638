package fr.acse.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Typing errors happen: they are corrected without opening a case anew, and nothing that was before is lost. */
@ProcessTest
class CorrectionTest {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    @Autowired
    Network network;

    @Autowired
    CaseFileService files;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void nothingWaitsFromBefore() {
        jdbc.update("delete from notice");
    }

    @Test
    void aBirthDateTypedWronglyIsCorrectedAndTheOneBeforeStaysSealed() {
        String reference = network.openReferral("sealed_birthDate", "2016-05-02");
        assertThatThrownBy(() -> network.complete(reference, "task_assessSituation", "operator"))
                .hasMessageContaining("under 18");

        correct(reference, "operator", "sealed_birthDate", "1996-05-02");

        assertThat(transaction.<Optional<String>>execute(
                        status -> files.readForRule(new CaseReference(reference), "sealed_birthDate")))
                .contains("1996-05-02");
        assertThat(jdbc.queryForList(
                        "select sealed_by from sealed_value_before where reference = ? and field = 'sealed_birthDate'",
                        String.class,
                        reference))
                .containsExactly("operator");
        network.complete(reference, "task_assessSituation", "operator");
    }

    @Test
    void everybodyWhoWorksWithHerIsTold() {
        String reference = network.agreed(ALONE);
        jdbc.update("delete from notice");
        correct(reference, "operator", "sealed_firstName", "Amina", "languageCode", "en");

        assertThat(jdbc.queryForList("select group_name from notice where event = 'CASE_CORRECTED'", String.class))
                .containsExactlyInAnyOrder("coordination", "org-harbour", "org-s01");
        assertThat(jdbc.queryForObject("select language from referral where reference = ?", String.class, reference))
                .isEqualTo("en");
    }

    @Test
    void onlyTheAssociationThatAsksForHerCorrectsAndOnlyWhileTheCaseIsOpen() {
        String reference = network.agreed(ALONE);
        for (String other : List.of("operator2", "shelter", "coordinator", "finance")) {
            assertThatThrownBy(() -> correct(reference, other, "sealed_firstName", "Amina"))
                    .as(other)
                    .isNotNull();
        }
        network.withdraw(reference);
        assertThatThrownBy(() -> correct(reference, "operator", "sealed_firstName", "Amina"))
                .hasMessageContaining("closed");
    }

    @Test
    void aBirthDateThatMakesHerAMinorOrLiesAheadIsRefusedAndNothingIsSaved() {
        String reference = network.committed(ALONE);
        assertThatThrownBy(() -> correct(
                        reference,
                        "operator",
                        "sealed_birthDate",
                        network.today().minusYears(16).toString()))
                .hasMessageContaining("Please call 119");
        assertThatThrownBy(() -> correct(
                        reference,
                        "operator",
                        "sealed_birthDate",
                        network.today().plusDays(3).toString()))
                .hasMessageContaining("cannot be in the future");
        assertThat(jdbc.queryForList("select 1 from sealed_value_before where reference = ?", reference))
                .isEmpty();
    }

    @Test
    void byTheCorrectedNameTooSheGetsTheAllowanceOnce() {
        String name = "Once " + UUID.randomUUID();
        String first = arrivedAs(name);
        network.payAllowance(first);
        network.withdraw(first);
        String mistyped = arrivedAs(name + "x");

        assertThatThrownBy(() -> correct(mistyped, "operator", "sealed_lastName", name))
                .hasMessageContaining("telephone finance");
    }

    @Test
    void needsThatChangeWhileOffersRunAreAskedAgainWithTheTimeAsItWas() {
        String reference = network.requested(ALONE);
        network.ask(reference, "s01");
        Task before = network.task(reference, "task_answerOffer");
        jdbc.update("delete from notice");

        correct(reference, "operator", "childrenCount", 1, "oldestChildAge", 4, "sealed_functionalNeeds", "A cot.");

        assertThat(network.tasks(reference, "task_answerOffer"))
                .hasSize(1)
                .noneMatch(task -> task.getId().equals(before.getId()))
                .anyMatch(task -> task.getDueDate().equals(before.getDueDate()));
        assertThat(network.shown(network.task(reference, "task_answerOffer"), "shelter", "childrenCount"))
                .isEqualTo("1");
        assertThat(jdbc.queryForList("select group_name from notice where event = 'OFFER_CHANGED'", String.class))
                .containsExactly("org-s01");
        network.answerOffer(reference, "shelter");
        assertThat(network.places(reference)).isEqualTo(2);
    }

    @Test
    void whatAShelterMustBeAbleToDoIsAskedAnewAlsoWhereOnlyItsWordsWereCorrected() throws Exception {
        String reference = network.requested(ALONE);
        network.ask(reference, "s01");
        Task before = network.task(reference, "task_answerOffer");

        correct(reference, "operator", "sealed_functionalNeeds", "Stairs are no trouble, dogs are.");

        assertThat(network.task(reference, "task_answerOffer").getId()).isNotEqualTo(before.getId());
        assertThat(jdbc.queryForList(
                        "select group_name from notice where event = 'OFFER_CHANGED' and reference = ?",
                        String.class,
                        reference))
                .containsExactly("org-s01");
    }

    @Test
    void childrenWhoWereForgottenNeedTheAgeOfTheEldestAndNoChildrenHaveNone() {
        String reference = network.requested(ALONE);
        network.ask(reference, "s01");

        assertThatThrownBy(() -> correct(reference, "operator", "childrenCount", 2))
                .hasMessageContaining("Age of the eldest child");
        correct(reference, "operator", "childrenCount", 2, "oldestChildAge", 9);
        correct(reference, "operator", "childrenCount", 0, "oldestChildAge", 9);
        assertThat(network.shown(network.task(reference, "task_answerOffer"), "shelter", "oldestChildAge"))
                .isEqualTo("0");
    }

    @Test
    void whoTriesNamesLearnsNothingFromACorrectionThatCannotBeSavedAnyway() {
        String name = "Known " + UUID.randomUUID();
        network.payAllowance(arrivedAs(name));
        String own = arrivedAs("Other " + UUID.randomUUID());

        assertThatThrownBy(() ->
                        correct(own, "operator", "sealed_lastName", name, "childrenCount", 12, "oldestChildAge", 9))
                .hasMessageNotContaining("allowance")
                .isInstanceOf(Exception.class);
    }

    @Test
    void aShelterThatHasAPlaceMakesRoomForAChildThatWasForgottenOrItIsRefused() {
        String reference = network.agreed(ALONE);
        correct(reference, "operator", "childrenCount", 1, "oldestChildAge", 4);
        assertThat(network.places(reference)).isEqualTo(2);
        assertThatThrownBy(() -> correct(reference, "operator", "childrenCount", 12))
                .hasMessageContaining("no room for so many");
        assertThat(network.places(reference)).isEqualTo(2);

        assertThatThrownBy(() -> correct(reference, "operator", "childrenCount", 0, "oldestChildAge", 0))
                .hasMessageContaining("Nobody alone gives places back");
        assertThat(network.places(reference)).isEqualTo(2);
        assertThatThrownBy(() -> correct(reference, "operator", "babyCount", 2)).hasMessageContaining("babies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistyped", "toldOtherwise", "document"})
    void whyItWasCorrectedStandsInTheHistoryOfTheCase(String why) {
        String reference = network.requested(ALONE);

        correct(reference, "operator", "sealed_lastName", "Ionescu", "correctionReason", why);

        assertThat(network.ends(reference, "correct-case"))
                .containsExactly(
                        switch (why) {
                            case "mistyped" -> "end_corrected";
                            case "toldOtherwise" -> "end_toldOtherwise";
                            default -> "end_documentShown";
                        });
    }

    @Test
    void needsAreNotCorrectedBeforeTheyAreKnown() {
        String reference = network.openReferral();
        assertThatThrownBy(() -> correct(reference, "operator", "childrenCount", 1))
                .hasMessageContaining("not recorded yet");
    }

    @Test
    void anAgreedDayIsChangedByEitherSideAndEverybodyConcernedIsTold() {
        for (String who : List.of("operator", "shelter", "coordinator")) {
            String reference = network.agreed(ALONE);
            network.plan(reference);
            jdbc.update("delete from notice");

            network.report(reference, "arrivalChanged", who);

            assertThat(network.openTasks(reference)).as(who).contains("task_agreeArrival");
            assertThat(network.openTasks(reference)).doesNotContain("task_confirmEscort", "task_confirmDeparture");
            assertThat(jdbc.queryForList("select group_name from notice where event = 'ARRIVAL_CHANGED'", String.class))
                    .containsExactlyInAnyOrder("coordination", "org-harbour", "org-s01");
            assertThat(jdbc.queryForList("select 1 from journey where reference = ? and ended_at is null", reference))
                    .as("an escort who could read the address")
                    .isEmpty();
            network.agree(reference, "shelter");
            network.travel(reference, "shelter");
        }
    }

    @Test
    void aDayThatTheShelterHasNotConfirmedYetIsProposedAgain() {
        String reference = network.proposed(ALONE);
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(
                reference,
                "task_agreeArrival",
                "operator",
                "arrivalDate",
                network.today().plusDays(2).toString(),
                "interviewDate",
                network.today().toString());
        network.report(reference, "arrivalChanged", "operator");
        assertThat(network.openTasks(reference)).contains("task_agreeArrival").doesNotContain("task_confirmAgreement");
    }

    @Test
    void whoeverHasLeftIsOnTheWayAndAPlanIsMadeAnewOnlyBefore() {
        String reference = network.agreed(ALONE);
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator", "departure", "planAnew");
        assertThat(network.openTasks(reference)).contains("task_planJourney");
        network.plan(reference);
        assertThat(jdbc.queryForList(
                        "select group_name from notice where event = 'JOURNEY_CHANGED' and reference = ?",
                        String.class,
                        reference))
                .as("the shelter is told that she comes at another time")
                .containsExactly("org-s01");
        network.complete(reference, "task_confirmDeparture", "operator");

        assertThatThrownBy(() -> network.report(reference, "arrivalChanged", "operator"))
                .hasMessageContaining("They have left");
        assertThat(network.openTasks(reference)).contains("task_confirmArrival");
    }

    @Test
    void aCorrectionThatCorrectsNothingIsRefusedAndTellsNobody() {
        String reference = network.requested(ALONE);
        jdbc.update("delete from notice");
        assertThatThrownBy(() -> correct(reference, "operator", "sealed_birthDate", null))
                .hasMessageContaining("Please fill in what was wrong");
        assertThat(jdbc.queryForList("select 1 from notice")).isEmpty();
    }

    @Test
    void cotsAreCountedOnceHoweverOftenTheyAreCorrected() {
        String reference = network.agreed("childrenCount", 2, "babyCount", 2, "oldestChildAge", 1);
        for (int babies : new int[] {1, 2, 1}) {
            correct(reference, "operator", "babyCount", babies);
            assertThat(jdbc.queryForObject(
                            "select sum(cots) from allocation where reference = ? and released_at is null",
                            Integer.class,
                            reference))
                    .isEqualTo(babies);
        }
    }

    @Test
    void whoeverDidNotComeIsLookedForBeforeAnotherDayIsAgreed() {
        String reference = network.agreed(ALONE);
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator", "departure", "noShow");
        assertThatThrownBy(() -> network.report(reference, "arrivalChanged", "shelter"))
                .hasMessageContaining("Try to reach her");
        assertThat(network.openTasks(reference)).contains("task_traceNoShow");
    }

    private String arrivedAs(String lastName) {
        String reference = network.openReferral("sealed_lastName", lastName);
        network.complete(reference, "task_assessSituation", "operator", ALONE);
        network.complete(reference, "task_recordCommitment", "operator");
        network.complete(reference, "task_submitRequest", "operator");
        network.propose(reference);
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");
        return reference;
    }

    private void correct(String reference, String person, Object... values) {
        network.start(
                "correct-case",
                "correct-case",
                person,
                with(
                        values,
                        "caseReference",
                        reference,
                        "sealed_firstName",
                        null,
                        "sealed_lastName",
                        null,
                        "sealed_safeContact",
                        null,
                        "sealed_functionalNeeds",
                        null,
                        "languageCode",
                        null,
                        "childrenCount",
                        null,
                        "oldestChildAge",
                        null,
                        "babyCount",
                        null,
                        "pregnancy",
                        null,
                        "accessibility",
                        null));
    }

    /** The last value of each field counts. */
    private static Object[] with(Object[] values, Object... more) {
        return Stream.concat(Stream.of(more), Stream.of(values)).toArray();
    }
}
