package fr.acse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.FormAnswers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningApplication
class RestCaseIT {

    private static final List<String> STAFF =
            List.of("operator", "coordinator", "shelter", "shelter2", "shelter3", "finance", "finance2", "supervisor");

    private static final Duration DONE_WITHIN = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @LocalServerPort
    int port;

    @Test
    void theFirstOptionEverywhereLeadsToTheResidentCard() throws Exception {
        String reference = start("operator", "referral");
        assertThat(reference).matches("ACSE-[0-9A-Z]{4}-[0-9A-Z]{4}");
        List<String> steps = new ArrayList<>(completeAll(reference));
        String run = start("finance", "payment-run");
        steps.addAll(completeAll(run));
        steps.addAll(completeAll(reference));

        assertThat(steps)
                .startsWith("task_assessSituation", "task_recordCommitment", "task_submitRequest")
                .contains(
                        "task_chooseShelters",
                        "task_confirmReception",
                        "task_handOverAllowance",
                        "task_recordBankAnswer",
                        "task_recordDecision");
        assertThat(endsOf(reference))
                .containsEntry("referral", "COMPLETED")
                .containsEntry("travel-claim", "COMPLETED")
                .containsEntry("allowance", "COMPLETED")
                .containsEntry("residence-permit", "COMPLETED");
    }

    @Test
    void whoHasNoLoginGetsNothing() throws Exception {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri("/task")).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void anotherOrganisationNeitherSeesNorCompletesATask() throws Exception {
        String reference = start("operator", "referral");
        JsonNode task = tasks("operator", reference).get(0);

        assertThat(tasks("operator2", reference)).isEmpty();
        assertThat(call("operator2", "GET", "/task/" + task.path("id").asText() + "/form-variables", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(submit("operator2", task).statusCode()).isEqualTo(403);
    }

    @Test
    void aRoleStartsOnlyWhatIsItsOwn() throws Exception {
        for (String person : List.of("shelter", "finance", "supervisor", "analyst")) {
            HttpResponse<String> answer =
                    call(person, "POST", "/process-definition/key/referral/submit-form", Map.of("variables", Map.of()));
            assertThat(answer.statusCode()).as(person).isEqualTo(403);
        }
    }

    @Test
    void aRefusalIsABadRequestWithWords() throws Exception {
        HttpResponse<String> answer = call(
                "operator",
                "POST",
                "/process-definition/key/referral/submit-form",
                Map.of("variables", Map.of("sealed_firstName", Map.of("value", "Anna"))));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("message").asText())
                .isEqualTo("Last name: please fill this in, it is required.");
    }

    private String start(String person, String process) throws Exception {
        String path = "/process-definition/key/" + process;
        JsonNode form = read(call(person, "GET", path + "/deployed-start-form", null));
        // Nobody of another test has her name, so that nobody asks whether they are the same woman.
        Map<String, Object> ofHerOwn = process.equals("referral")
                ? Map.of("sealed_lastName", UUID.randomUUID().toString())
                : Map.of();
        HttpResponse<String> answer = call(person, "POST", path + "/submit-form", body(form, ofHerOwn));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).path("businessKey").asText();
    }

    /** Everybody completes what she finds, until nobody finds anything and no job is left to do. */
    private List<String> completeAll(String reference) throws Exception {
        List<String> steps = new ArrayList<>();
        boolean goesOn = true;
        Instant until = Instant.now().plus(DONE_WITHIN);
        while (goesOn) {
            assertThat(Instant.now())
                    .as("jobs of %s are still to be done", reference)
                    .isBefore(until);
            // Asked before the tasks: what a job makes meanwhile is found in the next round.
            goesOn = hasJobToDo(reference);
            for (String person : STAFF) {
                for (JsonNode task : tasks(person, reference)) {
                    if (submit(person, task).statusCode() == 204) {
                        steps.add(task.path("taskDefinitionKey").asText());
                        goesOn = true;
                    }
                }
            }
        }
        return steps;
    }

    private boolean hasJobToDo(String reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .anyMatch(instance -> management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .executable()
                                .count()
                        > 0);
    }

    private HttpResponse<String> submit(String person, JsonNode task) throws Exception {
        String path = "/task/" + task.path("id").asText();
        HttpResponse<String> form = call(person, "GET", path + "/deployed-form", null);
        Map<String, Object> values = form.statusCode() == 200 ? body(JSON.readTree(form.body()), Map.of()) : Map.of();
        return call(person, "POST", path + "/submit-form", values);
    }

    private JsonNode tasks(String person, String reference) throws Exception {
        return read(call(person, "GET", "/task?processInstanceBusinessKey=" + reference, null));
    }

    private Map<String, String> endsOf(String reference) throws Exception {
        Map<String, String> ends = new TreeMap<>();
        read(call("supervisor", "GET", "/history/process-instance?processInstanceBusinessKey=" + reference, null))
                .forEach(instance -> ends.put(
                        instance.path("processDefinitionKey").asText(),
                        instance.path("state").asText()));
        return ends;
    }

    private static Map<String, Object> body(JsonNode form, Map<String, Object> instead) {
        Map<String, Object> variables = new TreeMap<>();
        FormAnswers.of(form, Clock.systemUTC(), instead)
                .forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    private JsonNode read(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> call(String person, String method, String path, Object body) throws Exception {
        String login = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + "/engine-rest" + path);
    }
}
