package fr.acse.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.Login;
import fr.acse.platform.door.Visitors;
import fr.acse.platform.identity.People;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each role reads at each moment of a danger, as the table {@code moments.txt} says. */
@ProcessTest
class MomentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ROLES = List.of("operator", "coordinator", "supervisor", "shelter");

    @Autowired
    Network network;

    @Autowired
    TaskService tasks;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private final List<String> rows = new ArrayList<>();

    @BeforeEach
    void noAlarmFromBefore() {
        jdbc.update("update alarm set ended_at = now() where ended_at is null");
    }

    @Test
    void aMissingWomanIsMissingOnEachScreenUntilSheIsFound() throws IOException {
        String reference = network.arrived();
        moment(reference, "she lives in the shelter");
        network.startFor(reference, "leaving", "propose-leaving", "shelter", "leavingKind", "disappeared");
        moment(reference, "she has disappeared");
        take(network.task(reference, "task_traceWoman"), "coordinator");
        moment(reference, "the coordination looks for her");
        network.complete(reference, "task_traceWoman", "coordinator", "traceResult", "notYet");
        moment(reference, "she is not found yet");
        network.complete(reference, "task_traceWoman", "coordinator", "traceResult", "found");
        moment(reference, "she is found");

        assertThat(rows).isEqualTo(expected("missing"));
    }

    @Test
    void aLateAnswerIsAnAlarmUntilTheAnswerComes() throws IOException {
        String reference = network.requested();
        network.pass(reference, Duration.ofHours(47));
        moment(reference, "an hour is left");
        network.pass(reference, Duration.ofHours(2));
        moment(reference, "the 48 hours are over");
        take(network.task(reference, "task_takeOverLateRequest"), "supervisor");
        moment(reference, "a supervisor takes it over");
        network.complete(reference, "task_takeOverLateRequest", "supervisor");
        moment(reference, "she has taken it over");
        network.propose(reference, "lateReason", "sheltersSilent");
        moment(reference, "the answer comes");

        assertThat(rows).isEqualTo(expected("late"));
    }

    @Test
    void aDangerStaysAnAlarmUntilTheCoordinationHasDecided() throws IOException {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        moment(reference, "they are on the way");
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        moment(reference, "the escort reports danger");
        network.pass(reference, Duration.ofMinutes(16));
        moment(reference, "nobody has taken it for a quarter of an hour");
        take(network.task(reference, "task_decideOnJourney"), "coordinator");
        moment(reference, "the coordination takes it");
        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn");
        moment(reference, "the coordination has decided");

        assertThat(rows).isEqualTo(expected("danger"));
    }

    @Test
    void aWomanWhoWasLostOnTheWayIsMissingUntilHerPlaceIsGivenUp() throws IOException {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "lost");
        moment(reference, "the escort does not find her");
        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "lost");
        moment(reference, "the journey ends, and her association tries to reach her");
        network.pass(reference, Duration.ofHours(49));
        network.complete(reference, "task_traceNoShow", "operator", "trace", "notReached");
        moment(reference, "the time to reach her is over");
        network.complete(reference, "task_confirmNoShow", "coordinator", "noShowAnswer", "givenUp");
        moment(reference, "the place is given up");

        assertThat(rows).isEqualTo(expected("lost"));
    }

    private void moment(String reference, String moment) throws IOException {
        for (String role : ROLES) {
            rows.add(Stream.of(
                            moment,
                            role,
                            list(reference, role),
                            bar(reference, role),
                            page(reference, role),
                            cards(reference, role))
                    .collect(Collectors.joining(" | ")));
        }
    }

    /** Stage and marks in the list of cases. */
    private String list(String reference, String role) throws IOException {
        JsonNode found = get(role, "cases?text=" + reference).path("cases");
        if (found.isEmpty()) {
            return "-";
        }
        JsonNode line = found.get(0);
        return Stream.of(
                        line.path("stage").asText(),
                        line.path("alarm").asBoolean() ? "ALARM" : "",
                        line.path("danger").asBoolean() ? "DANGER" : "",
                        line.path("missing").asBoolean() ? "MISSING" : "",
                        line.path("due").path("late").asBoolean() ? "LATE" : "",
                        line.path("urgent").asBoolean() ? "URGENT" : "")
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The list behind the number of alarms, which stands in the header of all pages, also on a telephone. */
    private String bar(String reference, String role) throws IOException {
        return alarms(get(role, "alarms"), reference);
    }

    private String page(String reference, String role) throws IOException {
        JsonNode page = get(role, "cases/" + reference);
        return page.has("alarms") ? page.path("stage").asText() + ": " + alarms(page.path("alarms"), reference) : "-";
    }

    /** The cards of the tasks in her two lists. */
    private String cards(String reference, String role) throws IOException {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .or()
                .taskAssignee(role)
                .taskCandidateGroupIn(List.copyOf(people.groupsOf(new Login(role))))
                .includeAssignedTasks()
                .endOr()
                .orderByTaskPriority()
                .desc()
                .orderByTaskName()
                .asc()
                .list();
        JsonNode cards = get(role, "cards?ids=" + open.stream().map(Task::getId).collect(Collectors.joining(",")));
        String shown = open.stream()
                .filter(task -> cards.has(task.getId()))
                .map(task -> task.getName()
                        + Stream.of(cards.path(task.getId())
                                        .path("reported")
                                        .path("what")
                                        .asText(null))
                                .filter(Objects::nonNull)
                                .map(what -> " [" + what + "]")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(", "));
        return shown.isEmpty() ? "-" : shown;
    }

    private static String alarms(JsonNode alarms, String reference) {
        String shown = StreamSupport.stream(alarms.spliterator(), false)
                .filter(alarm -> alarm.path("reference").asText().equals(reference))
                .map(alarm -> alarm.path("what").asText() + " " + state(alarm)
                        + (alarm.path("task").isNull() ? "" : " (her task)"))
                .collect(Collectors.joining(", "));
        return shown.isEmpty() ? "-" : shown;
    }

    private static String state(JsonNode alarm) {
        return switch (alarm.path("state").asText()) {
            case "WAITS" -> "waits";
            case "TAKEN" -> "taken by " + alarm.path("takenBy").asText();
            default -> "over";
        };
    }

    private JsonNode get(String role, String path) throws IOException {
        return JSON.readTree(
                Visitors.call(port, role, "GET", "own:/" + path, null).body());
    }

    private void take(Task task, String person) {
        network.as(person, () -> {
            tasks.claim(task.getId(), person);
            return null;
        });
    }

    private static List<String> expected(String part) throws IOException {
        try (InputStream table = MomentsTest.class.getResourceAsStream("/moments.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(line -> !line.equals("# " + part))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
