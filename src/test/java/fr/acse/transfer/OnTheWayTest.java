package fr.acse.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens between the plan and the door: late, silent, relieved, replaced, lost. */
@ProcessTest
class OnTheWayTest {

    private static final String ESCORT = "operator";
    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    @Autowired
    Network network;

    @Autowired
    JourneyService journeys;

    @Autowired
    CaseAccess access;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    // --- the clock starts with the plan

    @Test
    void halfAnHourAfterThePlannedDepartureEscortAndOperatorAreReminded() {
        String reference = planned();

        network.pass(reference, Duration.ofMinutes(29));
        assertThat(told(reference, "NEWS_IS_LATE")).isEmpty();
        network.pass(reference, Duration.ofMinutes(2));

        assertThat(told(reference, "NEWS_IS_LATE")).containsExactlyInAnyOrder("operator", "org-harbour");
        assertThat(network.openTasks(reference)).containsExactly("task_confirmDeparture");
    }

    @Test
    void anHourAfterThePlannedDepartureItIsAnAlarmOfTheCoordination() {
        String reference = planned();

        network.pass(reference, Duration.ofMinutes(61));

        assertThat(network.openTasks(reference)).contains("task_confirmDeparture", "task_findDeparture");
        assertThat(alarms(reference)).contains("departureUnknown");
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(told(reference, "ALARM_RISEN")).contains("supervisors");
    }

    @Test
    void theCoordinationSaysForTheEscortWhatItHeardByTelephone() {
        String left = unknown();
        network.complete(left, "task_findDeparture", "coordinator", "departure", "left");
        String later = unknown();
        network.complete(later, "task_findDeparture", "coordinator", "departure", "later", "newDepartureAt", in(2));
        String anew = unknown();
        network.complete(anew, "task_findDeparture", "coordinator", "departure", "planAnew");
        String noShow = unknown();
        network.complete(noShow, "task_findDeparture", "coordinator", "departure", "noShow");

        assertThat(network.openTasks(left)).containsExactly("task_confirmArrival", "task_confirmReception");
        assertThat(network.openTasks(later)).containsExactly("task_confirmDeparture");
        assertThat(network.openTasks(anew)).containsExactly("task_planJourney");
        assertThat(network.openTasks(noShow)).containsExactly("task_traceNoShow");
    }

