package fr.acse.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.Relation;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.start.Command;
import fr.acse.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class TransferTest {

    @Autowired
    Clock clock;

    @Autowired
    Network network;

    @Autowired
    Journeys journeys;

    @Autowired
    List<Command> commands;

    @Autowired
    EscortService service;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    IdentityService identity;

    @Autowired
    CaseAccess access;

    @Autowired
    Travels travels;

    @Test
    void theEscortReadsTheAddressFrom24HoursBeforeTheDepartureAndItIsRecorded() {
        String reference = network.agreedFor(2);
        network.plan(reference, "departureAt", inHours(48), "arrivalExpectedAt", inHours(58));

        assertThat(address(reference, "operator")).isNull();

        network.pass(reference, Duration.ofHours(25));
        assertThat(address(reference, "operator")).isEqualTo("12 rue des Ajoncs\n29000 Quimper");
        assertThatThrownBy(() -> address(reference, "operator2")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> address(reference, "shelter2")).isInstanceOf(AuthorizationException.class);
        assertThat(whoKnew("s01", "sealed_shelterAddress"))
                .contains("operator")
                .doesNotContain("operator2", "shelter2");
    }

    @Test
    void aColleagueOfTheSameOrganisationMayEscortNobodyElse() {
        String reference = network.agreed();

        assertThatThrownBy(() -> network.complete(
                        reference, "task_planJourney", "operator", "escortIs", "colleague", "escortColleague", null))
                .hasMessageContaining("Which colleague?: please fill this in");
        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_planJourney",
                        "operator",
                        "escortIs",
                        "colleague",
                        "escortColleague",
                        "operator2"))
                .hasMessageContaining("An escort is mandatory");
        network.complete(
                reference, "task_planJourney", "operator", "escortIs", "colleague", "escortColleague", "operator");
        network.complete(reference, "task_confirmEscort", "coordinator");
        assertThat(network.task(reference, "task_confirmDeparture").getAssignee())
                .isEqualTo("operator");
    }

    @Test
    void aJourneyForAnotherDayThanAgreedIsRefused() {
        String reference = network.agreedFor(3);

        for (int hours : new int[] {0, 5 * 24}) {
            assertThatThrownBy(() -> network.complete(
                            reference,
                            "task_planJourney",
                            "operator",
                            "departureAt",
                            inHours(hours),
                            "arrivalExpectedAt",
                            inHours(hours + 2)))
                    .hasMessageContaining("on the agreed day of arrival")
                    .hasMessageContaining(Words.day(network.today().plusDays(3)));
        }
        network.plan(reference, "departureAt", inHours(48), "arrivalExpectedAt", inHours(58));
        assertThat(network.openTasks(reference)).containsExactly("task_confirmDeparture");
    }

    @Test
    void aJourneyThatIsLongerThanAJourneyLastsIsRefused() {
        String reference = network.agreed();

        assertThatThrownBy(() ->
                        network.complete(reference, "task_planJourney", "operator", "arrivalExpectedAt", inHours(25)))
                .hasMessage("Planned arrival: a journey lasts 24 hours at most. Please choose an earlier time.");
    }

    @Test
    void whoNamesHerselfAsEscortReadsNoAddressUntilSomebodyElseConfirmsHer() {
        String reference = network.agreed();
        network.complete(reference, "task_planJourney", "operator");

        assertThat(network.openTasks(reference)).containsExactly("task_confirmEscort");
        assertThat(shelterShownTo(reference, "operator")).isNull();
        assertThatThrownBy(() -> network.complete(reference, "task_confirmEscort", "operator"))
                .hasMessageContaining("somebody else must confirm you");
        assertThatThrownBy(() -> network.complete(reference, "task_confirmEscort", "shelter"))
                .isInstanceOf(AuthorizationException.class);

        network.complete(reference, "task_confirmEscort", "coordinator");
        assertThat(shelterShownTo(reference, "operator")).isEqualTo("s01");
    }

    @Test
    void aColleagueWhoIsNamedEscortsHerWithoutAConfirmation() {
        String reference = network.agreed();
        String colleague = network.staffReading(network.task(reference, "task_planJourney"), 0);
        network.complete(
                reference, "task_planJourney", "operator", "escortIs", "colleague", "escortColleague", colleague);

        assertThat(network.task(reference, "task_confirmDeparture").getAssignee())
                .isEqualTo(colleague);
        assertThat(shelterShownTo(reference, colleague)).isEqualTo("s01");
        assertThat(shelterShownTo(reference, "operator")).isNull();
    }

    @Test
    void anEscortWhomNobodyConfirmsIsReplaced() {
        String reference = network.agreed();
        network.complete(reference, "task_planJourney", "operator");
        network.complete(reference, "task_confirmEscort", "coordinator", "escortConfirmation", "notConfirmed");

        assertThat(network.openTasks(reference)).containsExactly("task_planJourney");
        assertThat(shelterShownTo(reference, "operator")).isNull();
    }

    @Test
    void anEscortWhomNobodyConfirmsInTimeReadsNothingAndTheJourneyIsPlannedAnew() {
        String reference = network.agreedFor(1);
        network.complete(
                reference, "task_planJourney", "operator", "departureAt", inHours(3), "arrivalExpectedAt", inHours(6));

        network.pass(reference, Duration.ofHours(4));

        assertThat(network.openTasks(reference)).containsExactly("task_planJourney");
        assertThat(shelterShownTo(reference, "operator")).isNull();
    }

    @Test
    void whenTheAgreedDayPassesWithoutAPlanAnotherOneIsAgreed() {
        String reference = network.agreed();

        network.pass(reference, Duration.ofHours(25));

        assertThat(network.ends(reference, "transfer")).containsExactly("end_newDay");
        assertThat(network.openTasks(reference)).containsExactly("task_agreeArrival");
    }

    @Test
    void theWindowClosesByItselfWhenNobodyConfirmsAnything() {
        String reference = network.agreed();
        network.plan(reference, "arrivalExpectedAt", inHours(5));

        TestTime.later(Duration.ofHours(6));
        assertThat(shelterShownTo(reference, "operator")).isEqualTo("s01");
        TestTime.later(Duration.ofHours(8));
        assertThat(shelterShownTo(reference, "operator")).isNull();
        assertThat(network.openTasks(reference)).containsExactly("task_confirmDeparture");
    }

    @Test
    void aNewTimeMovesTheWindowAndIsWaitedForButNeverBeyondTheLongestJourney() {
        String reference = departed();
        network.pass(reference, Duration.ofHours(3));
        assertThat(shelterShownTo(reference, "operator")).isNull();

        assertThatThrownBy(
                        () -> network.complete(reference, "task_findOut", "coordinator", "newArrivalAt", inHours(30)))
                .hasMessageContaining("New time of arrival: a journey lasts 24 hours at most");
        network.complete(reference, "task_findOut", "coordinator", "newArrivalAt", inHours(2));
        assertThat(shelterShownTo(reference, "operator")).isEqualTo("s01");

        network.pass(reference, Duration.ofHours(5));
        assertThat(shelterShownTo(reference, "operator")).isNull();
        assertThat(network.openTasks(reference)).contains("task_findOut");
    }

    @Test
    void anEscortWhoLeavesTheOperatorReadsNothingFromThatSecondOn() {
        String reference = departed();
        assertThat(shelterShownTo(reference, "operator")).isEqualTo("s01");

        identity.deleteMembership("operator", "org-harbour");
        try {
            assertThat(shelterShownTo(reference, "operator")).isNull();
            Set<Relation> relations = transaction.execute(
                    status -> access.relations(new Login("operator"), new CaseReference(reference)));
            assertThat(relations).isEmpty();
            assertThat(network.task(reference, "task_confirmArrival").getAssignee())
                    .isNull();
        } finally {
            identity.createMembership("operator", "org-harbour");
        }
    }

    private String shelterShownTo(String reference, String person) {
        ShelterCode shown = transaction.execute(
                status -> service.shelterRevealedTo(new CaseReference(reference), new Login(person)));
        return shown == null ? null : shown.value();
    }

    @Test
    void anArrivalBeforeTheDepartureIsRefused() {
        String reference = network.agreed();

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_planJourney",
                        "operator",
                        "departureAt",
                        inHours(8),
                        "arrivalExpectedAt",
                        inHours(7)))
                .hasMessageContaining("before the departure");
    }

    @Test
    void withoutTheEscortTheJourneyIsPlannedAnew() {
        String reference = network.agreed();
        network.plan(reference);

        network.complete(reference, "task_confirmDeparture", "operator", "departure", "escortMissing");

        assertThat(network.openTasks(reference)).containsExactly("task_planJourney");
        network.travel(reference, "shelter");
        assertThat(network.openTasks(reference)).contains("task_followUp");
    }

    @Test
    void sheMayStillComeAfterANoShow() {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator", "departure", "noShow");

        network.complete(reference, "task_traceNoShow", "operator");

        assertThat(network.openTasks(reference)).containsExactly("task_planJourney");
    }

    @Test
    void noNewsInTimeRaisesTheSilenceAlarm() {
        String reference = departed();

        network.pass(reference, Duration.ofHours(3));

        assertThat(journeys.findByReferenceAndEndedAtIsNull(new CaseReference(reference))
                        .orElseThrow()
                        .alarmAt())
                .isNotNull();
        network.complete(
                reference,
                "task_findOut",
                "coordinator",
                "newArrivalAt",
                clock.instant().plus(Duration.ofHours(1)).toString());
        assertThat(network.openTasks(reference)).containsExactly("task_confirmArrival", "task_confirmReception");
    }

    @Test
    void bothSidesConfirmTheArrival() {
        String reference = departed();
        network.complete(reference, "task_confirmReception", "shelter");
        assertThat(network.ends(reference, "transfer")).doesNotContain("end_arrived");

        network.complete(reference, "task_confirmArrival", "operator");

        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
        assertThat(journeys.findByReferenceOrderByDepartureAt(new CaseReference(reference)))
                .extracting(Journey::outcome)
                .containsExactly("arrived");
    }

    @Test
    void dangerOnTheWayGoesToTheCoordinationAndTheJourneyMayGoOn() {
        String reference = departed();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");

        network.complete(reference, "task_decideOnJourney", "coordinator");
        network.complete(reference, "task_confirmArrival", "operator");
        network.complete(reference, "task_confirmReception", "shelter");

        assertThat(network.ends(reference, "transfer")).contains("end_arrived");
    }

    /** One click on "Complete" must not send her on because of what was decided an hour ago. */
    @Test
    void aTaskThatComesAgainIsNotAnsweredBeforeAnybodyReadsIt() {
        String reference = departed();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        assertThat(network.seen(reference, "task_decideOnJourney", "coordinator", "journeyDecision"))
                .isNull();
        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn");

        assertThat(network.seen(reference, "task_confirmArrival", "operator", "escortReport"))
                .isNull();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");

        assertThat(network.seen(reference, "task_decideOnJourney", "coordinator", "journeyDecision"))
                .isNull();
        assertThatThrownBy(() ->
                        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", null))
                .hasMessageContaining("please fill this in");
    }

    @Test
    void aReturnKeepsThePlaceAndANewDateIsAgreed() {
        String reference = departed();
        network.complete(reference, "task_confirmReception", "shelter", "shelterReport", "notArrived");

        network.letReturn(reference);

        network.complete(reference, "task_confirmReturn", "operator");
        assertThat(network.openTasks(reference)).containsExactly("task_agreeArrival");
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");
        assertThat(network.openTasks(reference)).contains("task_followUp");
    }

    @Test
    void aWomanWhoIsLostOnTheWayIsTraced() {
        String reference = departed();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "lost");

        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "lost");

        assertThat(network.openTasks(reference)).containsExactly("task_traceNoShow");
    }

    private String departed() {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        return reference;
    }

    private Object address(String reference, String person) {
        return network.seen(reference, "task_confirmDeparture", person, "sealed_shelterAddress");
    }

    private static String inHours(int hours) {
        return TestTime.now().plus(hours, ChronoUnit.HOURS).toString();
    }

    private String whoKnew(String shelter, String field) {
        return commands.stream()
                .filter(command -> command.name().equals("who-knew"))
                .findFirst()
                .orElseThrow()
                .run(List.of(shelter, field))
                .words();
    }
}
