package fr.acse.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.ProcessTest;
import fr.acse.deadline.Deadline;
import fr.acse.platform.assignment.Assignments;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ProcessTest
class PhrasesTest {

    @Autowired
    RepositoryService repository;

    @LocalServerPort
    int port;

    @Test
    void theModuleIsServedBeforeTheLogin() throws Exception {
        HttpResponse<String> answer = module();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(phrases().path("deadlines.title").asText()).isEqualTo("Deadlines");
        assertThat(phrases().path("standing.AT_RISK").asText()).isEqualTo("At risk");
    }

    @Test
    void everyTaskAndEachStartFormSaysWhatHasHappened() throws Exception {
        Set<String> asked = new TreeSet<>();
        for (ProcessDefinition each :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            BpmnModelInstance model = repository.getBpmnModelInstance(each.getId());
            model.getModelElementsByType(UserTask.class)
                    .forEach(task -> asked.add(task.getId().replace("task_", "")));
            if (each.hasStartFormKey()) {
                asked.add(each.getKey());
            }
        }
        assertThat(keys("done.")).containsAll(asked);
    }

    /** What scripts put together of a state has words for each state that the server sends. */
    @Test
    void everyStateHasWords() throws Exception {
        assertThat(keys("case.state."))
                .isEqualTo(Arrays.stream(Deadline.State.values())
                        .filter(state -> state != Deadline.State.ENDED)
                        .map(Enum::name)
                        .collect(Collectors.toSet()));
        assertThat(keys("cover.way."))
                .isEqualTo(
                        Arrays.stream(Assignments.Way.values()).map(Enum::name).collect(Collectors.toSet()));
        assertThat(keys("cover.do.")).containsExactlyInAnyOrder("BACK", "TAKE_OVER", "GIVE", "FREE");
        assertThat(keys("cases.sort.")).containsExactlyInAnyOrder("DUE", "LAST", "OPENED", "REFERENCE");
        assertThat(keys("models.state.")).containsExactlyInAnyOrder("RELEASED", "REFUSED", "WITHDRAWN");
        assertThat(keys("models.change.")).containsExactlyInAnyOrder("added", "changed", "removed", "redrawn");
        assertThat(keys("models.rehearsal.")).containsExactlyInAnyOrder("RUNNING", "GREEN", "PARTLY", "RED", "FAILED");
        assertThat(keys("people.state."))
                .containsExactlyInAnyOrder(
                        "WORKS", "ROLE_WAITS", "WAITS", "REFUSED", "INVITED", "SENDING", "EXPIRED", "DISABLED");
        assertThat(keys("run.reason."))
                .containsExactlyInAnyOrder("accountClosed", "accountWrong", "accountBlocked", "noReason", "other");
        assertThat(keys("run.stands.")).containsExactlyInAnyOrder("STARTED", "STOPPED", "open", "settled");
        assertThat(keys("run.state.")).containsExactlyInAnyOrder("PAID", "REFUSED");
        assertThat(keys("models.origin.")).containsExactlyInAnyOrder("RELEASE", "ANALYST", "AGAIN");
    }

    private Set<String> keys(String begin) throws Exception {
        Set<String> keys = new TreeSet<>();
        phrases().fieldNames().forEachRemaining(key -> {
            if (key.startsWith(begin)) {
                keys.add(key.substring(begin.length()));
            }
        });
        return keys;
    }

    private JsonNode phrases() throws Exception {
        return new ObjectMapper().readTree(module().body().replaceFirst("^export default ", ""));
    }

    private HttpResponse<String> module() throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + "/camunda/app/acse/phrases.js");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
