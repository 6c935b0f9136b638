package fr.acse.platform.sets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Door;
import fr.acse.platform.gate.Gate;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** An analyst deploys one file, as the Modeler sends it; what she does not send is completed to a whole set. */
@ProcessTest
class OneFileTest {

    private static final Map<String, byte[]> OURS = Gate.filesOfRelease();
    private static final String PART = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";

    @LocalServerPort
    int port;

    @Autowired
    Network network;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcTemplate jdbc;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneFormIsEnoughAndOnlyNewCasesShowIt(boolean changedOnly) {
        String running = network.openReferral();

        HttpResponse<String> answer =
                send("assess", changedOnly, "assess-situation.form", "\"Her age\"", "\"How old is she?\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(form(running)).contains("Her age").doesNotContain("How old is she?");
        String fresh = network.openReferral();
        assertThat(form(fresh)).contains("How old is she?");
        List<ProcessDefinition> latest =
                repository.createProcessDefinitionQuery().latestVersion().list();
        assertThat(latest)
                .hasSize(processes())
                .allSatisfy(definition -> assertThat(definition.getVersionTag()).isEqualTo("set-2"));
        assertThat(latest.stream().map(ProcessDefinition::getDeploymentId).distinct())
                .hasSize(1);
    }

    /** Whoever loaded the page before the change begins nothing with what two people have replaced. */
    @Test
    void onlyTheCurrentModelBegins() {
        String replaced = network.definition("referral").getId();
        String running = network.openReferral();
        send("assess", true, "assess-situation.form", "\"Her age\"", "\"How old is she?\"");
        String start = "/process-definition/%s/submit-form";
        String entries = "{\"variables\":{}}";

        for (Door door : List.of(Door.rest(port, "operator"), Door.web(port, "operator"))) {
            HttpResponse<String> answer = door.call("POST", start.formatted(replaced), entries);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("was replaced meanwhile", "kept as a draft");
            for (String form : List.of("startForm", "deployed-start-form", "form-variables")) {
                assertThat(door.call("GET", "/process-definition/" + replaced + "/" + form, null)
                                .body())
                        .as(form)
                        .contains("was replaced meanwhile");
            }
        }
        assertThat(Door.web(port, "operator")
                        .call(
                                "POST",
                                start.formatted(network.definition("referral").getId()),
                                entries)
                        .body())
                .doesNotContain("was replaced meanwhile");
        network.complete(running, "task_assessSituation", "operator");
        assertThat(network.tasks(running, "task_recordCommitment"))
                .as("a case goes on in its version, with all that it calls")
                .hasSize(1);
    }

    @Test
    void oneProcessIsEnough() {
        HttpResponse<String> answer =
                send("transfer", true, "transfer.bpmn", "name=\"Plan the journey\"", "name=\"Plan her journey\"");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Set 2: transfer.bpmn; completed with " + (OURS.size() - 1) + " files");
        String reference = network.agreed();
        assertThat(network.task(reference, "task_planJourney").getName()).isEqualTo("Plan her journey");
    }

    @Test
    void oneDecisionIsEnough() {
        HttpResponse<String> answer =
                send("eligibility", false, "eligibility.dmn", "Not a default housing", "No default housing");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(network.committed()).isNotEmpty();
    }

    @Test
    void twoFilesUnderTwoNamesKeepBothChanges() {
        send("one", true, "assess-situation.form", "\"Her age\"", "\"How old is she?\"");
        send("two", true, "assess.bpmn", "name=\"Assess the situation\"", "name=\"Evaluate her situation\"");
        // The Modeler sends the first file once more; it takes nothing back.
        send("one", true, "assess-situation.form", "\"Her age\"", "\"How old is she?\"");

        String reference = network.openReferral();
        assertThat(network.task(reference, "task_assessSituation").getName()).isEqualTo("Evaluate her situation");
        assertThat(form(reference)).contains("How old is she?");
        assertThat(jdbc.queryForObject("select max(number) from model_set", Integer.class))
                .isEqualTo(3);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInWordsOfTheAnalyst() throws Exception {
        String body = PART.formatted("deployment-name", "", "both")
                + PART.formatted(
                        "a",
                        "; filename=\"stay.bpmn\"",
                        changed("stay.bpmn", "P1M</bpmn:timeDuration>", "a month</bpmn:timeDuration>"))
                + PART.formatted(
                        "b", "; filename=\"follow-up.form\"", changed("follow-up.form", "\"goesOn\"", "\"goes-on\""))
                + "--b--\r\n";

        HttpResponse<String> answer = send(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        String message =
                new ObjectMapper().readTree(answer.body()).path("message").asText();
        assertThat(message)
                .contains("Nothing was deployed", "stay.bpmn", "timer_nextFollowUp", "PT48H")
                .contains("follow-up.form", "goes-on")
                .doesNotContain("Exception", "org.camunda", "ENGINE-");
        assertThat(jdbc.queryForObject("select max(number) from model_set", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void anEarlierSetIsMadeCurrentAgain() {
        send("assess", true, "assess-situation.form", "\"Her age\"", "\"How old is she?\"");

        HttpResponse<String> again = Door.web(port, "analyst").call("POST", "own:/models/sets/1/again", "{}");

        assertThat(again.statusCode()).as(again.body()).isEqualTo(204);
        assertThat(form(network.openReferral())).contains("Her age");
        assertThat(Door.web(port, "analyst").call("GET", "own:/models", null).body())
                .contains("\"number\":3", "\"origin\":\"AGAIN\"");
    }

    private HttpResponse<String> send(String name, boolean changedOnly, String file, String is, String becomes) {
        return send(PART.formatted("deployment-name", "", name)
                + PART.formatted("deployment-source", "", "Camunda Modeler")
                + PART.formatted("enable-duplicate-filtering", "", "true")
                + PART.formatted("deploy-changed-only", "", changedOnly)
                + PART.formatted(file, "; filename=\"" + file + "\"", changed(file, is, becomes))
                + "--b--\r\n");
    }

    private static int processes() {
        return (int)
                OURS.keySet().stream().filter(name -> name.endsWith(".bpmn")).count();
    }

    private HttpResponse<String> send(String body) {
        Door door = Door.rest(port, "analyst");
        return door.exchange("POST", door.place("/deployment/create"), "multipart/form-data; boundary=b", body);
    }

    private static String changed(String file, String is, String becomes) {
        String ours = new String(OURS.get(file), StandardCharsets.UTF_8);
        assertThat(ours).contains(is);
        return ours.replace(is, becomes);
    }

    /** The form that an operator sees. */
    private String form(String reference) {
        Task task = network.task(reference, "task_assessSituation");
        return Door.rest(port, "operator")
                .call("GET", "/task/" + task.getId() + "/deployed-form", null)
                .body();
    }
}
