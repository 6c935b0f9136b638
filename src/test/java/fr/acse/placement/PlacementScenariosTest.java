package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.CaseReference;
import fr.acse.placement.OrientationRequest.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a real coordination meets, by name. */
@ProcessTest
class PlacementScenariosTest {

    private static final Object[] SIX_PEOPLE = {"childrenCount", 5, "babyCount", 0};

    @Autowired
    Network network;

    @Autowired
    OrientationRequests requests;

    @Test
    void allDeclineEachForAnotherReasonAndEachReasonHasItsConsequence() {
        String reference = network.requested();
        network.ask(reference, "s01", "s02", "s03", "s06");
        network.answerOffer(reference, "shelter", "offerAnswer", "declined", "declineReason", "full");
        network.answerOffer(reference, "shelter2", "offerAnswer", "declined", "declineReason", "unsuitable");
        network.answerOffer(reference, "shelter3", "offerAnswer", "declined", "declineReason", "temporary");
        network.answerOffer(reference, network.staffOf("s06"), "offerAnswer", "declined", "declineReason", "other");

        assertThat(network.openTasks(reference)).containsExactly("task_decideWithoutShelter");
        assertThat(shown(reference, "task_decideWithoutShelter", "searchOutcomes"))
                .contains(
                        "{\"shelter\":\"s01\",\"asked\":\"Declined\",\"why\":\"We are full\"}",
                        "{\"shelter\":\"s02\",\"asked\":\"Declined\",\"why\":\"We cannot meet these needs\"}",
                        "{\"shelter\":\"s03\",\"asked\":\"Declined\",\"why\":\"Not at the moment, ask again later\"}",
                        "{\"shelter\":\"s06\",\"asked\":\"Declined\",\"why\":\"Another reason\"}");

        String again = askedAgain(reference);
        assertThat(shown(again, "task_chooseShelters", "ranking")).contains("\"s06\"");
        assertThat(shown(again, "task_chooseShelters", "leftOut"))
                .contains(
                        "{\"shelter\":\"s01\",\"why\":\"Its free places are closed for a time\"}",
                        "{\"shelter\":\"s02\",\"why\":\"Was asked for this case before\"}",
                        "{\"shelter\":\"s03\",\"why\":\"Has said \\\"not at the moment\\\" a short while ago\"}");
        String another = network.requested();
        assertThat(shown(another, "task_chooseShelters", "leftOut")).contains("\"s01\"");
        assertThat(shown(another, "task_chooseShelters", "ranking")).contains("\"s02\"", "\"s03\"");

        network.pass(again, Duration.ofHours(25));
        assertThat(shown(again, "task_chooseShelters", "ranking")).contains("\"s03\"");
        TestTime.later(Duration.ofDays(8));
        assertThat(shown(another, "task_chooseShelters", "ranking")).contains("\"s01\"");
    }

    @Test
    void silenceOffersExpireAndNeverRunBeyondThe48Hours() {
        String reference = network.requested();
        network.ask(reference, "s01", "s02");
        network.pass(reference, Duration.ofHours(12));
        assertThat(shown(reference, "task_decideWithoutShelter", "searchOutcomes"))
                .contains("Was silent until the offer expired");

        network.complete(reference, "task_decideWithoutShelter", "coordinator", "relaxedConstraint", "askedBefore");
        network.pass(reference, Duration.ofHours(30));
        network.ask(reference, "s01");
        assertThat(network.task(reference, "task_answerOffer").getDueDate().toInstant())
                .isEqualTo(request(reference).dueAt());

        network.pass(reference, Duration.ofHours(6));
        assertThat(network.openTasks(reference)).contains("task_decideWithoutShelter", "task_takeOverLateRequest");
        network.complete(reference, "task_decideWithoutShelter", "coordinator", "relaxedConstraint", "askedBefore");
        network.ask(reference, "s01");
        assertThat(network.task(reference, "task_answerOffer").getDueDate().toInstant())
                .isEqualTo(TestTime.now().plus(Duration.ofHours(2)));
    }

