package fr.acse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.FormAnswers;
import fr.acse.platform.door.Door;
import fr.acse.platform.door.HeavyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A node with little memory is sent, again and again, what would take it its memory or its time, while people work. They get their answers,
 * and clocks fire.
 */
class OverloadTrial {

    private static final String MEMORY = "400m";
    private static final Duration LASTS = Duration.ofMinutes(3);
    private static final Duration NEARLY_ALWAYS = Duration.ofSeconds(1);
    private static final int NEARLY_ALL = 95;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUNNING =
            "from deadline d join act_ru_job j on j.id_ = d.job where d.state = 'RUNNING' and d.reference is not null";

    private final Journal journal = new Journal();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    @Test
    void peopleGoOnWorkingBesideWhoSendsTooMuch() throws Exception {
        Path folder = Path.of("target/test-data/overload");
        try (Installation installation =
                Installation.prepare(folder, server -> {}).start(Installation.MAIN, 0, "")) {
            ServerNode node = installation.node("small").memory(MEMORY);
            node.start();
            node.waitUntilReady();
            JdbcTemplate jdbc = new JdbcTemplate(installation.dataSource());
            List<PeopleAtWork> staff = Stream.of("operator", "coordinator", "shelter", "finance")
                    .map(login -> new PeopleAtWork(login, List.of(node), journal, login.hashCode(), 40, 0))
                    .toList();
            ExecutorService everybody = Executors.newCachedThreadPool();
            staff.forEach(everybody::submit);
            everybody.submit(() -> again(() -> sendModels(Door.rest(node.port(), "analyst"))));
            everybody.submit(() -> again(() -> rehearse(Door.web(node.port(), "analyst"))));
            everybody.submit(() -> again(() -> write(Door.rest(node.port(), "operator2"))));
            everybody.submit(() -> again(() -> letTimersBeDue(jdbc)));

            Processes.workFor(LASTS);

            isOver = true;
            staff.forEach(PeopleAtWork::goHome);
            everybody.shutdown();
            assertThat(everybody.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
            Processes.waitFor(
                    "the clocks that were due",
                    Processes.PATIENCE,
                    () -> jdbc.queryForList("select 1 " + RUNNING + " and j.duedate_ < now() at time zone 'UTC'")
                            .isEmpty());

            System.out.printf(
                    "OverloadTrial: %s, half of the answers within %d ms, 95 %% within %d ms%n",
                    journal.counts(),
                    journal.waitOf(50).toMillis(),
                    journal.waitOf(NEARLY_ALL).toMillis());
            assertThat(wrong).isEmpty();
            assertThat(node.isRunning()).isTrue();
            assertThat(jdbc.queryForList("select 1 from act_ru_job where exception_msg_ is not null"))
                    .as("clocks that were cut")
                    .isEmpty();
            assertThat(Files.readString(node.log())).doesNotContain("OutOfMemoryError", "StackOverflowError");
            assertThat(new Invariants(jdbc, journal)
                            .check(List.of(node.log())).values().stream()
                                    .flatMap(List::stream)
                                    .toList())
                    .isEmpty();
            assertThat(journal.waitOf(NEARLY_ALL)).isLessThan(NEARLY_ALWAYS);
        }
    }

    private interface Attack {
        void begin() throws IOException;
    }

    private void again(Attack attack) {
        while (!isOver) {
            try {
                attack.begin();
            } catch (IOException | RuntimeException failure) {
                wrong.add(failure.toString());
                return;
            }
        }
    }

    private void sendModels(Door analyst) throws IOException {
        for (Arguments each : HeavyModels.all().toList()) {
            Object[] model = each.get();
            var answer = HeavyModels.deploy(analyst, "heavy", (String) model[0], (String) model[1]);
            expect(answer.statusCode() == 400 && answer.body().contains((String) model[2]), answer.body());
            journal.count("heavy models refused");
        }
    }

    private void rehearse(Door analyst) throws IOException {
        for (Arguments each : HeavyModels.all().toList()) {
            Object[] model = each.get();
            String body = JSON.writeValueAsString(Map.of("files", Map.of(model[0], model[1])));
            var answer = analyst.call("POST", "own:/models/rehearsals", body);
            expect(answer.statusCode() < 500, answer.body());
            journal.count("heavy rehearsals answered " + answer.statusCode());
        }
    }

    /** A narrative in the first task of a case of her own. */
    private void write(Door operator) throws IOException {
        String start = "/process-definition/key/referral/";
        JsonNode form = JSON.readTree(
                operator.call("GET", start + "deployed-start-form", null).body());
        JsonNode begun = JSON.readTree(operator.call("POST", start + "submit-form", entries(form, Map.of()))
                .body());
        String reference = begun.path("businessKey").asText();
        for (JsonNode task : JSON.readTree(operator.call(
                        "GET",
                        "/task?taskDefinitionKey=task_assessSituation&processInstanceBusinessKey=" + reference,
                        null)
                .body())) {
            String path = "/task/" + task.path("id").asText();
            JsonNode fields = JSON.readTree(
                    operator.call("GET", path + "/deployed-form", null).body());
            String text = HeavyModels.TEXTS.get(journal.of("heavy narratives") % HeavyModels.TEXTS.size());
            var answer =
                    operator.call("POST", path + "/submit-form", entries(fields, Map.of("sealed_situation", text)));
            expect(answer.statusCode() == 204, answer.body());
            journal.count("heavy narratives");
        }
        Processes.workFor(Duration.ofSeconds(2));
    }

    private static String entries(JsonNode form, Map<String, Object> more) throws IOException {
        Map<String, Object> variables = new TreeMap<>();
        FormAnswers.of(form, Clock.systemUTC(), more)
                .forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return JSON.writeValueAsString(Map.of("variables", variables));
    }

    /** Time passes faster than it does. */
    private void letTimersBeDue(JdbcTemplate jdbc) {
        List<String> jobs = new ArrayList<>(jdbc.queryForList(
                "select j.id_ " + RUNNING + " and d.activity <> 'timer_silence' order by random() limit 1",
                String.class));
        for (String job : jobs) {
            jdbc.update(
                    "update act_ru_job set duedate_ = now() at time zone 'UTC' where id_ = ? and lock_owner_ is null",
                    job);
            journal.count("clocks that were due");
        }
        Processes.workFor(Duration.ofSeconds(1));
    }

    private void expect(boolean expected, String answer) {
        if (!expected) {
            wrong.add(answer.substring(0, Math.min(300, answer.length())));
        }
    }
}