    @Test
    void whoLeavesLaterSaysWhenAndTheClocksStartAnew() {
        String reference = planned();

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_confirmDeparture",
                        ESCORT,
                        "departure",
                        "later",
                        "newDepartureAt",
                        clock.instant().minusSeconds(60).toString()))
                .hasMessageContaining("New time of departure");
        network.complete(reference, "task_confirmDeparture", ESCORT, "departure", "later", "newDepartureAt", in(2));

        assertThat(told(reference, "JOURNEY_CHANGED")).contains("org-s01");
        network.pass(reference, Duration.ofMinutes(149));
        assertThat(told(reference, "NEWS_IS_LATE")).isEmpty();
        network.pass(reference, Duration.ofMinutes(2));
        assertThat(told(reference, "NEWS_IS_LATE")).isNotEmpty();
    }

    // --- stretches

    @Test
    void atAChangeTheNextEscortTakesHerOverAndOnlyTheLastOneReadsTheAddress() {
        String reference = relayed();
        assertThat(shelterShownTo(reference, ESCORT)).isNull();
        assertThat(shelterShownTo(reference, "operator2")).isNull();
        network.complete(reference, "task_confirmDeparture", ESCORT);

        network.complete(reference, "task_confirmArrival", ESCORT);
        assertThat(network.task(reference, "task_takeOver").getAssignee()).isEqualTo("operator2");
        assertThatThrownBy(() -> network.complete(reference, "task_takeOver", ESCORT))
                .isNotNull();
        network.complete(reference, "task_takeOver", "operator2");

        assertThat(shelterShownTo(reference, "operator2")).isEqualTo("s01");
        assertThat(shelterShownTo(reference, ESCORT)).isNull();
        assertThat(relations(reference, "operator2")).contains(Relation.ESCORT);
        network.complete(reference, "task_confirmArrival", "operator2");
        network.complete(reference, "task_confirmReception", "shelter");
        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    @Test
    void theSameEscortChangesTwiceAndSaysSoEachTime() {
        String reference = network.agreed(ALONE);
        network.plan(
                reference, "stretches", "three", "arrivalExpectedAt", in(6), "change1At", in(2), "change2At", in(4));
        network.complete(reference, "task_confirmDeparture", ESCORT);

        for (String stretch : List.of("first", "second", "last")) {
            assertThat(network.seen(reference, "task_confirmArrival", ESCORT, "stretch"))
                    .isEqualTo(stretch);
            network.complete(reference, "task_confirmArrival", ESCORT);
        }
        network.complete(reference, "task_confirmReception", "shelter");

        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    @Test
    void eachStretchHasItsOwnClock() {
        String reference = relayed();
        network.complete(reference, "task_confirmDeparture", ESCORT);

        network.pass(reference, Duration.ofMinutes(60 + 31));
        assertThat(told(reference, "NEWS_IS_LATE")).isNotEmpty();
        assertThat(network.openTasks(reference)).doesNotContain("task_findOut");
        network.pass(reference, Duration.ofMinutes(90));
        assertThat(network.openTasks(reference)).contains("task_findOut");
    }

    @Test
    void aNextEscortWhoDoesNotComeIsAnAlarm() {
        String reference = relayed();
        network.complete(reference, "task_confirmDeparture", ESCORT);
        network.complete(reference, "task_confirmArrival", ESCORT);

        network.pass(reference, Duration.ofMinutes(31));

        assertThat(network.openTasks(reference))
                .contains("task_decideOnJourney")
                .doesNotContain("task_takeOver");
        assertThat(alarms(reference)).contains("notTakenOver");
    }

    @Test
    void whoGoesOnBecauseNobodyTookHerOverReadsTheAddressAndCanBeReplaced() {
        String reference = relayed();
        network.complete(reference, "task_confirmDeparture", ESCORT);
        network.complete(reference, "task_confirmArrival", ESCORT);
        network.pass(reference, Duration.ofMinutes(31));

        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn");

        assertThat(shelterShownTo(reference, ESCORT)).isEqualTo("s01");
        assertThat(shelterShownTo(reference, "operator2")).isNull();
        String colleague = colleague(reference);
        replace(reference, "coordinator", "replaceBy", "named", "escortColleague", colleague);
        assertThat(shelterShownTo(reference, colleague)).isEqualTo("s01");
        assertThat(shelterShownTo(reference, ESCORT)).isNull();
    }

    @Test
    void whoNamesHerselfAsALaterEscortIsConfirmedBySomebodyElse() {
        String reference = network.agreed(ALONE);
        String colleague = network.staffReading(network.task(reference, "task_planJourney"), 0);
        network.complete(
                reference,
                "task_planJourney",
                ESCORT,
                "escortIs",
                "colleague",
                "escortColleague",
                colleague,
                "stretches",
                "two",
                "arrivalExpectedAt",
                in(4),
                "change1At",
                in(1),
                "escortAfter1",
                ESCORT);

        assertThatThrownBy(() -> network.complete(reference, "task_confirmEscort", ESCORT))
                .isNotNull();
        network.complete(reference, "task_confirmEscort", "coordinator");
        network.complete(reference, "task_confirmDeparture", colleague);
        network.complete(reference, "task_confirmArrival", colleague);
        network.complete(reference, "task_takeOver", ESCORT);
        assertThat(shelterShownTo(reference, ESCORT)).isEqualTo("s01");
    }

    @Test
    void nobodyProlongsHerSightOfTheAddressBeyondTheAgreedDay() {
        String reference = planned();

        assertThatThrownBy(() -> network.complete(
                        reference, "task_confirmDeparture", ESCORT, "departure", "later", "newDepartureAt", in(49)))
                .hasMessageContaining("New time of departure");
    }

    @Test
    void whoWasReplacedForDoubtDoesNotTakeTheJourneyBack() {
        String reference = departed();
        String colleague = colleague(reference);
        replace(
                reference,
                "coordinator",
                "replaceBy",
                "named",
                "escortColleague",
                colleague,
                "replaceWhy",
                "doubt",
                "sealed_codeWord",
                "Lilac");

        assertThatThrownBy(() -> replace(reference, ESCORT, "replaceBy", "named", "escortColleague", ESCORT))
                .hasMessageContaining("Only the coordination names another one");
        assertThat(network.seen(reference, "task_confirmReception", "shelter", "sealed_codeWord"))
                .isEqualTo("Lilac");
    }

    @Test
    void whatIsAskedOfAnEscortWhoIsReplacedAgainIsVoid() {
        String reference = departed();
        String colleague = colleague(reference);
        replace(reference, ESCORT, "replaceBy", "named", "escortColleague", colleague);
        assertThat(network.openTasks(reference)).contains("task_confirmReplacement");

        replace(reference, "coordinator", "replaceBy", "named", "escortColleague", "operator2");

        assertThat(network.openTasks(reference)).doesNotContain("task_confirmReplacement");
    }

    @Test
    void changesThatDoNotFitAndEscortsWhoAreNobodyAreRefused() {
        String reference = network.agreed(ALONE);

        assertThatThrownBy(() ->
                        network.plan(reference, "stretches", "two", "arrivalExpectedAt", in(2), "change1At", in(3)))
                .hasMessageContaining("Time of a change");
        assertThatThrownBy(() -> network.plan(
                        reference,
                        "stretches",
                        "two",
                        "arrivalExpectedAt",
                        in(3),
                        "change1At",
                        in(2),
                        "escortAfter1",
                        "shelter"))
                .hasMessageContaining("has the login shelter");
        assertThatThrownBy(() -> network.plan(reference, "escortSubstitute", "operator2"))
                .hasMessageContaining("Login of a substitute");
    }

    @Test
    void aMissedConnectionMovesWhatFollowsAndTellsTheShelter() {
        String reference = relayed();
        network.complete(reference, "task_confirmDeparture", ESCORT);

        network.complete(reference, "task_confirmArrival", ESCORT, "escortReport", "later", "newArrivalAt", in(3));

        assertThat(told(reference, "JOURNEY_CHANGED")).contains("org-s01");
        network.pass(reference, Duration.ofMinutes(4 * 60));
        assertThat(network.openTasks(reference)).doesNotContain("task_findOut");
        network.pass(reference, Duration.ofMinutes(61));
        assertThat(network.openTasks(reference)).contains("task_findOut");
    }

    // --- silence

    @Test
    void twoSilentHoursRiseFromAReminderToTheCoordinationToTheSupervisors() {
        String reference = departed();

        network.pass(reference, Duration.ofMinutes(61 + 31));
        assertThat(told(reference, "NEWS_IS_LATE")).containsExactlyInAnyOrder("operator", "org-harbour");
        network.pass(reference, Duration.ofMinutes(90));
        assertThat(network.openTasks(reference)).contains("task_findOut");
        assertThat(alarms(reference)).contains("silence");
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(told(reference, "ALARM_RISEN")).contains("supervisors");
    }

    @Test
    void whileThePoliceSearchesTheCoordinationAsksAgainEachHour() {
        String reference = silent();

        network.complete(reference, "task_findOut", "coordinator", "silenceOutcome", "policeCalled");

        assertThat(told(reference, "POLICE_SEARCHES")).contains("supervisors", "org-harbour");
        assertThat(network.openTasks(reference)).doesNotContain("task_findOut");
        network.pass(reference, Duration.ofMinutes(61));
        assertThat(network.openTasks(reference)).contains("task_findOut");
    }

    @Test
    void whoIsReachedSaysWhenSheComes() {
        String reference = silent();

        assertThatThrownBy(() -> network.complete(
                        reference, "task_findOut", "coordinator", "silenceOutcome", "reached", "newArrivalAt", null))
                .hasMessageContaining("New time");
        network.complete(reference, "task_findOut", "coordinator", "silenceOutcome", "reached", "newArrivalAt", in(1));

        network.pass(reference, Duration.ofMinutes(170));
        assertThat(network.openTasks(reference)).containsExactly("task_confirmArrival", "task_confirmReception");
    }

    @Test
    void theCoordinationMaySayForAnEscortWithADeadTelephoneThatTheyAreThere() {
        String reference = silent();

        network.complete(reference, "task_findOut", "coordinator", "silenceOutcome", "arrived");
        assertThat(network.openTasks(reference))
                .contains("task_confirmReception")
                .doesNotContain("task_confirmArrival");
        network.complete(reference, "task_confirmReception", "shelter");

        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    @Test
    void whatIsWrongByTelephoneIsDecidedAtOnce() {
        String reference = silent();

        network.complete(reference, "task_findOut", "coordinator", "silenceOutcome", "inTrouble");

        assertThat(network.openTasks(reference)).containsExactly("task_decideOnJourney");
    }

    // --- at the door

    @ParameterizedTest
    @CsvSource({"confirms,task_confirmReception", "notThere,task_decideOnJourney"})
    void aShelterThatIsSilentWhenTheEscortIsThereIsCalled(String says, String then) {
        String reference = departed();
        network.complete(reference, "task_confirmArrival", ESCORT);

        network.pass(reference, Duration.ofMinutes(91));
        assertThat(alarms(reference)).contains("shelterSilent");
        network.complete(reference, "task_askShelter", "coordinator", "shelterSays", says);

        assertThat(network.openTasks(reference)).containsExactly(then);
        if (says.equals("confirms")) {
            network.pass(reference, Duration.ofMinutes(31));
            assertThat(network.openTasks(reference)).contains("task_askShelter");
        }
    }

    @Test
    void aWrongCodeWordGoesToTheCoordination() {
        String reference = departed();

        network.complete(reference, "task_confirmReception", "shelter", "codeWord", "wrong");

        assertThat(network.openTasks(reference)).containsExactly("task_decideOnJourney");
        assertThat(alarms(reference)).contains("codeWord");
    }

    @Test
    void whatTheShelterHasSaidIsNotAskedAgainOnTheNextNews() {
        String reference = departed();
        network.complete(reference, "task_confirmReception", "shelter");

        network.complete(reference, "task_confirmArrival", ESCORT, "escortReport", "later", "newArrivalAt", in(2));

        assertThat(network.openTasks(reference)).containsExactly("task_confirmArrival");
        network.complete(reference, "task_confirmArrival", ESCORT);
        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    // --- another escort

    @ParameterizedTest
    @ValueSource(strings = {"telephone", "ill", "notCome", "doubt", "other"})
    void theOldEscortLosesTheAddressInTheStepThatReplacesHer(String why) {
        String reference = departed();
        String colleague = colleague(reference);
        assertThat(shelterShownTo(reference, ESCORT)).isEqualTo("s01");

        replace(reference, colleague, "replaceBy", "named", "escortColleague", colleague, "replaceWhy", why);

        assertThat(shelterShownTo(reference, ESCORT)).isNull();
        assertThat(relations(reference, ESCORT)).doesNotContain(Relation.ESCORT);
        assertThat(shelterShownTo(reference, colleague)).isNull();
        assertThat(network.task(reference, "task_confirmArrival").getAssignee()).isEqualTo(colleague);
        assertThat(alarms(reference)).contains("escortReplaced");

        network.complete(reference, "task_confirmReplacement", "coordinator");
        assertThat(network.openTasks(reference)).containsExactly("task_confirmArrival", "task_confirmReception");
        assertThat(shelterShownTo(reference, colleague)).isEqualTo("s01");
        network.complete(reference, "task_confirmArrival", colleague);
        network.complete(reference, "task_confirmReception", "shelter");
        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    @Test
    void whomTheCoordinationNamesReadsTheAddressAtOnce() {
        String reference = departed();

        replace(reference, "coordinator", "replaceBy", "named", "escortColleague", "operator2");

        assertThat(shelterShownTo(reference, "operator2")).isEqualTo("s01");
        assertThat(shelterShownTo(reference, ESCORT)).isNull();
        assertThat(network.openTasks(reference)).doesNotContain("task_confirmReplacement");
    }

    @Test
    void theCoordinationMayNameSomebodyElseThanTheOperatorDid() {
        String reference = departed();
        String colleague = colleague(reference);
        replace(reference, colleague, "replaceBy", "named", "escortColleague", colleague);

        network.complete(
                reference,
                "task_confirmReplacement",
                "coordinator",
                "replacement",
                "another",
                "escortColleague",
                "operator2");

        assertThat(shelterShownTo(reference, colleague)).isNull();
        assertThat(shelterShownTo(reference, "operator2")).isEqualTo("s01");
        assertThat(network.task(reference, "task_confirmArrival").getAssignee()).isEqualTo("operator2");
    }

    @Test
    void theSubstituteOfThePlanStepsInBeforeTheDeparture() {
        String reference = network.agreed(ALONE);
        String colleague = colleague(reference);
        network.plan(reference, "escortSubstitute", colleague);

        replace(reference, "coordinator", "replaceBy", "substitute");

        assertThat(network.task(reference, "task_confirmDeparture").getAssignee())
                .isEqualTo(colleague);
        assertThat(shelterShownTo(reference, colleague)).isEqualTo("s01");
        network.complete(reference, "task_confirmDeparture", colleague);
        network.complete(reference, "task_confirmArrival", colleague);
    }

    @Test
    void nobodyReplacesAnEscortByNobodyByHerselfOrWithoutAPart() {
        String reference = departed();

        assertThatThrownBy(() -> replace(reference, "coordinator", "replaceBy", "substitute"))
                .hasMessageContaining("names no substitute");
        assertThatThrownBy(() -> replace(reference, "coordinator", "replaceBy", "named", "escortColleague", ESCORT))
                .hasMessageContaining("is the escort already");
        assertThatThrownBy(() -> replace(reference, "operator2", "replaceBy", "named", "escortColleague", "operator2"))
                .isNotNull();
        assertThatThrownBy(() -> replace(reference, "shelter", "replaceBy", "named", "escortColleague", "operator2"))
                .isNotNull();
        assertThat(shelterShownTo(reference, ESCORT)).isEqualTo("s01");
    }

    // --- she did not come

    @ParameterizedTest
    @CsvSource({"notNeeded,false", "raised,true"})
    void aSafetyAlertReachesCoordinationAndSupervisors(String alert, boolean told) {
        String reference = planned();
        network.complete(reference, "task_confirmDeparture", ESCORT, "departure", "noShow");

        network.complete(reference, "task_traceNoShow", ESCORT, "trace", "notReached", "safetyAlert", alert);

        assertThat(told(reference, "SAFETY_ALERT").contains("supervisors")).isEqualTo(told);
        assertThat(network.openTasks(reference)).containsExactly("task_traceNoShow");
    }

    @Test
    void herPlaceIsKeptForTwoDaysAndGivenUpOnlyByTheCoordination() {
        String reference = planned();
        network.complete(reference, "task_confirmDeparture", ESCORT, "departure", "noShow");
        network.pass(reference, Duration.ofHours(47));
        network.complete(reference, "task_traceNoShow", ESCORT, "trace", "notReached");
        assertThat(network.openTasks(reference)).containsExactly("task_traceNoShow");
        network.pass(reference, Duration.ofHours(2));
        network.complete(reference, "task_traceNoShow", ESCORT, "trace", "notReached");

        assertThat(network.openTasks(reference)).containsExactly("task_confirmNoShow");
        assertThat(places(reference)).isPositive();
        network.complete(reference, "task_confirmNoShow", "coordinator", "noShowAnswer", "lookOn");
        assertThat(network.openTasks(reference)).containsExactly("task_traceNoShow");
        network.complete(reference, "task_traceNoShow", ESCORT, "trace", "notReached");
        network.complete(reference, "task_confirmNoShow", "coordinator", "noShowAnswer", "givenUp");

        assertThat(places(reference)).isZero();
        assertThat(network.isClosed(reference)).isTrue();
    }

    // ---

    private String planned() {
        String reference = network.agreed(ALONE);
        network.plan(reference, "arrivalExpectedAt", in(1));
        return reference;
    }

    private String departed() {
        String reference = planned();
        network.complete(reference, "task_confirmDeparture", ESCORT);
        return reference;
    }

    private String unknown() {
        String reference = planned();
        network.pass(reference, Duration.ofMinutes(61));
        return reference;
    }

    private String silent() {
        String reference = departed();
        network.pass(reference, Duration.ofMinutes(181));
        return reference;
    }

    /** After an hour somebody of another association takes her over. */
    private String relayed() {
        String reference = network.agreed(ALONE);
        network.plan(
                reference,
                "stretches",
                "two",
                "arrivalExpectedAt",
                in(4),
                "change1At",
                in(1),
                "escortAfter1",
                "operator2");
        return reference;
    }

    private void replace(String reference, String person, Object... values) {
        Object[] all = new Object[values.length + 2];
        all[0] = "caseReference";
        all[1] = reference;
        System.arraycopy(values, 0, all, 2, values.length);
        network.start("replace-escort", "replace-escort", person, all);
    }

    private String colleague(String reference) {
        return network.staffReading(
                network.tasks(reference, network.openTasks(reference).get(0)).get(0), 0);
    }

    private String shelterShownTo(String reference, String person) {
        ShelterCode shown = transaction.execute(
                status -> journeys.shelterRevealedTo(new CaseReference(reference), new Login(person)));
        return shown == null ? null : shown.value();
    }

    private Set<Relation> relations(String reference, String person) {
        return transaction.execute(status -> access.relations(new Login(person), new CaseReference(reference)));
    }

    private String in(int hours) {
        Instant at = clock.instant().plus(hours, ChronoUnit.HOURS);
        return at.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private List<String> told(String reference, String event) {
        return jdbc.queryForList(
                "select distinct coalesce(group_name, person) from notice where reference = ? and event = ? order by 1",
                String.class,
                reference,
                event);
    }

    private List<String> alarms(String reference) {
        return jdbc.queryForList("select kind from alarm where reference = ?", String.class, reference);
    }

    private int places(String reference) {
        return jdbc.queryForObject(
                "select count(*) from allocation where reference = ? and released_at is null",
                Integer.class,
                reference);
    }
}