    @Test
    void acceptanceWithdrawnBeforeTheAnswerTheSearchGoesOnUnderTheSameClock() {
        String reference = network.requested();
        network.ask(reference, "s01");
        network.complete(reference, "task_answerOffer", "shelter");

        assertThatThrownBy(() -> network.report(reference, "acceptanceWithdrawn", "operator"))
                .hasMessageContaining("only the shelter that holds the place");
        network.report(reference, "acceptanceWithdrawn", "shelter");

        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
        assertThat(requests.findByReferenceOrderBySubmittedAt(new CaseReference(reference)))
                .hasSize(1);
        assertThat(shown(reference, "task_chooseShelters", "leftOut")).contains("\"s01\"");
        assertThat(network.places(reference)).isZero();
    }

    @Test
    void acceptanceWithdrawnAfterTheAnswerTheSearchIsReopenedAtOnceWithANewClock() {
        String unread = network.proposed();
        network.takeBack(unread, "shelter");
        assertThat(network.openTasks(unread)).containsExactly("task_chooseShelters");
        assertThat(requests.findByReferenceOrderBySubmittedAt(new CaseReference(unread)))
                .hasSize(2);

        String beingAgreed = network.proposed();
        network.complete(beingAgreed, "task_readAnswer", "operator");
        network.report(beingAgreed, "acceptanceWithdrawn", "coordinator");
        assertThat(network.places(beingAgreed)).isPositive();
        assertThatThrownBy(() -> network.complete(beingAgreed, "task_confirmTakenBack", "coordinator"))
                .hasMessageContaining("You reported the loss");
        network.complete(beingAgreed, "task_confirmTakenBack", "coordinator2");
        assertThat(network.openTasks(beingAgreed)).containsExactly("task_chooseShelters");
        assertThat(network.places(beingAgreed)).isZero();
        assertThatThrownBy(() -> network.report(beingAgreed, "acceptanceWithdrawn", "coordinator"))
                .hasMessageContaining("cannot take this event now");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aShelterThatCanBeHelpedKeepsItsYes(boolean reported) {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        if (reported) {
            network.report(reference, "acceptanceWithdrawn", "shelter");
            network.complete(reference, "task_confirmTakenBack", "coordinator", "loss", "kept");
            assertThat(network.openTasks(reference)).containsExactly("task_confirmAgreement");
        } else {
            network.complete(reference, "task_confirmAgreement", "shelter", "agreement", "withdrawn");
            network.complete(reference, "task_confirmLoss", "coordinator", "loss", "kept");
            assertThat(network.openTasks(reference)).containsExactly("task_agreeArrival");
        }
        assertThat(network.places(reference)).isPositive();
    }

    @Test
    void aShelterThatSaysTwiceThatItTakesItsYesBackIsHeardOnce() {
        String reference = network.proposed();
        network.report(reference, "acceptanceWithdrawn", "shelter");

        assertThatThrownBy(() -> network.report(reference, "acceptanceWithdrawn", "shelter"))
                .hasMessageContaining("hears the shelter already");
        assertThat(network.tasks(reference, "task_confirmTakenBack")).hasSize(1);
    }

    @Test
    void whoThinksAgainReadsTheAnswerAgainAndThePlaceIsHeld() {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator", "placeDecision", "refused");
        assertThat(network.places(reference)).isPositive();

        network.complete(reference, "task_confirmRefusal", "coordinator", "refusal", "thinksAgain");

        assertThat(network.openTasks(reference)).containsExactly("task_readAnswer");
        assertThat(network.places(reference)).isPositive();
    }

    @Test
    void thePlaceIsHeldUntilADayAfterTheProposedDayOfArrival() {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");
        String late = network.today().plusDays(22).toString();
        assertThatThrownBy(() -> network.complete(reference, "task_agreeArrival", "operator", "arrivalDate", late))
                .hasMessageContaining("a place is held for 21 days at most");
        network.complete(
                reference,
                "task_agreeArrival",
                "operator",
                "arrivalDate",
                network.today().plusDays(10).toString());

        network.pass(reference, Duration.ofDays(9));
        assertThat(network.places(reference)).isPositive();
        network.complete(reference, "task_confirmAgreement", "shelter");
        network.complete(reference, "task_holdInterview", "shelter");

        assertThat(network.openTasks(reference)).containsExactly("task_planJourney");
    }

    @Test
    void holdExpiredByItselfAfterAWarningWhenTheArrivalIsNotAgreed() {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");
        network.pass(reference, Duration.ofDays(4));
        assertThat(network.ends(reference, "agree-arrival")).contains("end_warned");
        assertThat(network.places(reference)).isEqualTo(2);

        network.pass(reference, Duration.ofDays(1));

        assertThat(network.places(reference)).isZero();
        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
        assertThat(Duration.between(
                        request(reference).submittedAt(), request(reference).dueAt()))
                .isEqualTo(Duration.ofHours(48));
    }

    @Test
    void holdExpiredThoughNobodyReadTheAnswer() {
        String reference = network.proposed();

        network.pass(reference, Duration.ofDays(4));
        assertThat(network.ends(reference, "agree-arrival")).contains("end_warned");
        assertThat(network.places(reference)).isEqualTo(2);
        network.pass(reference, Duration.ofDays(1));

        assertThat(network.places(reference)).isZero();
        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
        assertThat(shown(reference, "task_chooseShelters", "ranking"))
                .as("it was not the shelter's fault")
                .contains("\"s01\"");
    }

    @Test
    void holdExpiredThoughTheCoordinationNeverAnswered() {
        String reference = heldPlace();

        network.pass(reference, Duration.ofDays(5));

        assertThat(network.places(reference)).isZero();
        assertThat(network.openTasks(reference)).contains("task_chooseShelters").doesNotContain("task_answerRequest");
    }

    @Test
    void theOperatorHasTheWholeTimeOfAHoldHoweverLongTheCoordinationTook() {
        String reference = heldPlace();
        network.pass(reference, Duration.ofHours(47));
        network.complete(reference, "task_answerRequest", "coordinator");

        network.pass(reference, Duration.ofDays(5).minusHours(1));

        assertThat(network.openTasks(reference)).containsExactly("task_readAnswer");
        assertThat(network.places(reference)).isEqualTo(2);
    }

    @Test
    void aDangerThatComesNearIsNoticedBeforeAPlaceIsHeldOrProposed() {
        String asked = network.requested();
        network.ask(asked, "s01");
        dangerIn("29", asked);
        network.complete(asked, "task_answerOffer", "shelter");
        assertThat(network.places(asked)).isZero();
        assertThat(network.openTasks(asked)).containsExactly("task_decideWithoutShelter");

        String held = heldPlace();
        dangerIn("29", held);
        assertThatThrownBy(() -> network.complete(held, "task_answerRequest", "coordinator"))
                .hasMessageContaining("near a danger");
        network.complete(held, "task_answerRequest", "coordinator", "answerDecision", "searchFurther");
        assertThat(network.places(held)).isZero();
    }

    @Test
    void aCotIsForOneBaby() {
        String first = network.requested("childrenCount", 1, "babyCount", 1);
        String second = network.requested("childrenCount", 1, "babyCount", 1);
        network.ask(first, "s02");
        network.ask(second, "s02");
        network.complete(first, "task_answerOffer", "shelter2");
        network.complete(second, "task_answerOffer", "shelter2");

        assertThat(network.places(first)).isEqualTo(2);
        assertThat(network.places(second)).isZero();
        assertThat(shown(second, "task_decideWithoutShelter", "leftOut"))
                .contains(
                        "{\"shelter\":\"s02\",\"why\":\"Too few cots for the babies; Was asked for this case before\"}");
    }

    @Test
    void askingAgainWhoeverSaidNoCountsForTheNoesOfThePastOnly() {
        String reference = network.requested();
        network.ask(reference, "s02");
        network.answerOffer(reference, "shelter2", "offerAnswer", "declined", "declineReason", "unsuitable");
        network.complete(reference, "task_decideWithoutShelter", "coordinator", "relaxedConstraint", "askedBefore");
        network.ask(reference, "s02");
        network.answerOffer(reference, "shelter2", "offerAnswer", "declined", "declineReason", "unsuitable");

        assertThat(shown(reference, "task_decideWithoutShelter", "leftOut"))
                .contains("{\"shelter\":\"s02\",\"why\":\"Was asked for this case before\"}");
    }

    @Test
    void whyNoShelterWasAskedIsKeptWhenNothingFits() {
        String reference = network.requested("childrenCount", 12);
        assertThat(shown(reference, "task_decideWithoutShelter", "searchOutcomes"))
                .contains("{\"shelter\":\"s01\",\"asked\":\"Not asked\",\"why\":\"Has fewer places");
    }

    @Test
    void twoCoordinatorsAtOnceOneAsksAndTheOtherIsTold() throws Exception {
        String reference = network.requested();
        Task open = network.task(reference, "task_chooseShelters");
        ExecutorService staff = Executors.newFixedThreadPool(2);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<?>> both = new ArrayList<>();
        for (String coordinator : List.of("coordinator", "coordinator2")) {
            both.add(staff.submit(() -> {
                together.await();
                network.completeTask(open, coordinator, "askHow", "firstOnly");
                return null;
            }));
        }
        together.countDown();
        List<String> told = new ArrayList<>();
        for (Future<?> each : both) {
            try {
                each.get();
            } catch (ExecutionException refused) {
                told.add(String.valueOf(refused.getCause().getMessage()));
            }
        }
        staff.shutdown();

        assertThat(told)
                .hasSize(1)
                .allSatisfy(words ->
                        assertThat(words).containsAnyOf("Somebody else changed this", "This task is done already"));
        assertThat(network.openTasks(reference)).containsExactly("task_answerOffer");
    }

    @Test
    void aMotherOfThreeWithABabyGetsFourPlacesAndACot() {
        String reference =
                network.requested("childrenCount", 3, "babyCount", 1, "oldestChildAge", 9, "pregnancy", "yes");

        assertThat(shown(reference, "task_chooseShelters", "leftOut"))
                .contains(
                        "{\"shelter\":\"s09\",\"why\":\"Has fewer places than the household needs; Too few cots for the babies\"}",
                        "{\"shelter\":\"s10\",\"why\":\"Takes no children; Too few cots for the babies\"}");
        network.propose(reference);
        assertThat(network.places(reference)).isEqualTo(4);
    }

    @Test
    void nothingInDistanceTheCoordinationDecidesAndSeesWhyEachShelterIsLeftOut() {
        String reference = network.requested(
                "dangerDepartment",
                "29",
                "avoidDepartments",
                "[\"50\",\"59\",\"17\",\"31\",\"66\",\"67\",\"87\",\"54\",\"13\",\"63\"]");

        assertThat(network.openTasks(reference)).containsExactly("task_decideWithoutShelter");
        for (int shelter = 1; shelter <= 12; shelter++) {
            assertThat(shown(reference, "task_decideWithoutShelter", "leftOut"))
                    .contains("{\"shelter\":\"s%02d\",\"why\":\"In a department to avoid".formatted(shelter));
        }
    }

    @Test
    void aPlaceFreedWhileTwoWaitGoesToTheMoreEndangeredThenToTheOther() {
        String resident = network.requested(SIX_PEOPLE);
        network.ask(resident, "s01");
        network.complete(resident, "task_answerOffer", "shelter");
        network.complete(resident, "task_answerRequest", "coordinator");
        String first = onWaitingList("normal");
        TestTime.later(Duration.ofMinutes(1));
        String urgent = onWaitingList("urgent");

        network.refusePlace(resident);
        callWaitingList();
        network.runJobs(first);
        network.runJobs(urgent);

        assertThat(network.openTasks(urgent)).containsExactly("task_answerOffer");
        assertThat(network.openTasks(first)).isEmpty();

        network.answerOffer(urgent, "shelter", "offerAnswer", "declined", "declineReason", "unsuitable");
        callWaitingList();
        network.runJobs(first);
        assertThat(network.openTasks(urgent)).containsExactly("task_decideWithoutShelter");
        assertThat(network.openTasks(first)).containsExactly("task_answerOffer");
        network.answerOffer(first, "shelter");
        assertThat(network.openTasks(first)).containsExactly("task_answerRequest");
    }

    @Test
    void theAnswerAMinuteBefore48HoursIsInTimeAndAMinuteAfterItSaysWhyItIsLate() {
        String inTime = heldPlace();
        network.pass(inTime, Duration.ofHours(48).minusMinutes(1));
        network.complete(inTime, "task_answerRequest", "coordinator");
        assertThat(request(inTime).lateAt()).isNull();
        assertThat(request(inTime).lateReason()).isNull();
        TestTime.begin();

        String late = heldPlace();
        network.pass(late, Duration.ofHours(48).plusMinutes(1));
        assertThatThrownBy(() -> network.complete(late, "task_answerRequest", "coordinator", "lateReason", null))
                .hasMessageContaining("Why is it late?: please fill this in");
        network.complete(late, "task_answerRequest", "coordinator", "lateReason", "notWorkedOn");

        assertThat(request(late).outcome()).isEqualTo(Answer.PLACE_PROPOSED);
        assertThat(request(late).lateReason()).isEqualTo("notWorkedOn");
        assertThat(network.openTasks(late)).containsExactly("task_readAnswer");
    }

    @Test
    void summerTimeBeginsInsideThe48HoursWhichStay48Hours() {
        Instant saturdayNoon = Instant.parse("2027-03-27T12:00:00Z");
        ClockUtil.setCurrentTime(Date.from(saturdayNoon));

        String reference = network.requested();

        Instant due = request(reference).dueAt();
        assertThat(Duration.between(saturdayNoon, due))
                .isBetween(Duration.ofHours(48), Duration.ofHours(48).plusMinutes(1));
        assertThat(saturdayNoon.atZone(ZoneId.of("Europe/Paris")).getHour()).isEqualTo(13);
        assertThat(due.atZone(ZoneId.of("Europe/Paris")).getHour()).isEqualTo(14);
        network.pass(reference, Duration.ofHours(47));
        assertThat(request(reference).lateAt()).isNull();
        network.pass(reference, Duration.ofMinutes(61));
        assertThat(request(reference).lateAt()).isEqualTo(due);
    }

    @Test
    void placesAreClosedForATimeByTheirShelterOnlyAndOpenAgain() {
        assertThatThrownBy(() -> closePlaces("shelter2", "s01", 6)).hasMessageContaining("do not work for");
        assertThatThrownBy(() -> closePlaces("shelter", "s01", 7)).hasMessageContaining("Free now: 6");
        closePlaces("shelter", "s01", 5);
        String reference = network.requested();
        assertThat(shown(reference, "task_chooseShelters", "leftOut"))
                .contains("{\"shelter\":\"s01\",\"why\":\"Its free places are closed for a time\"}");

        network.start("close-places", "close-places", "shelter", "shelterCode", "s01", "placesAction", "open");
        assertThat(shown(reference, "task_chooseShelters", "ranking")).contains("\"s01\"");
    }

    private void closePlaces(String person, String shelter, int places) {
        network.start(
                "close-places",
                "close-places",
                person,
                "shelterCode",
                shelter,
                "places",
                places,
                "closedUntil",
                TestTime.now().plus(Duration.ofDays(3)).toString().substring(0, 10),
                "closedReason",
                "works");
    }

    private void dangerIn(String department, String reference) {
        network.report(reference, "dangerRose", "operator");
        network.complete(reference, "task_respondToDanger", "coordinator", "newDangerDepartment", department);
    }

    private String heldPlace() {
        String reference = network.requested();
        network.ask(reference, "s01");
        network.complete(reference, "task_answerOffer", "shelter");
        return reference;
    }

    private String onWaitingList(String urgency) {
        String reference = network.committed(SIX_PEOPLE);
        network.complete(reference, "task_submitRequest", "operator", "urgency", urgency);
        network.complete(
                reference, "task_decideWithoutShelter", "coordinator", "withoutShelterDecision", "waitingList");
        return reference;
    }

    private void callWaitingList() {
        network.runDueJobsOf("waiting-list");
    }

    private String askedAgain(String reference) {
        network.complete(
                reference,
                "task_decideWithoutShelter",
                "coordinator",
                "withoutShelterDecision",
                "refuse",
                "refusalMotive",
                "noCapacity");
        network.complete(reference, "task_readNoPlace", "operator", "noPlaceDecision", "askAgain");
        return reference;
    }

    private String shown(String reference, String task, String table) {
        return network.shown(network.task(reference, task), "coordinator", table);
    }

    private OrientationRequest request(String reference) {
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(new CaseReference(reference));
        return all.get(all.size() - 1);
    }
}
