package fr.acse.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.Relation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens between the plan and the door: late, silent, relieved, lost. */
@ProcessTest
class OnTheWayTest {

    @Autowired
    Network network;

    @Autowired
    Travels travels;

    @Autowired
    Clock clock;

    // --- the clock starts with the plan

    @Test
    void halfAnHourAfterThePlannedDepartureEscortAndOperatorAreReminded() {
        String reference = travels.planned();

        network.pass(reference, Duration.ofMinutes(29));
        assertThat(travels.told(reference, "NEWS_IS_LATE")).isEmpty();
        network.pass(reference, Duration.ofMinutes(2));

        assertThat(travels.told(reference, "NEWS_IS_LATE")).containsExactlyInAnyOrder("operator", "org-harbour");
        assertThat(network.openTasks(reference)).containsExactly("task_confirmDeparture");
    }

    @Test
    void anHourAfterThePlannedDepartureItIsAnAlarmOfTheCoordination() {
        String reference = travels.planned();

        network.pass(reference, Duration.ofMinutes(61));

        assertThat(network.openTasks(reference)).contains("task_confirmDeparture", "task_findDeparture");
        assertThat(travels.alarms(reference)).contains("departureUnknown");
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(travels.told(reference, "ALARM_RISEN")).contains("supervisors");
    }

    @Test
    void theCoordinationSaysForTheEscortWhatItHeardByTelephone() {
        String left = travels.unknown();
        network.complete(left, "task_findDeparture", "coordinator", "departure", "left");
        String later = travels.unknown();
        network.complete(
                later, "task_findDeparture", "coordinator", "departure", "later", "newDepartureAt", travels.in(2));
        String anew = travels.unknown();
        network.complete(anew, "task_findDeparture", "coordinator", "departure", "planAnew");
        String noShow = travels.unknown();
        network.complete(noShow, "task_findDeparture", "coordinator", "departure", "noShow");

        assertThat(network.openTasks(left)).containsExactly("task_confirmArrival", "task_confirmReception");
        assertThat(network.openTasks(later)).containsExactly("task_confirmDeparture");
        assertThat(network.openTasks(anew)).containsExactly("task_planJourney");
        assertThat(network.openTasks(noShow)).containsExactly("task_traceNoShow");
    }

