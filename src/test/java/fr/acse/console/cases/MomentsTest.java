package fr.acse.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Moments;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.Login;
import fr.acse.platform.door.Visitors;
import fr.acse.platform.identity.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each role reads at each moment of a danger, as the table {@code moments.txt} says, beside a telephone. */
@ProcessTest
class MomentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Number of columns besides the telephone, which {@code MomentsIT} looks at. */
    private static final int COLUMNS = 6;

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

    @ParameterizedTest
    @ValueSource(strings = {"missing", "late", "danger", "lost"})
    void eachRoleReadsTheSameTruthOnEachScreenAtEachMoment(String story) {
        new Moments(network, tasks, this::moment).tell(story);

        assertThat(rows)
                .isEqualTo(Moments.expected(story).stream()
                        .map(cells -> String.join(" | ", cells.subList(0, COLUMNS)))
                        .toList());
    }

    private void moment(String reference, String moment) {
        for (String role : Moments.ROLES) {
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
    private String list(String reference, String role) {
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
    private String bar(String reference, String role) {
        return alarms(get(role, "alarms"), reference);
    }

    private String page(String reference, String role) {
        JsonNode page = get(role, "cases/" + reference);
        return page.has("alarms") ? page.path("stage").asText() + ": " + alarms(page.path("alarms"), reference) : "-";
    }

    /** The cards of the tasks in her two lists. */
    private String cards(String reference, String role) {
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

    private JsonNode get(String role, String path) {
        try {
            return JSON.readTree(
                    Visitors.call(port, role, "GET", "own:/" + path, null).body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
