package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import untouched.Hit;
import untouched.Untouched;
import untouched.UntouchedEngine;

/** What somebody with a login, or without one, tries. Each attack is seen to work on the untouched engine first. */
@ProcessTest
class AttackTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EMPTY_FORM =
            "{\"id\":\"attack\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[]}";
    private static final String RUN = "${''.getClass().forName('untouched.Hit').newInstance()}";
    private static final String OR_QUERY = "{\"orQueries\":[{\"assigneeExpression\":\"" + RUN + "\"}]}";

    @Autowired
    Network network;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    /** Each test deploys a process of its own. */
    private final String key = "attack" + System.nanoTime();

    private final HttpClient http = HttpClient.newHttpClient();

    private final Door keeper = Door.rest(Untouched.port(), UntouchedEngine.KEEPER);

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/task/count"})
    void anExpressionInAQueryRunsNothing(String path) {
        worksOnUntouched(() -> Door.rest(Untouched.port(), "operator").call("POST", path, OR_QUERY));

        for (Door door : List.of(Door.rest(port, "operator"), Door.web(port, "operator"))) {
            assertRefused(() -> door.call("POST", path, OR_QUERY), "Queries with expressions are refused");
        }
    }

    @Test
    void anExpressionThatExtendsAFilterRunsNothing() throws Exception {
        String stock =
                id(keeper.call("POST", "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"any\",\"query\":{}}"));
        worksOnUntouched(
                () -> Door.rest(Untouched.port(), "operator").call("POST", "/filter/" + stock + "/list", OR_QUERY));

        String ours = filters.createFilterQuery().list().get(0).getId();
        assertRefused(
                () -> Door.rest(port, "operator").call("POST", "/filter/" + ours + "/list", OR_QUERY),
                "Queries with expressions are refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='t' camunda:class='untouched.Hit'/>",
                "<serviceTask id='t' xmlns:old='http://activiti.org/bpmn' old:class='untouched.Hit'/>",
                "<serviceTask id='t' camunda:expression=\"" + RUN + "\"/>",
                "<serviceTask id='t' camunda:delegateExpression=\"" + RUN + "\"/>",
                "<manualTask id='t'><extensionElements><camunda:executionListener event='start' class='untouched.Hit'/>"
                        + "</extensionElements></manualTask>",
                "<manualTask id='t'><extensionElements><camunda:executionListener event='start' expression=\"" + RUN
                        + "\"/></extensionElements></manualTask>"
            })
    void aDeployedModelRunsNoCodeOfItsOwn(String step) {
        String model = model(step, "");
        Door stock = Door.rest(Untouched.port(), "analyst");
        worksOnUntouched(() -> {
            deploy(stock, model);
            return stock.call("POST", "/process-definition/key/" + key + "/start", "{}");
        });

        assertRefused(() -> deploy(Door.rest(port, "analyst"), model), "Nothing was deployed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<userTask id='t' name=\"" + RUN + "\"/>",
                "<manualTask id='t' camunda:asyncBefore='false'/>",
                "<userTask id='t' camunda:assignee=\"" + RUN + "\"/>"
            })
    void anExpressionInANameOrAConditionIsNotDeployed(String step) {
        boolean condition = step.startsWith("<manualTask");
        String model = model(step, condition ? "<conditionExpression>" + RUN + "</conditionExpression>" : "");
        Door stock = Door.rest(Untouched.port(), "analyst");
        worksOnUntouched(() -> {
            deploy(stock, model);
            return stock.call("POST", "/process-definition/key/" + key + "/start", "{}");
        });

        assertRefused(() -> deploy(Door.rest(port, "analyst"), model), "Nothing was deployed");
    }

    @Test
    void aScriptIsNotDeployed() {
        String model = model(
                "<scriptTask id='t' scriptFormat='javascript'><script>java.lang.System.exit(1)</script></scriptTask>",
                "");
        assertThat(deploy(Door.rest(Untouched.port(), "analyst"), model).statusCode())
                .isEqualTo(200);

        assertRefused(() -> deploy(Door.rest(port, "analyst"), model), "scriptTask”, which is not allowed in a model");
    }

    @Test
    void nobodyMakesHerselfTheFirstAdministrator() throws Exception {
        String body = "{\"profile\":{\"id\":\"intruder\",\"firstName\":\"I\",\"lastName\":\"I\"},"
                + "\"credentials\":{\"password\":\"intruder-with-a-long-one\"}}";
        String path = "/camunda/api/admin/setup/default/user/create";
        assertThat(anonymous(Untouched.port(), path, body).statusCode()).isEqualTo(204);
        assertThat(keeper.call("GET", "/group?member=intruder", null).body()).contains("camunda-admin");

        assertThat(anonymous(port, path, body).statusCode()).isEqualTo(401);
        assertThat(Door.web(port, "admin")
                        .exchange("POST", path, "application/json", body)
                        .statusCode())
                .isEqualTo(404);
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/engine/engine;x/default/process-definition",
                "/camunda/api;x/engine/engine/default/process-definition",
                "/camunda//api/engine/engine/default/process-definition",
                "/camunda/api/engine/engine/default;x/process-definition",
                "/camunda/api/engine/engine/%64efault/process-definition",
                "/camunda/api/./engine/engine/default/process-definition",
                "//camunda/api/engine/engine/default/process-definition",
                "/engine-rest;x/process-definition",
                "/engine-rest/%2e%2e/engine-rest/process-definition"
            })
    void noSpellingOfAPathGoesPastTheDoors(String path) throws Exception {
        assertThat(raw(port, path)).matches("HTTP/1.1 40[0134] .*");
    }

    @Test
    void aSpellingOfAPathGoesPastTheUntouchedEngine() throws Exception {
        assertThat(raw(Untouched.port(), "/camunda/api/engine/engine;x/default/process-definition"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void anotherSiteDoesNothingWithALoginThatTheBrowserRemembers() throws Exception {
        Door stock = Door.rest(Untouched.port(), "analyst");
        deploy(stock, model("<userTask id='t' camunda:candidateGroups='analysts'/>", ""));
        stock.call("POST", "/process-definition/key/" + key + "/start", "{}");
        String others = id(keeper.call("GET", "/task?candidateGroup=analysts", null));
        stock.call("POST", "/task/" + others + "/claim", "{\"userId\":\"analyst\"}");
        assertThat(fromElsewhere(Untouched.port(), "analyst", "/task/" + others + "/unclaim"))
                .isEqualTo(204);

        String reference = network.openReferral();
        Task task = network.task(reference, "task_assessSituation");
        network.as("operator", () -> {
            tasks.claim(task.getId(), "operator");
            return null;
        });
        assertThat(fromElsewhere(port, "operator", "/task/" + task.getId() + "/unclaim"))
                .isEqualTo(403);
        assertThat(network.task(reference, "task_assessSituation").getAssignee())
                .isEqualTo("operator");
    }

    @Test
    void aWebSessionDoesNothingWithoutItsToken() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + port + "/camunda/api/acse/drafts/start-referral"))
                        .header("Content-Type", "application/json")
                        .header("Cookie", sessionOf("operator"))
                        .PUT(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aBusinessKeyThatSomebodyTypesIsNotTaken() throws Exception {
        Door stock = Door.rest(Untouched.port(), "analyst");
        deploy(stock, model("<userTask id='t'/>", ""));
        assertThat(stock.call("POST", "/process-definition/key/" + key + "/submit-form", "{\"businessKey\":\"FORGED\"}")
                        .body())
                .contains("FORGED");

        String body = JSON.writeValueAsString(Map.of(
                "businessKey",
                "FORGED",
                "variables",
                Map.of("sealed_firstName", Map.of("value", "A"), "sealed_lastName", Map.of("value", "B"))));
        HttpResponse<String> answer =
                Door.rest(port, "operator").call("POST", "/process-definition/key/referral/submit-form", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("FORGED").contains("\"businessKey\":\"ACSE-");
    }

    @Test
    void whoseGroupIsTakenFromATaskSeesItNoMore() throws Exception {
        Door stock = Door.rest(Untouched.port(), "operator");
        deploy(
                Door.rest(Untouched.port(), "analyst"),
                model("<userTask id='t' camunda:candidateGroups='operators'/>", ""));
        keeper.call("POST", "/process-definition/key/" + key + "/start", "{}");
        String old = id(keeper.call("GET", "/task?candidateGroup=operators", null));
        keeper.call(
                "POST",
                "/task/" + old + "/identity-links/delete",
                "{\"groupId\":\"operators\",\"type\":\"candidate\"}");
        assertThat(stock.call("GET", "/task/" + old, null).statusCode()).isEqualTo(200);

        Task task = network.task(network.openReferral(), "task_assessSituation");
        Door operator = Door.rest(port, "operator");
        assertThat(operator.call("GET", "/task/" + task.getId(), null).statusCode())
                .isEqualTo(200);
        tasks.deleteCandidateGroup(task.getId(), "org-harbour");
        assertThat(operator.call("GET", "/task/" + task.getId(), null).statusCode())
                .isEqualTo(404);
        assertThat(operator.call("GET", "/task/" + task.getId() + "/form-variables", null)
                        .statusCode())
                .isEqualTo(403);
        tasks.addCandidateGroup(task.getId(), "org-harbour");
    }

    @Test
    void whoIsTakenFromAGroupSeesNothingMoreInTheSameSession() {
        String reference = network.openReferral();
        Door session = Door.web(port, "operator");
        String list = "/task?processInstanceBusinessKey=" + reference;
        assertThat(session.call("GET", list, null).body()).contains("Assess the situation");

        identity.deleteMembership("operator", "org-harbour");
        try {
            assertThat(session.call("GET", list, null).body()).isEqualTo("[]");
        } finally {
            identity.createMembership("operator", "org-harbour");
        }
    }

    /** Cockpit's own queries ask for the groups that the engine keeps in the session. */
    @Test
    void whoIsTakenFromAGroupSeesNothingMoreInCockpitEither() {
        network.openReferral();
        String login = "both-roles";
        String password = "four-words-of-nothing";
        User user = identity.newUser(login);
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(login, "analysts");
        identity.createMembership(login, "supervisors");
        try {
            Door session = Door.web(port, login, password, "cockpit");
            String list = "web:/camunda/api/cockpit/plugin/base/default/process-instance";
            String all = "{\"variables\":[]}";
            assertThat(session.call("POST", list, all).body()).contains("ACSE-");

            identity.deleteMembership(login, "supervisors");
            assertThat(session.call("POST", list, all).body()).isEqualTo("[]");

            identity.createMembership(login, "supervisors");
            assertThat(session.call("POST", list, all).body()).contains("ACSE-");
        } finally {
            identity.deleteUser(login);
        }
    }

    @Test
    void aGroupIsNotReplacedByTheOneThatTheBodyNames() {
        String body = "{\"id\":\"org-evil\",\"name\":\"Evil\",\"type\":\"organisation\"}";

        assertRefused(() -> Door.rest(port, "admin").call("PUT", "/group/org-s02", body), "names somebody else");

        assertThat(identity.createGroupQuery().groupId("org-evil").count()).isZero();
    }

    @Test
    void aLoginWhosePasswordStandsInTheAddressIsRefused() throws Exception {
        HttpResponse<String> answer = anonymous(
                port, "/camunda/api/admin/auth/user/default/login/welcome?username=operator&password=wrong", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .as("the device is known only after the password was right")
                .isEmpty();
    }

    private static void worksOnUntouched(Callable<?> attack) {
        int before = Untouched.hits();
        try {
            attack.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        assertThat(Untouched.hits()).isGreaterThan(before);
    }

    private static String id(HttpResponse<String> answer) throws IOException {
        JsonNode json = JSON.readTree(answer.body());
        return (json.isArray() ? json.get(0) : json).path("id").asText();
    }

    private static int hitsOf(Callable<?> attack) {
        int before = Hit.COUNT.get();
        try {
            attack.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Hit.COUNT.get() - before;
    }

    private static void assertRefused(Callable<HttpResponse<String>> attack, String words) {
        assertThat(hitsOf(() -> {
                    HttpResponse<String> answer = attack.call();
                    assertThat(answer.statusCode()).isEqualTo(400);
                    assertThat(answer.body()).contains(words);
                    return answer;
                }))
                .isZero();
    }

    private String model(String step, String condition) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'>"
                + "<process id='" + key + "' isExecutable='true' camunda:historyTimeToLive='P1D'"
                + " camunda:isStartableInTasklist='false'>"
                + "<startEvent id='s'/>"
                + (condition.isEmpty()
                        ? "<sequenceFlow id='f' sourceRef='s' targetRef='t'/>"
                        : "<sequenceFlow id='g' sourceRef='s' targetRef='x'/><manualTask id='x'/>"
                                + "<sequenceFlow id='f' sourceRef='x' targetRef='t'>" + condition + "</sequenceFlow>")
                + step.replace("<userTask", "<userTask camunda:formRef='attack' camunda:formRefBinding='deployment'")
                + "</process></definitions>";
    }

    private static HttpResponse<String> deploy(Door door, String model) {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("deployment-name", "", "attack")
                + part.formatted("data", "; filename=\"attack.bpmn\"", model)
                + part.formatted("form", "; filename=\"attack.form\"", EMPTY_FORM)
                + "--b--\r\n";
        return door.exchange("POST", door.place("/deployment/create"), "multipart/form-data; boundary=b", body);
    }

    private HttpResponse<String> anonymous(int server, String path, String body) throws Exception {
        String address = "http://localhost:" + server;
        String cookies = cookies(http.send(
                HttpRequest.newBuilder(URI.create(address + "/camunda/app/welcome/default/"))
                        .build(),
                BodyHandlers.ofString()));
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .header("Cookie", cookies)
                        .header("X-XSRF-TOKEN", cookies.replaceAll(".*XSRF-TOKEN=([^;]*).*", "$1"))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String sessionOf(String person) throws Exception {
        String address = "http://localhost:" + port;
        String cookies = cookies(http.send(
                HttpRequest.newBuilder(URI.create(address + "/camunda/app/welcome/default/"))
                        .build(),
                BodyHandlers.ofString()));
        return cookies(http.send(
                HttpRequest.newBuilder(URI.create(address + "/camunda/api/admin/auth/user/default/login/welcome"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookies)
                        .header("X-XSRF-TOKEN", cookies.replaceAll(".*XSRF-TOKEN=([^;]*).*", "$1"))
                        .POST(BodyPublishers.ofString("username=" + person + "&password=" + person))
                        .build(),
                BodyHandlers.ofString()));
    }

    private static String cookies(HttpResponse<?> answer) {
        return String.join(
                "; ",
                answer.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.replaceFirst(";.*", ""))
                        .toList());
    }

    private int fromElsewhere(int server, String person, String path) throws Exception {
        String login = Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server + "/engine-rest" + path))
                                .header("Authorization", "Basic " + login)
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    /** Sends a path as it is; a client would put it in its plain form first. */
    private static String raw(int server, String path) throws Exception {
        try (var socket = new Socket("localhost", server)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