    @Test
    void whoLeavesLaterSaysWhenAndTheClocksStartAnew() {
        String reference = travels.planned();

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_confirmDeparture",
                        Travels.ESCORT,
                        "departure",
                        "later",
                        "newDepartureAt",
                        clock.instant().minusSeconds(60).toString()))
                .hasMessageContaining("New time of departure");
        network.complete(
                reference,
                "task_confirmDeparture",
                Travels.ESCORT,
                "departure",
                "later",
                "newDepartureAt",
                travels.in(2));

        assertThat(travels.told(reference, "JOURNEY_CHANGED")).contains("org-s01");
        network.pass(reference, Duration.ofMinutes(149));
        assertThat(travels.told(reference, "NEWS_IS_LATE")).isEmpty();
        network.pass(reference, Duration.ofMinutes(2));
        assertThat(travels.told(reference, "NEWS_IS_LATE")).isNotEmpty();
    }

    // --- stretches

    @Test
    void atAChangeTheNextEscortTakesHerOverAndOnlyTheLastOneReadsTheAddress() {
        String reference = travels.relayed();
        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isNull();
        assertThat(travels.shelterShownTo(reference, "operator2")).isNull();
        network.complete(reference, "task_confirmDeparture", Travels.ESCORT);

        network.complete(reference, "task_confirmArrival", Travels.ESCORT);
        assertThat(network.task(reference, "task_takeOver").getAssignee()).isEqualTo("operator2");
        assertThatThrownBy(() -> network.complete(reference, "task_takeOver", Travels.ESCORT))
                .isNotNull();
        network.complete(reference, "task_takeOver", "operator2");

        assertThat(travels.shelterShownTo(reference, "operator2")).isEqualTo("s01");
        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isNull();
        assertThat(travels.relations(reference, "operator2")).contains(Relation.ESCORT);
        network.complete(reference, "task_confirmArrival", "operator2");
        network.complete(reference, "task_confirmReception", "shelter");
        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    @Test
    void theSameEscortChangesTwiceAndSaysSoEachTime() {
        String reference = network.agreed(Travels.ALONE);
        network.plan(
                reference,
                "stretches",
                "three",
                "arrivalExpectedAt",
                travels.in(6),
                "change1At",
                travels.in(2),
                "change2At",
                travels.in(4));
        network.complete(reference, "task_confirmDeparture", Travels.ESCORT);

        for (String stretch : List.of("first", "second", "last")) {
            assertThat(network.seen(reference, "task_confirmArrival", Travels.ESCORT, "stretch"))
                    .isEqualTo(stretch);
            network.complete(reference, "task_confirmArrival", Travels.ESCORT);
        }
        network.complete(reference, "task_confirmReception", "shelter");

        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    @Test
    void eachStretchHasItsOwnClock() {
        String reference = travels.relayed();
        network.complete(reference, "task_confirmDeparture", Travels.ESCORT);

        network.pass(reference, Duration.ofMinutes(60 + 31));
        assertThat(travels.told(reference, "NEWS_IS_LATE")).isNotEmpty();
        assertThat(network.openTasks(reference)).doesNotContain("task_findOut");
        network.pass(reference, Duration.ofMinutes(90));
        assertThat(network.openTasks(reference)).contains("task_findOut");
    }

    @Test
    void aNextEscortWhoDoesNotComeIsAnAlarm() {
        String reference = travels.relayed();
        network.complete(reference, "task_confirmDeparture", Travels.ESCORT);
        network.complete(reference, "task_confirmArrival", Travels.ESCORT);

        network.pass(reference, Duration.ofMinutes(31));

        assertThat(network.openTasks(reference))
                .contains("task_decideOnJourney")
                .doesNotContain("task_takeOver");
        assertThat(travels.alarms(reference)).contains("notTakenOver");
    }

    @Test
    void whoGoesOnBecauseNobodyTookHerOverReadsTheAddressAndCanBeReplaced() {
        String reference = travels.relayed();
        network.complete(reference, "task_confirmDeparture", Travels.ESCORT);
        network.complete(reference, "task_confirmArrival", Travels.ESCORT);
        network.pass(reference, Duration.ofMinutes(31));

        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn");

        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isEqualTo("s01");
        assertThat(travels.shelterShownTo(reference, "operator2")).isNull();
        String colleague = travels.colleague(reference);
        travels.replace(reference, "coordinator", "replaceBy", "named", "escortColleague", colleague);
        assertThat(travels.shelterShownTo(reference, colleague)).isEqualTo("s01");
        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isNull();
    }

    @Test
    void whoNamesHerselfAsALaterEscortIsConfirmedBySomebodyElse() {
        String reference = network.agreed(Travels.ALONE);
        String colleague = network.staffReading(network.task(reference, "task_planJourney"), 0);
        network.complete(
                reference,
                "task_planJourney",
                Travels.ESCORT,
                "escortIs",
                "colleague",
                "escortColleague",
                colleague,
                "stretches",
                "two",
                "arrivalExpectedAt",
                travels.in(4),
                "change1At",
                travels.in(1),
                "escortAfter1",
                Travels.ESCORT);

        assertThatThrownBy(() -> network.complete(reference, "task_confirmEscort", Travels.ESCORT))
                .isNotNull();
        network.complete(reference, "task_confirmEscort", "coordinator");
        network.complete(reference, "task_confirmDeparture", colleague);
        network.complete(reference, "task_confirmArrival", colleague);
        network.complete(reference, "task_takeOver", Travels.ESCORT);
        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isEqualTo("s01");
    }

    @Test
    void nobodyProlongsHerSightOfTheAddressBeyondTheAgreedDay() {
        String reference = travels.planned();

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_confirmDeparture",
                        Travels.ESCORT,
                        "departure",
                        "later",
                        "newDepartureAt",
                        travels.in(49)))
                .hasMessageContaining("New time of departure");
    }

    @Test
    void changesThatDoNotFitAndEscortsWhoAreNobodyAreRefused() {
        String reference = network.agreed(Travels.ALONE);

        assertThatThrownBy(() -> network.plan(
                        reference, "stretches", "two", "arrivalExpectedAt", travels.in(2), "change1At", travels.in(3)))
                .hasMessageContaining("Time of a change");
        assertThatThrownBy(() -> network.plan(
                        reference,
                        "stretches",
                        "two",
                        "arrivalExpectedAt",
                        travels.in(3),
                        "change1At",
                        travels.in(2),
                        "escortAfter1",
                        "shelter"))
                .hasMessageContaining("has the login shelter");
        assertThatThrownBy(() -> network.plan(reference, "escortSubstitute", "operator2"))
                .hasMessageContaining("Substitute: please choose a colleague");
    }

    @Test
    void aMissedConnectionMovesWhatFollowsAndTellsTheShelter() {
        String reference = travels.relayed();
        network.complete(reference, "task_confirmDeparture", Travels.ESCORT);

        network.complete(
                reference,
                "task_confirmArrival",
                Travels.ESCORT,
                "escortReport",
                "later",
                "newArrivalAt",
                travels.in(3));

        assertThat(travels.told(reference, "JOURNEY_CHANGED")).contains("org-s01");
        network.pass(reference, Duration.ofMinutes(4 * 60));
        assertThat(network.openTasks(reference)).doesNotContain("task_findOut");
        network.pass(reference, Duration.ofMinutes(61));
        assertThat(network.openTasks(reference)).contains("task_findOut");
    }

    // --- silence

    @Test
    void twoSilentHoursRiseFromAReminderToTheCoordinationToTheSupervisors() {
        String reference = travels.departed();

        network.pass(reference, Duration.ofMinutes(61 + 31));
        assertThat(travels.told(reference, "NEWS_IS_LATE")).containsExactlyInAnyOrder("operator", "org-harbour");
        network.pass(reference, Duration.ofMinutes(90));
        assertThat(network.openTasks(reference)).contains("task_findOut");
        assertThat(travels.alarms(reference)).contains("silence");
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(travels.told(reference, "ALARM_RISEN")).contains("supervisors");
    }

    @Test
    void whileThePoliceSearchesTheCoordinationAsksAgainEachHour() {
        String reference = travels.silent();

        network.complete(reference, "task_findOut", "coordinator", "silenceOutcome", "policeCalled");

        assertThat(travels.told(reference, "POLICE_SEARCHES")).contains("supervisors", "org-harbour");
        assertThat(network.openTasks(reference)).doesNotContain("task_findOut");
        network.pass(reference, Duration.ofMinutes(61));
        assertThat(network.openTasks(reference)).contains("task_findOut");
    }

    @Test
    void whoIsReachedSaysWhenSheComes() {
        String reference = travels.silent();

        assertThatThrownBy(() -> network.complete(
                        reference, "task_findOut", "coordinator", "silenceOutcome", "reached", "newArrivalAt", null))
                .hasMessageContaining("New time");
        network.complete(
                reference, "task_findOut", "coordinator", "silenceOutcome", "reached", "newArrivalAt", travels.in(1));

        network.pass(reference, Duration.ofMinutes(170));
        assertThat(network.openTasks(reference)).containsExactly("task_confirmArrival", "task_confirmReception");
    }

    @Test
    void theCoordinationMaySayForAnEscortWithADeadTelephoneThatTheyAreThere() {
        String reference = travels.silent();

        network.complete(reference, "task_findOut", "coordinator", "silenceOutcome", "arrived");
        assertThat(network.openTasks(reference))
                .contains("task_confirmReception")
                .doesNotContain("task_confirmArrival");
        network.complete(reference, "task_confirmReception", "shelter");

        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    @Test
    void whatIsWrongByTelephoneIsDecidedAtOnce() {
        String reference = travels.silent();

        network.complete(reference, "task_findOut", "coordinator", "silenceOutcome", "inTrouble");

        assertThat(network.openTasks(reference)).containsExactly("task_decideOnJourney");
    }

    // --- at the door

    @ParameterizedTest
    @CsvSource({"confirms,task_confirmReception", "notThere,task_decideOnJourney"})
    void aShelterThatIsSilentWhenTheEscortIsThereIsCalled(String says, String then) {
        String reference = travels.departed();
        network.complete(reference, "task_confirmArrival", Travels.ESCORT);

        network.pass(reference, Duration.ofMinutes(91));
        assertThat(travels.alarms(reference)).contains("shelterSilent");
        network.complete(reference, "task_askShelter", "coordinator", "shelterSays", says);

        assertThat(network.openTasks(reference)).containsExactly(then);
        if (says.equals("confirms")) {
            network.pass(reference, Duration.ofMinutes(31));
            assertThat(network.openTasks(reference)).contains("task_askShelter");
        }
    }

    @Test
    void aWrongCodeWordGoesToTheCoordination() {
        String reference = travels.departed();

        network.complete(reference, "task_confirmReception", "shelter", "codeWord", "wrong");

        assertThat(network.openTasks(reference)).containsExactly("task_decideOnJourney");
        assertThat(travels.alarms(reference)).contains("codeWord");
    }

    @Test
    void whatTheShelterHasSaidIsNotAskedAgainOnTheNextNews() {
        String reference = travels.departed();
        network.complete(reference, "task_confirmReception", "shelter");

        network.complete(
                reference,
                "task_confirmArrival",
                Travels.ESCORT,
                "escortReport",
                "later",
                "newArrivalAt",
                travels.in(2));

        assertThat(network.openTasks(reference)).containsExactly("task_confirmArrival");
        network.complete(reference, "task_confirmArrival", Travels.ESCORT);
        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    // --- she did not come

    @ParameterizedTest
    @CsvSource({"notNeeded,false", "raised,true"})
    void aSafetyAlertReachesCoordinationAndSupervisors(String alert, boolean told) {
        String reference = travels.planned();
        network.complete(reference, "task_confirmDeparture", Travels.ESCORT, "departure", "noShow");

        network.complete(reference, "task_traceNoShow", Travels.ESCORT, "trace", "notReached", "safetyAlert", alert);

        assertThat(travels.told(reference, "SAFETY_ALERT").contains("supervisors"))
                .isEqualTo(told);
        assertThat(network.openTasks(reference)).containsExactly("task_traceNoShow");
    }

    @Test
    void herPlaceIsKeptForTwoDaysAndGivenUpOnlyByTheCoordination() {
        String reference = travels.planned();
        network.complete(reference, "task_confirmDeparture", Travels.ESCORT, "departure", "noShow");
        network.pass(reference, Duration.ofHours(47));
        network.complete(reference, "task_traceNoShow", Travels.ESCORT, "trace", "notReached");
        assertThat(network.openTasks(reference)).containsExactly("task_traceNoShow");
        network.pass(reference, Duration.ofHours(2));
        network.complete(reference, "task_traceNoShow", Travels.ESCORT, "trace", "notReached");

        assertThat(network.openTasks(reference)).containsExactly("task_confirmNoShow");
        assertThat(network.places(reference)).isPositive();
        network.complete(reference, "task_confirmNoShow", "coordinator", "noShowAnswer", "lookOn");
        assertThat(network.openTasks(reference)).containsExactly("task_traceNoShow");
        network.complete(reference, "task_traceNoShow", Travels.ESCORT, "trace", "notReached");
        network.complete(reference, "task_confirmNoShow", "coordinator", "noShowAnswer", "givenUp");

        assertThat(network.places(reference)).isZero();
        assertThat(network.isClosed(reference)).isTrue();
    }
}
