package fr.acse.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.Spent;
import fr.acse.TestTime;
import fr.acse.alarm.process.MissedAlarms;
import fr.acse.notice.Event;
import fr.acse.platform.door.Visitors;
import fr.acse.words.Words;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What cannot wait reaches people at once, says what it is, and rises until somebody takes it. */
@ProcessTest
class AlarmTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Network network;

    @Autowired
    AlarmKinds kinds;

    @Autowired
    MissedAlarms missed;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void nothingWaitsFromBefore() {
        jdbc.update("delete from notice");
        jdbc.update("update alarm set ended_at = now() where ended_at is null");
    }

    @Test
    void everyLineOfTheTableIsAStepOfAModelAndHasWordsAndAMail() {
        for (AlarmKinds.Kind kind : kinds.all()) {
            String model = network.definition(kind.process()).getId();
            assertThat((Object) repository.getBpmnModelInstance(model).getModelElementById(kind.step()))
                    .as(kind.toString())
                    .isNotNull();
            assertThat(Words.of("alarm." + kind.kind())).isNotBlank();
            assertThat(kind.pace()).isIn("danger", "later");
            if (kind.mail() != null) {
                assertThat(Event.valueOf(kind.mail())).isNotNull();
            }
        }
    }

    @Test
    void dangerOnTheWayIsToldToTheCoordinationAtOnceAndSaysWhatWasReportedWhenAndByWhom() throws IOException {
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");

        assertThat(told("ALARM_ON_THE_WAY")).containsExactly("coordination");
        JsonNode alarm = alarms("coordinator").get(0);
        assertThat(alarm.path("what").asText()).isEqualTo("Danger on the way");
        assertThat(alarm.path("by").asText()).isEqualTo("told by the operator");
        assertThat(alarm.path("danger").asBoolean()).isTrue();
        assertThat(Duration.between(
                        Instant.parse(alarm.path("at").asText()),
                        Instant.parse(alarm.path("risesAt").asText())))
                .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(16));
        Task decide = network.task(reference, "task_decideOnJourney");
        assertThat(alarm.path("task").asText()).isEqualTo(decide.getId());
        assertThat(heading("coordinator", decide).path("reported").path("what").asText())
                .isEqualTo("Danger on the way");
        for (String other : List.of("operator2", "shelter2", "finance", "supervisor")) {
            assertThat(alarms(other)).as(other).isEmpty();
        }
    }

    @Test
    void turnedBackLostAndNobodyCameAreToldApart() throws IOException {
        assertThat(reported("task_confirmArrival", "operator", "escortReport", "turnedBack"))
                .isEqualTo("They had to turn back");
        assertThat(reported("task_confirmArrival", "operator", "escortReport", "lost"))
                .isEqualTo("She is not with her escort any more");
        assertThat(reported("task_confirmReception", "shelter", "shelterReport", "notArrived"))
                .isEqualTo("Nobody came to the shelter");
    }

    @Test
    void whatWasReportedOnAnEarlierStretchIsNoNewsOfTheNextOne() throws IOException {
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn");
        network.complete(reference, "task_confirmReception", "shelter", "shelterReport", "notArrived");

        Task decide = network.task(reference, "task_decideOnJourney");
        assertThat(heading("coordinator", decide).path("reported").path("what").asText())
                .isEqualTo("Nobody came to the shelter");
    }

    @Test
    void anAlarmThatNobodyTakesRisesToTheSupervisorsAndGoesOnUntilSomebodyDoes() throws IOException {
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        network.pass(reference, Duration.ofMinutes(14));
        assertThat(alarms("supervisor")).isEmpty();

        network.pass(reference, Duration.ofMinutes(2));
        assertThat(alarms("supervisor")).hasSize(1);
        assertThat(alarms("supervisor").get(0).get("risesAt").isNull())
                .as("nobody is told after the supervisors")
                .isTrue();
        assertThat(told("ALARM_RISEN")).containsExactly("supervisors");
        network.pass(reference, Duration.ofMinutes(15));
        assertThat(told("ALARM_RISEN")).hasSize(2);

        take(network.task(reference, "task_decideOnJourney"), "coordinator");
        for (String reader : List.of("coordinator", "supervisor")) {
            JsonNode taken = alarms(reader).get(0);
            assertThat(taken.path("state").asText())
                    .as("the danger is not over")
                    .isEqualTo("TAKEN");
            assertThat(taken.path("takenBy").asText()).isEqualTo("Claire Dupont");
            assertThat(taken.path("next").asText()).isEqualTo("Decide on the journey (Coordination)");
        }
        network.pass(reference, Duration.ofHours(1));
        assertThat(told("ALARM_RISEN")).hasSize(2);
    }

    @Test
    void whoeverTookItAndGivesItBackRaisesItAgain() throws IOException {
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        Task decide = network.task(reference, "task_decideOnJourney");
        take(decide, "coordinator");
        jdbc.update("delete from notice");

        network.as("coordinator", () -> {
            tasks.setAssignee(decide.getId(), null);
            return null;
        });

        assertThat(waiting("coordinator")).hasSize(1);
        assertThat(told("ALARM_ON_THE_WAY")).containsExactly("coordination");
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(told("ALARM_RISEN")).containsExactly("supervisors");
    }

    @Test
    void aTaskThatIsDoneOrACaseThatEndsEndsItsAlarm() throws IOException {
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "turnedBack");
        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn");
        assertThat(alarms("coordinator")).isEmpty();

        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "turnedBack");
        assertThat(alarms("coordinator")).hasSize(1);
        network.withdraw(reference);
        assertThat(alarms("coordinator")).isEmpty();
        assertThat(network.isClosed(reference)).isTrue();
    }

    @Test
    void aRisingDangerABreachAndSilenceAreAlarmsToo() throws IOException {
        String reference = network.requested();
        network.report(reference, "dangerRose", "operator");
        network.report(reference, "confidentialityBreached", "operator");
        assertThat(alarms("coordinator"))
                .extracting(alarm -> alarm.path("what").asText())
                .contains("The danger rises", "An address may be known");
        assertThat(told("ALARM_BREACH")).containsExactly("coordination");
        assertThat(told("DANGER_ROSE")).as("told once").containsExactly("coordination");

        String silent = underWay();
        network.pass(silent, Duration.ofHours(7));
        assertThat(network.tasks(silent, "task_findOut")).hasSize(1);
        assertThat(alarms("coordinator"))
                .extracting(alarm ->
                        alarm.path("what").asText() + " " + alarm.path("by").asText())
                .contains("No news from the journey raised by the clock");
    }

    @Test
    void aMissingEscortIsToldToTheOperatorThenToTheCoordination() throws IOException {
        TestTime.morning();
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator", "departure", "escortMissing");

        assertThat(told("ALARM_ESCORT_MISSING")).containsExactly("org-harbour");
        assertThat(alarms("operator")).hasSize(1);
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(alarms("coordinator")).hasSize(1);
        assertThat(told("ALARM_RISEN")).containsExactly("coordination");
    }

    @Test
    void whomNobodyFindsOnTheWayIsNotSaidToHaveMissedTheDeparture() throws IOException {
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "lost");

        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "lost");

        assertThat(told("ALARM_LOST")).containsExactly("org-harbour");
        assertThat(told("ALARM_NO_SHOW")).isEmpty();
        assertThat(alarms("operator"))
                .extracting(alarm -> alarm.path("what").asText())
                .containsExactly("She is not with her escort any more");

        network.complete(reference, "task_traceNoShow", "operator", "trace", "reached");
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator", "departure", "noShow");
        assertThat(alarms("operator"))
                .extracting(alarm -> alarm.path("what").asText())
                .containsExactly("She did not come to the departure");
    }

    @Test
    void whoseAgreedDayIsOverIsToldToTheOperatorThenToTheCoordinationUntilAnotherDayIsProposed() throws IOException {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator", "departure", "escortMissing");

        network.pass(reference, Duration.between(TestTime.now(), TestTime.midnight()));

        assertThat(network.openTasks(reference)).containsExactly("task_agreeArrival");
        assertThat(told("ALARM_DAY_OVER")).containsExactly("org-harbour");
        assertThat(alarms("operator")).hasSize(1);
        jdbc.update("delete from notice");
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(told("ALARM_RISEN")).containsExactly("coordination");
        network.complete(reference, "task_agreeArrival", "operator");
        network.complete(reference, "task_confirmAgreement", "shelter", "agreement", "otherDate");
        assertThat(network.openTasks(reference)).containsExactly("task_agreeArrival");
        assertThat(alarms("operator")).as("told once").isEmpty();
    }

    @Test
    void anOffersLastHourIsToldToTheShelterThenToTheCoordinationWhichCanTelephone() throws IOException {
        String reference = network.requested();
        network.ask(reference, "s01", "s02");
        network.answerOffer(reference, "shelter2", "offerAnswer", "declined", "declineReason", "temporary");
        network.pass(reference, Duration.ofHours(10).plusMinutes(50));
        assertThat(told("ALARM_OFFER")).isEmpty();

        network.pass(reference, Duration.ofMinutes(20));
        assertThat(told("ALARM_OFFER")).containsExactly("org-s01");
        assertThat(alarms("shelter"))
                .extracting(alarm -> alarm.path("what").asText())
                .contains("The offer ends soon");
        assertThat(alarms("shelter2")).isEmpty();
    }

    @Test
    void aDateToConfirmRisesInTwoHoursAndStopsAtTheSupervisors() throws IOException {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        assertThat(told("ALARM_DATE")).containsExactly("org-s01");

        network.pass(reference, Duration.ofHours(9));

        assertThat(told("NOT_TAKEN")).containsExactly("coordination", "supervisors");
        assertThat(alarms("supervisor").toString()).contains(reference).doesNotContain("s01");

        take(network.task(reference, "task_confirmAgreement"), "shelter");
        for (String other : List.of("operator", "coordinator", "supervisor")) {
            assertThat(Visitors.call(port, other, "GET", "own:/cases/" + reference, null)
                            .body())
                    .as("who works for a shelter")
                    .contains("A proposed day of arrival waits for an answer")
                    .doesNotContain("Le Goff");
        }
    }

    @Test
    void theEscortReadsWhatWasDecidedAndWhy() {
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");

        network.complete(
                reference,
                "task_decideOnJourney",
                "coordinator",
                "journeyDecision",
                "goesOn",
                "sealed_journeyNote",
                "The police is at the station");

        assertThat(network.seen(reference, "task_confirmArrival", "operator", "lastDecision"))
                .isEqualTo("goesOn");
        assertThat(network.seen(reference, "task_confirmArrival", "operator", "sealed_journeyNote"))
                .isEqualTo("The police is at the station");
    }

    @Test
    void aRequestThatASupervisorIsGivenIsNotTakenUntilSheTakesIt() throws IOException {
        String reference = network.requested();
        network.pass(reference, Duration.ofHours(48));
        Task takeOver = network.task(reference, "task_takeOverLateRequest");

        identity.saveUser(identity.newUser("watcher"));
        identity.createMembership("watcher", "supervisors");

        assertThat(Visitors.call(
                                port,
                                "supervisor",
                                "POST",
                                "own:/tasks/" + takeOver.getId() + "/cover",
                                "{\"way\":\"GIVE\",\"to\":\"watcher\",\"reason\":\"urgent\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(waiting("coordinator")).hasSize(1);
        take(network.task(reference, "task_chooseShelters"), "coordinator");
        assertThat(waiting("coordinator")).as("the answer is what counts").hasSize(1);
        identity.deleteUser("watcher");
        jdbc.update("delete from former_login where login = 'watcher'");
    }

    @Test
    void aReturnedOrRejectedClaimIsTold() throws IOException {
        String reference = network.arrived();
        network.complete(reference, "task_submitClaim", "operator");
        network.complete(
                reference,
                "task_checkClaim",
                "coordinator",
                "claimCheck",
                "toCorrect",
                "sealed_claimChecks",
                Spent.found("noReceipt"));
        Task again = network.task(reference, "task_submitClaim");
        assertThat(heading("operator", again).path("reported").path("what").asText())
                .isEqualTo("The claim came back to be corrected");
        assertThat(told("ALARM_CLAIM_BACK")).containsExactly("org-harbour");

        network.complete(reference, "task_submitClaim", "operator");
        network.complete(
                reference,
                "task_checkClaim",
                "coordinator",
                "claimCheck",
                "rejected",
                "sealed_claimChecks",
                Spent.found("noReceipt"));
        assertThat(told("CLAIM_REJECTED")).containsExactly("org-harbour");
    }

    @Test
    void whoHasNoPartInCasesHasNoAlarms() throws IOException {
        assertThat(alarms("analyst")).isNull();
    }

    private String underWay() {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        return reference;
    }

    private String reported(String step, String person, String field, String value) throws IOException {
        String reference = underWay();
        network.complete(reference, step, person, field, value);
        Task decide = network.task(reference, "task_decideOnJourney");
        String what =
                heading("coordinator", decide).path("reported").path("what").asText();
        network.withdraw(reference);
        return what;
    }

    private void take(Task task, String person) {
        network.as(person, () -> {
            tasks.claim(task.getId(), person);
            return null;
        });
    }

    private List<String> told(String event) {
        return jdbc.queryForList("select group_name from notice where event = ? order by id", String.class, event);
    }

    /** @return null if the door is closed to her */
    private List<JsonNode> alarms(String person) throws IOException {
        var answer = Visitors.call(port, person, "GET", "own:/alarms", null);
        return answer.statusCode() == 403
                ? null
                : StreamSupport.stream(JSON.readTree(answer.body()).spliterator(), false)
                        .toList();
    }

    /** Alarms that nobody has taken. */
    private List<JsonNode> waiting(String person) throws IOException {
        return alarms(person).stream()
                .filter(alarm -> alarm.path("state").asText().equals("WAITS"))
                .toList();
    }

    private JsonNode heading(String person, Task task) throws IOException {
        return JSON.readTree(Visitors.call(port, person, "GET", "own:/tasks/" + task.getId() + "/heading", null)
                .body());
    }

    @Test
    void aTaskThatSomebodyWasGivenIsNotTakenUntilSheSaysSo() throws IOException {
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        Task decide = network.task(reference, "task_decideOnJourney");
        Visitors.call(
                port,
                "supervisor",
                "POST",
                "own:/tasks/" + decide.getId() + "/cover",
                "{\"way\":\"GIVE\",\"to\":\"coordinator2\",\"reason\":\"urgent\"}");

        assertThat(waiting("coordinator")).hasSize(1);
        assertThat(heading("coordinator2", decide)
                        .path("reported")
                        .path("state")
                        .asText())
                .isEqualTo("WAITS");
        String taken = "own:/tasks/" + decide.getId() + "/alarm";
        assertThat(Visitors.call(port, "coordinator", "POST", taken, null).statusCode())
                .as("only who has it in hand")
                .isEqualTo(400);
        assertThat(Visitors.call(port, "coordinator2", "POST", taken, null).statusCode())
                .isEqualTo(204);
        assertThat(waiting("coordinator")).isEmpty();
    }

    @Test
    void aTaskThatWasTakenAndThenGivenOnWaitsAgain() throws IOException {
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        Task decide = network.task(reference, "task_decideOnJourney");
        take(decide, "coordinator");
        assertThat(waiting("coordinator")).isEmpty();

        assertThat(Visitors.call(
                                port,
                                "supervisor",
                                "POST",
                                "own:/tasks/" + decide.getId() + "/cover",
                                "{\"way\":\"GIVE\",\"to\":\"coordinator2\",\"reason\":\"urgent\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(waiting("coordinator")).hasSize(1);
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(told("ALARM_RISEN")).contains("supervisors");
    }

    @Test
    void theAlarmOfWhoeverLeavesBeginsAnewAndHerGroupIsTold() throws IOException {
        identity.saveUser(identity.newUser("leaver"));
        identity.createMembership("leaver", "coordination");
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        take(network.task(reference, "task_decideOnJourney"), "leaver");
        assertThat(waiting("coordinator")).isEmpty();

        identity.deleteUser("leaver");
        jdbc.update("delete from former_login where login = 'leaver'");

        assertThat(waiting("coordinator")).hasSize(1);
        assertThat(told("TASK_FREE")).containsExactly("coordination");
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(told("ALARM_RISEN")).contains("supervisors");
    }

    @Test
    void aTaskThatCannotWaitAndHasNoAlarmIsFoundWithinAMinute() throws IOException {
        String reference = underWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        jdbc.update("delete from alarm where reference = ?", reference);
        assertThat(alarms("coordinator")).isEmpty();

        missed.look();

        assertThat(alarms("coordinator")).hasSize(1);
        missed.look();
        assertThat(alarms("coordinator")).hasSize(1);
    }
}
