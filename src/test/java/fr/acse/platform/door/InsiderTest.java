package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody with a login of her own tries to learn or to move beside the forms. */
@ProcessTest
class InsiderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Network network;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /task?processInstanceBusinessKey={case}&withTaskVariablesInReturn=true",
                "GET /task?processInstanceBusinessKey={case}&withTaskLocalVariablesInReturn=true",
                "GET /task/{task}?withTaskVariablesInReturn=true",
                "GET /task/{task}?withTaskLocalVariablesInReturn=true",
                "POST /task {\"processInstanceBusinessKey\":\"{case}\",\"withTaskVariablesInReturn\":true}"
            })
    void besideTheFormAnAnswerShowsTheCaseReferenceOnly(String request) {
        String own = network.agreed();
        String offered = network.requested();
        network.complete(offered, "task_chooseShelters", "coordinator", "askHow", "firstThree");
        Task plan = network.task(own, "task_planJourney");
        Task offer = network.tasks(offered, "task_answerOffer").stream()
                .filter(task -> network.as("shelter", () -> network.sees(task)))
                .findFirst()
                .orElseThrow();

        for (Door door : List.of(Door.rest(port, "operator"), Door.web(port, "operator"))) {
            String answer = call(door, request, own, plan);
            assertThat(answer).contains(own).doesNotContain("s01", "shelterCode", "shelterGroup", "arrivalDate");
        }
        assertThat(call(Door.rest(port, "shelter"), request, offered, offer))
                .contains(offered)
                .doesNotContain("harbour", "operatorGroup", "s02", "shelters", "askedShelters");
    }

    @Test
    void aSubmittedFormAnswersNoVariables() throws Exception {
        String reference = network.openReferral();
        Task task = network.task(reference, "task_assessSituation");
        String variables = JSON.writeValueAsString(java.util.Map.of(
                "withVariablesInReturn",
                true,
                "variables",
                fr.acse.FormAnswers.of("assess-situation", java.time.Clock.systemUTC(), new java.util.TreeMap<>())
                        .entrySet()
                        .stream()
                        .collect(java.util.stream.Collectors.toMap(
                                java.util.Map.Entry::getKey, value -> java.util.Map.of("value", value.getValue())))));

        HttpResponse<String> answer =
                Door.rest(port, "operator").call("POST", "/task/" + task.getId() + "/submit-form", variables);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("operatorGroup", "dangerDepartment", "urgency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/count?candidateGroup=org-s01&includeAssignedTasks=true",
                "/task/count?candidateGroupLike=org-s%25",
                "/task/count?candidateGroups=org-s01,org-s02",
                "/task/count?assignee=shelter",
                "/task/count?assigneeLike=shel%25",
                "/task/count?assigneeIn=shelter",
                "/task/count?involvedUser=shelter",
                "/task?sortBy=assignee&sortOrder=asc",
                "/history/process-instance?startedBy=operator",
                "/process-definition/count?incidentMessageLike=%25s01%25"
            })
    void whoHoldsAPlaceIsNoCriterion(String path) {
        assertThat(Door.rest(port, "supervisor").call("GET", path, null).statusCode())
                .isEqualTo(400);
        assertThat(Door.web(port, "supervisor").call("GET", path, null).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSupervisorLearnsNoShelterFromTasksLinksOrHistories() {
        String reference = network.agreed();
        network.complete(reference, "task_planJourney", "operator");
        network.complete(reference, "task_confirmEscort", "coordinator");
        network.complete(reference, "task_confirmDeparture", "operator");
        Task reception = network.task(reference, "task_confirmReception");
        network.as("shelter", () -> {
            tasks.claim(reception.getId(), "shelter");
            return null;
        });

        for (Door door : List.of(Door.rest(port, "supervisor"), Door.web(port, "supervisor"))) {
            for (String path : List.of(
                    "/task?processInstanceBusinessKey=" + reference,
                    "/task/" + reception.getId(),
                    "/task/" + reception.getId() + "/identity-links",
                    "/history/process-instance/" + reception.getProcessInstanceId())) {
                HttpResponse<String> answer = door.call("GET", path, null);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).as(path).doesNotContain("\"shelter\"", "org-s01", "s01", "\"shelter");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"retries\":3,\"dueDate\":null}", "{\"retries\":0}", "{\"retries\":1}"})
    void theEnginesOwnWayToRetryMovesNoClock(String body) {
        Job clock = theClock(network.requested());
        Date due = clock.getDuedate();

        for (Door door : List.of(Door.rest(port, "supervisor"), Door.web(port, "supervisor"))) {
            assertThat(door.call("PUT", "/job/" + clock.getId() + "/retries", body)
                            .statusCode())
                    .isEqualTo(404);
        }

        Job after = management.createJobQuery().jobId(clock.getId()).singleResult();
        assertThat(after.getDuedate()).isEqualTo(due);
        assertThat(after.getRetries()).isEqualTo(clock.getRetries());
    }

    @Test
    void aSupervisorTriesFailedJobsAgainAndNoOthers() {
        Job clock = theClock(network.requested());
        Door supervisor = Door.web(port, "supervisor");
        String path = "own:/failed-jobs/" + clock.getId() + "/retry";

        HttpResponse<String> refused = supervisor.call("POST", path, "{}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This job has not failed");

        management.setJobRetries(clock.getId(), 0);
        assertThat(Door.web(port, "coordinator").call("POST", path, "{}").statusCode())
                .isEqualTo(403);
        assertThat(supervisor.call("POST", path, "{}").statusCode()).isEqualTo(204);
        Job after = management.createJobQuery().jobId(clock.getId()).singleResult();
        assertThat(after.getRetries()).isEqualTo(1);
        assertThat(after.getDuedate()).isEqualTo(clock.getDuedate());
    }

    /** Every door of the engine that a supervisor may use, with every key that would change a job. */
    @Test
    void noListedDoorChangesAJobAnExecutionOrAnInstance(@Autowired Doors doors) {
        String reference = network.requested();
        Job clock = theClock(reference);
        String before = state(reference);
        String body = "{\"retries\":0,\"dueDate\":null,\"duedate\":null,\"suspended\":true,\"deleteReason\":\"x\","
                + "\"jobIds\":[\"" + clock.getId() + "\"],\"processInstanceIds\":[\"" + clock.getProcessInstanceId()
                + "\"]}";
        int knocked = 0;
        for (String person : List.of("supervisor", "coordinator", "analyst", "admin", "operator")) {
            Door rest = Door.rest(port, person);
            for (Doors.Door door : doors.all()) {
                String pattern = door.path().getPatternString();
                if (door.ofEngine() && !door.isReading() && !pattern.matches(".*(submit-form|create|/user|/group).*")) {
                    String path = pattern.replace("{id}", idFor(pattern, clock, reference));
                    for (String method : door.methods()) {
                        if (!method.equals("GET") && !method.equals("OPTIONS")) {
                            rest.call(method, path, body);
                            knocked++;
                        }
                    }
                }
            }
        }
        assertThat(knocked).isGreaterThan(50);
        assertThat(state(reference)).isEqualTo(before);
    }

    private String idFor(String pattern, Job clock, String reference) {
        if (pattern.startsWith("/job")) {
            return clock.getId();
        }
        return pattern.startsWith("/task")
                ? network.tasks(reference, "task_chooseShelters").get(0).getId()
                : clock.getProcessInstanceId();
    }

    private String state(String reference) {
        return jdbc.queryForList(
                        "select j.id_, j.duedate_, j.retries_, j.suspension_state_ from act_ru_job j"
                                + " join act_ru_execution e on e.id_ = j.process_instance_id_"
                                + " where e.business_key_ = ? order by j.id_",
                        reference)
                + jdbc.queryForList(
                                "select id_, suspension_state_, act_id_ from act_ru_execution where proc_inst_id_ in"
                                        + " (select id_ from act_ru_execution where business_key_ = ?) order by id_",
                                reference)
                        .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/plain", "application/x-javascript", ""})
    void aFilterIsExtendedByNothingThatIsNotJson(String type) throws Exception {
        String filter = filters.createFilterQuery().list().get(0).getId();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/engine-rest/filter/" + filter + "/list"))
                .header("Authorization", basic("operator"))
                .POST(BodyPublishers.ofString("{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\"}]}"));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Please send JSON");
    }

    @Test
    void whoHasATaskInHandIsSaidInNoFormOfAnAnswerAndOrdersNoList() throws Exception {
        String reference = network.requested();
        network.ask(reference, "s01");
        Task offer = network.task(reference, "task_answerOffer");
        network.as("shelter", () -> {
            tasks.claim(offer.getId(), "shelter");
            return null;
        });
        for (String path : List.of("/task/" + offer.getId(), "/task?processInstanceBusinessKey=" + reference)) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + path))
                                    .header("Authorization", basic("supervisor"))
                                    .header("Accept", "application/hal+json")
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(offer.getId()).doesNotContain("/user/shelter", "org-s01");
        }
    }

    @Test
    void anAdministratorChangesNobodysMailAddress() {
        assertThat(Door.rest(port, "admin")
                        .call(
                                "PUT",
                                "/user/coordinator/profile",
                                "{\"id\":\"coordinator\",\"firstName\":\"C\",\"lastName\":\"D\",\"email\":\"evil@x.example\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(jdbc.queryForObject("select email_ from act_id_user where id_ = 'coordinator'", String.class))
                .isEqualTo("coordinator@acse.example");
    }

    @Test
    void aTaskThatSheTookGoesBackToTheGroupWhenSheGivesItBackAndNobodyElseDoesThat() {
        Task task = network.task(network.openReferral(), "task_assessSituation");
        Door operator = Door.rest(port, "operator");
        operator.call("POST", "/task/" + task.getId() + "/claim", "{\"userId\":\"operator\"}");

        assertThat(Door.rest(port, "coordinator")
                        .call("POST", "/task/" + task.getId() + "/unclaim", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.call("POST", "/task/" + task.getId() + "/unclaim", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void noLongPasswordAndNoPageThatIsNotThereCostsTheServerAnything() {
        Door operator = Door.rest(port, "operator");
        HttpResponse<String> answer =
                operator.call("POST", "/identity/password-policy", "{\"password\":\"a" + "1".repeat(200_000) + "a\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"valid\":false");
        for (String path : List.of("/camunda/app/zzz/default/", "/camunda/app/zzz/default", "/camunda/app/zzz/")) {
            HttpResponse<String> page = operator.exchange("GET", path, null, null);
            assertThat(page.statusCode()).as(path).isBetween(300, 499);
            assertThat(page.body()).doesNotContain("Whitelabel", "timestamp");
        }
    }

    @Test
    void aShelterFindsItsOwnCodeAndItsFreePlacesInTheFormThatClosesThemAndNobodyElseDoes() {
        String form = "own:/drafts/start-close-places";

        assertThat(Door.web(port, "shelter").call("GET", form, null).body())
                .contains("\"shelterCode\":\"s01\"", "\"freePlaces\":");
        Door.web(port, "shelter").call("PUT", form, "{\"placesAction\":\"close\",\"freePlaces\":99}");
        assertThat(Door.web(port, "shelter").call("GET", form, null).body())
                .as("with what she has begun")
                .contains("\"shelterCode\":\"s01\"", "\"placesAction\":\"close\"", "\"freePlaces\":")
                .doesNotContain("99");
        Door.web(port, "shelter").call("DELETE", form, null);
        for (String other : List.of("coordinator", "operator", "supervisor")) {
            assertThat(Door.web(port, other).call("GET", form, null).statusCode())
                    .as(other)
                    .isEqualTo(204);
        }
    }

    @Test
    void theDraftOfAStartFormIsDeletedWhenItIsSent() {
        Door operator = Door.web(port, "operator");
        operator.call("PUT", "own:/drafts/start-referral", "{\"sealed_firstName\":\"Invented\"}");

        network.openReferral();

        assertThat(operator.call("GET", "own:/drafts/start-referral", null).statusCode())
                .isEqualTo(204);
    }

    @Test
    void draftsAreKeptOfOnesOwnFormsAndNotWithoutEnd() {
        Task task = network.task(network.openReferral(), "task_assessSituation");
        Door operator = Door.web(port, "operator");
        assertThat(operator.call("PUT", "own:/drafts/start-referral", "{}").statusCode())
                .isEqualTo(204);
        assertThat(operator.call("PUT", "own:/drafts/" + task.getId(), "{}").statusCode())
                .isEqualTo(204);
        for (String path : List.of("own:/drafts/start-payment-run", "own:/drafts/start-nothing")) {
            HttpResponse<String> refused = operator.call("PUT", path, "{}");
            assertThat(refused.statusCode()).as(path).isEqualTo(400);
            assertThat(refused.body()).contains("no longer fill in");
        }
        for (String person : List.of("finance", "supervisor", "coordinator")) {
            assertThat(Door.web(port, person)
                            .call("PUT", "own:/drafts/" + task.getId(), "{}")
                            .statusCode())
                    .as(person)
                    .isEqualTo(400);
        }

        for (int i = 0; i < 40; i++) {
            jdbc.update(
                    "insert into form_draft (login, form, sealed, saved_at) values ('operator', ?, '', now())",
                    "old-" + i);
        }
        operator.call("PUT", "own:/drafts/start-referral", "{}");
        assertThat(jdbc.queryForObject("select count(*) from form_draft where login = 'operator'", Integer.class))
                .isEqualTo(20);
        jdbc.update("delete from form_draft where login = 'operator'");
    }

    @Test
    void aProfileIsChangedForNobodyElse() {
        User made = identity.newUser("takenover");
        made.setPassword("long-enough-for-everybody");
        identity.saveUser(made);
        try {
            String before = jdbc.queryForObject("select pwd_ from act_id_user where id_ = 'takenover'", String.class);
            assertThat(Door.rest(port, "admin")
                            .call(
                                    "PUT",
                                    "/user/operator/profile",
                                    "{\"id\":\"takenover\",\"firstName\":\"A\",\"lastName\":\"B\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(jdbc.queryForObject("select pwd_ from act_id_user where id_ = 'takenover'", String.class))
                    .isEqualTo(before);
        } finally {
            identity.deleteUser("takenover");
        }
    }

    @Test
    void nobodyTakesAColleaguesTaskAwayByTakingItForNobody() {
        Task task = network.task(network.openReferral(), "task_assessSituation");
        network.as("operator", () -> {
            tasks.claim(task.getId(), "operator");
            return null;
        });
        for (String body : List.of("{}", "{\"userId\":null}")) {
            assertThat(Door.rest(port, "operator")
                            .call("POST", "/task/" + task.getId() + "/claim", body)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee())
                .isEqualTo("operator");
    }

    @Test
    void whatSomebodyTookGoesBackToItsGroupWhenSheLeaves() {
        Task task = network.task(network.openReferral(), "task_assessSituation");
        network.as("operator", () -> {
            tasks.claim(task.getId(), "operator");
            return null;
        });
        identity.deleteMembership("operator", "org-harbour");
        try {
            assertThat(tasks.createTaskQuery()
                            .taskId(task.getId())
                            .singleResult()
                            .getAssignee())
                    .isNull();
        } finally {
            identity.createMembership("operator", "org-harbour");
        }
    }

    private Job theClock(String reference) {
        return management.createJobQuery().activityId("timer_answerDue").list().stream()
                .filter(job -> reference.equals(jdbc.queryForObject(
                        "select business_key_ from act_ru_execution where id_ = ?",
                        String.class,
                        job.getProcessInstanceId())))
                .findFirst()
                .orElseThrow();
    }

    private static String call(Door door, String request, String reference, Task task) {
        String[] parts = request.replace("{case}", reference)
                .replace("{task}", task.getId())
                .split(" ", 3);
        HttpResponse<String> answer = door.call(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + login).getBytes(StandardCharsets.UTF_8));
    }
}
