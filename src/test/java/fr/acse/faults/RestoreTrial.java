package fr.acse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.EveryCell;
import fr.acse.FormAnswers;
import fr.acse.platform.door.Door;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A backup is made while people work; everything is lost; it is restored to a moment, with the keys, and work goes on. What was
 * acknowledged before that moment is there, no job is done twice, the logs are whole, and what was erased since is erased again.
 */
class RestoreTrial {

    private static final Path FOLDER = Path.of("target/test-data/restore");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is acknowledged within a second of the moment may be on either side of it. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    @Test
    void aBackupUnderLoadIsRestoredToAMomentAndWorkGoesOn() throws Exception {
        Journal journal = new Journal();
        try (Installation installation = Installation.start(FOLDER, 1)) {
            String erased = closedCase(installation.nodes().get(0));
            ExecutorService people = Executors.newCachedThreadPool();
            List<PeopleAtWork> staff = new ArrayList<>();
            for (String login : List.of("operator", "coordinator", "shelter", "shelter2", "shelter3", "finance")) {
                PeopleAtWork each = new PeopleAtWork(login, installation.nodes(), journal, login.hashCode(), 30, 0);
                staff.add(each);
                people.submit(each);
            }
            Processes.workFor(Duration.ofSeconds(15));
            installation.primary().backup(FOLDER.resolve("backup"));
            Processes.workFor(Duration.ofSeconds(10));
            Instant moment = Instant.now();
            String until = installation.primary().ask("select now()");
            Processes.workFor(Duration.ofSeconds(5));

            assertThat(command(installation, "erase", erased)).contains("case_file key: 1");
            Path marks = Files.writeString(FOLDER.resolve("erased.txt"), command(installation, "erased"));
            staff.forEach(PeopleAtWork::goHome);
            people.shutdownNow();
            people.awaitTermination(30, TimeUnit.SECONDS);
            installation.primary().ask("select pg_switch_wal()");
            Processes.workFor(Duration.ofSeconds(2));
            installation.nodes().get(0).kill();

            installation.restored(FOLDER.resolve("backup"), until);
            ServerNode node = installation.nodes().get(0);
            JdbcTemplate jdbc = new JdbcTemplate(installation.dataSource());
            assertThat(EveryCell.thatContains(erased, jdbc)).as("it came back").isNotEmpty();
            assertThat(command(
                            installation, "erase-again", marks.toAbsolutePath().toString()))
                    .contains("1 cases were there again");
            node.start();
            node.waitUntilReady();
            Processes.workFor(Duration.ofSeconds(10));

            assertThat(EveryCell.thatContains(erased, jdbc)).isEmpty();
            Map<String, List<String>> found =
                    new Invariants(jdbc, journal.until(moment.minus(A_MOMENT))).check(List.of(node.log()));
            assertThat(found.values().stream().flatMap(List::stream).toList())
                    .as(found.toString())
                    .isEmpty();
            assertThat(command(installation, "verify-reveals"))
                    .contains("The reveal log is whole", "The audit log is whole");
            System.out.printf(
                    "Restored: %d of %d steps were acknowledged before the moment, and all are there%n",
                    journal.until(moment.minus(A_MOMENT)).steps().size(),
                    journal.steps().size());
        }
    }

    /** A minor is handed over to child protection, and the case is closed. */
    private static String closedCase(ServerNode node) throws Exception {
        Door operator = Door.rest(node.port(), "operator");
        String path = "/process-definition/key/referral";
        String reference = JSON.readTree(operator.call(
                                "POST",
                                path + "/submit-form",
                                body(
                                        JSON.readTree(operator.call("GET", path + "/deployed-start-form", null)
                                                .body()),
                                        Map.of()))
                        .body())
                .path("businessKey")
                .asText();
        complete(operator, reference, Map.of("ageAssessment", "minor"));
        complete(Door.rest(node.port(), "coordinator"), reference, Map.of());
        return reference;
    }

    /** The only open task of a case. */
    private static void complete(Door person, String reference, Map<String, Object> instead) throws Exception {
        String tasks = "/task?processInstanceBusinessKey=" + reference;
        Processes.waitFor(
                "a task of " + reference,
                Processes.PATIENCE,
                () -> !person.call("GET", tasks, null).body().equals("[]"));
        JsonNode task = JSON.readTree(person.call("GET", tasks, null).body()).get(0);
        String place = "/task/" + task.path("id").asText();
        JsonNode form =
                JSON.readTree(person.call("GET", place + "/deployed-form", null).body());
        assertThat(person.call("POST", place + "/submit-form", body(form, instead))
                        .statusCode())
                .isEqualTo(204);
    }

    private static String body(JsonNode form, Map<String, Object> instead) throws Exception {
        Map<String, Object> variables = new TreeMap<>();
        FormAnswers.of(form, Clock.systemUTC(), instead)
                .forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return JSON.writeValueAsString(Map.of("variables", variables));
    }

    private static String command(Installation installation, String... words) throws Exception {
        ServerNode command = installation.node("command-" + words[0]);
        command.start(words);
        command.exit(Processes.PATIENCE);
        return Files.readString(command.log())
                .lines()
                .filter(line -> !line.equals("OK"))
                .collect(Collectors.joining("\n"));
    }
}
