package fr.acse.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Visitors;
import fr.acse.transfer.Travels;
import java.io.IOException;
import java.time.Duration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each person reads of an alarm that another role must act on. */
@ProcessTest
class AlarmReadersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Network network;

    @Autowired
    Travels travels;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void noAlarmFromBefore() {
        jdbc.update("update alarm set ended_at = now() where ended_at is null");
    }

    @Test
    void whoTravelsReadsWhatToDoUntilTheDecisionAndTheShelterOnlyThatSomethingIsWrong() throws IOException {
        String reference = onTheWay();
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");

        JsonNode travels = alarms("operator").get(0);
        assertThat(travels.path("what").asText()).isEqualTo("Danger on the way");
        assertThat(travels.path("first").asText()).contains("police (17)", "wait for the call of the coordination");
        assertThat(travels.path("task").isNull()).isTrue();
        JsonNode awaits = alarms("shelter").get(0);
        assertThat(awaits.path("what").asText()).isEqualTo("Something is wrong on her way to you");
        assertThat(awaits.path("first").asText()).contains("Let in nobody");
        assertThat(awaits.path("next").isNull()).isTrue();
        assertThat(get("supervisor", "cases/" + reference)
                        .path("alarms")
                        .get(0)
                        .path("first")
                        .asText())
                .as("a supervisor does not travel")
                .doesNotContain("wait for the call");

        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn");
        assertThat(alarms("operator")).isEmpty();
        assertThat(alarms("shelter")).isEmpty();
    }

    @Test
    void anEscortOfAnotherAssociationReadsWhatToDoAndNotWhoDecides() throws IOException {
        String reference = travels.relayed();
        network.complete(reference, "task_confirmDeparture", "operator");
        network.complete(reference, "task_confirmArrival", "operator");
        network.complete(reference, "task_takeOver", "operator2");
        network.complete(reference, "task_confirmArrival", "operator2", "escortReport", "danger");

        JsonNode alarm = alarms("operator2").get(0);
        assertThat(alarm.path("what").asText()).isEqualTo("Danger on the way");
        assertThat(alarm.path("first").asText()).contains("wait for the call of the coordination");
        assertThat(alarm.path("next").isNull()).isTrue();

        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn");
        assertThat(alarms("operator2")).isEmpty();
    }

    @Test
    void theShelterAtWhoseDoorTheyStandIsNotToldToLetInNobody() throws IOException {
        String reference = onTheWay();
        network.complete(reference, "task_confirmArrival", "operator");
        while (network.openTasks(reference).stream().noneMatch("task_askShelter"::equals)) {
            network.pass(reference, Duration.ofHours(1));
        }

        assertThat(alarms("coordinator")).isNotEmpty();
        assertThat(alarms("shelter")).isEmpty();
        Task reception = network.task(reference, "task_confirmReception");
        assertThat(get("shelter", "tasks/" + reception.getId() + "/heading")
                        .path("reported")
                        .isNull())
                .isTrue();
    }

    @Test
    void anAskedShelterReadsNothingOfALateRequest() throws IOException {
        String reference = network.requested();
        network.pass(reference, Duration.ofHours(48));
        Task takeOver = network.task(reference, "task_takeOverLateRequest");
        network.as("supervisor", () -> {
            tasks.claim(takeOver.getId(), "supervisor");
            return null;
        });
        network.ask(reference, "s01");
        Task offer = network.task(reference, "task_answerOffer");

        assertThat(alarms("shelter")).isEmpty();
        assertThat(get("shelter", "cases/" + reference).path("alarms")).isEmpty();
        assertThat(get("shelter", "tasks/" + offer.getId() + "/heading")
                        .path("reported")
                        .isNull())
                .isTrue();
        assertThat(get("shelter", "cards?ids=" + offer.getId()).toString()).doesNotContain("late", "Suzanne");
    }

    @Test
    void whoIsGivenAStepOfALateRequestAndSaysThatSheIsOnItHasTheRequest() throws IOException {
        String reference = network.requested();
        network.pass(reference, Duration.ofHours(48));
        Task choice = network.task(reference, "task_chooseShelters");
        Visitors.call(
                port,
                "supervisor",
                "POST",
                "own:/tasks/" + choice.getId() + "/cover",
                "{\"way\":\"GIVE\",\"to\":\"coordinator2\",\"reason\":\"urgent\"}");
        assertThat(alarms("supervisor").get(0).path("state").asText()).isEqualTo("WAITS");

        assertThat(Visitors.call(port, "coordinator2", "POST", "own:/tasks/" + choice.getId() + "/alarm", null)
                        .statusCode())
                .isEqualTo(204);

        assertThat(alarms("supervisor").get(0).path("state").asText()).isEqualTo("TAKEN");
    }

    private String onTheWay() {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        return reference;
    }

    private JsonNode alarms(String person) throws IOException {
        return get(person, "alarms");
    }

    private JsonNode get(String person, String path) throws IOException {
        return JSON.readTree(
                Visitors.call(port, person, "GET", "own:/" + path, null).body());
    }
}
