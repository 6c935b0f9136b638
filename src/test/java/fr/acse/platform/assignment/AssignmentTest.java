package fr.acse.platform.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.Login;
import fr.acse.platform.door.Visitors;
import fr.acse.platform.identity.People;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody is ill, leaves, has too much to do: the work goes to others, and everybody concerned learns of it. */
@ProcessTest
class AssignmentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Priority of a task about a missing woman. */
    private static final int MISSING = 150;

    @Autowired
    Network network;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    Leaves leaves;

    @Autowired
    BegunLeaves begun;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void aColleague() {
        jdbc.update("delete from notice");
        jdbc.update("delete from leave");
        User user = identity.newUser("colleague");
        user.setFirstName("Carla");
        user.setLastName("Roux");
        user.setPassword("four-words-of-no-meaning");
        identity.saveUser(user);
        identity.createMembership("colleague", "operators");
        identity.createMembership("colleague", People.ORGANISATION + "harbour");
    }

    @AfterEach
    void theColleagueIsGone() {
        identity.deleteUser("colleague");
        jdbc.update("delete from former_login where login = 'colleague'");
        jdbc.update("delete from invitation where login = 'colleague'");
    }

    @Test
    void sheGivesATaskBackAndAColleagueTakesItWithoutAsking() throws IOException {
        Task task = assessment();
        take(task, "operator");

        assertThat(cover("operator", task).path("mine").asBoolean()).isTrue();
        assertThat(hand("operator", task, "BACK", null, null)).isEqualTo(204);

        assertThat(holder(task)).isNull();
        assertThat(told("TASK_FREE")).containsExactly("org-harbour");
        take(task, "manager");
        assertThat(holder(task)).isEqualTo("manager");
    }

    @Test
    void aColleagueTakesOverWithAReasonAndTheOneWhoHadItIsTold() throws IOException {
        Task task = assessment();
        take(task, "operator");

        assertThat(words(post("manager", task, "TAKE_OVER", null, null))).isEqualTo("Why?: please choose a reason.");
        assertThat(holder(task)).isEqualTo("operator");
        assertThat(hand("manager", task, "TAKE_OVER", null, "absent")).isEqualTo(204);

        assertThat(holder(task)).isEqualTo("manager");
        assertThat(told("TASK_TAKEN")).containsExactly("operator");
        assertThat(audited()).contains("task_assessSituation TAKE_OVER from=operator to=manager absent");
    }

    @Test
    void aManagerGivesATaskOfHerOwnOrganisationToSomebodyWhoMayDoItAndToNobodyElse() throws IOException {
        Task task = assessment();

        assertThat(people("manager", task))
                .contains("Carla Roux", "Odile Martin")
                .doesNotContain("Omar Benali");
        assertThat(words(post("manager", task, "GIVE", "operator2", "urgent"))).startsWith("To whom?");
        assertThat(hand("manager", task, "GIVE", "colleague", "urgent")).isEqualTo(204);

        assertThat(holder(task)).isEqualTo("colleague");
        assertThat(told("TASK_GIVEN")).containsExactly("colleague");
        identity.createMembership("operator2", "managers");
        try {
            assertThat(get("operator2", task).statusCode()).isEqualTo(400);
            assertThat(post("operator2", task, "GIVE", "operator2", "urgent").statusCode())
                    .isEqualTo(400);
        } finally {
            identity.deleteMembership("operator2", "managers");
        }
        assertThat(holder(task)).isEqualTo("colleague");
    }

    @Test
    void whatWasGivenAwayMeanwhileIsNotGivenAwayAgainByAPageThatDoesNotKnow() throws IOException {
        Task task = assessment();
        String given = "{\"way\":\"GIVE\",\"to\":\"%s\",\"reason\":\"urgent\",\"seen\":\"\"}";
        String place = "own:/tasks/" + task.getId() + "/cover";

        assertThat(Visitors.call(port, "manager", "POST", place, given.formatted("colleague"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(words(Visitors.call(port, "manager", "POST", place, given.formatted("operator"))))
                .contains("Please load the task again");

        assertThat(holder(task)).isEqualTo("colleague");
    }

    @Test
    void whoIsNoManagerGivesNothingToAnybodyWhateverSheSends() throws IOException {
        Task task = assessment();

        assertThat(cover("operator", task).path("ways")).isEmpty();
        for (String way : List.of("GIVE", "FREE", "ALERT", "BACK", "TAKE_OVER", "ASSIGN")) {
            assertThat(post("operator", task, way, "manager", "urgent").statusCode())
                    .as(way)
                    .isEqualTo(400);
        }
        assertThat(holder(task)).isNull();
    }

    @Test
    void aSupervisorGivesAnOperatorsTaskToItsPeople() throws IOException {
        Task task = assessment();
        take(task, "operator");

        assertThat(people("supervisor", task)).contains("Carla Roux");
        assertThat(hand("supervisor", task, "GIVE", "colleague", "absent")).isEqualTo(204);

        assertThat(holder(task)).isEqualTo("colleague");
        assertThat(told("TASK_GIVEN")).containsExactly("colleague");
        assertThat(told("TASK_TAKEN")).containsExactly("operator");
    }

    @Test
    void aSheltersTaskASupervisorOnlyFreesOrAsksForAndSheSeesNeitherItsPeopleNorItsCode() throws IOException {
        String reference = network.requested();
        network.ask(reference, "s01");
        Task offer = network.task(reference, "task_answerOffer");
        take(offer, "shelter");

        HttpResponse<String> shown = get("supervisor", offer);
        assertThat(shown.body())
                .contains("Somebody of an association or a shelter")
                .doesNotContain("s01", "Sophie", "Le Goff", "\"shelter\"");
        assertThat(JSON.readTree(shown.body()).path("ways"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("FREE", "ALERT");
        assertThat(post("supervisor", offer, "GIVE", "shelter", "urgent").statusCode())
                .isEqualTo(400);
        assertThat(hand("supervisor", offer, "ALERT", null, null)).isEqualTo(204);
        assertThat(told("TASK_ALERT")).containsExactly("org-s01", "shelter");
        assertThat(cover("supervisor", offer).path("askedAt").isNull()).isFalse();
        assertThat(cover("shelter", offer).path("askedAt").isNull()).isTrue();
        assertThat(hand("supervisor", offer, "FREE", null, "absent")).isEqualTo(204);

        assertThat(holder(offer)).isNull();
        assertThat(told("TASK_FREE")).containsExactly("org-s01");
    }

    @Test
    void forAShelterWithoutLoginsTheCoordinationIsAskedAndNobodyAsksHerself() throws IOException {
        String reference = network.requested();
        network.ask(reference, "s05");
        assertThat(hand("supervisor", network.task(reference, "task_answerOffer"), "ALERT", null, null))
                .isEqualTo(204);
        assertThat(told("TASK_ALERT")).containsExactly("coordination");

        String late = network.requested();
        network.pass(late, Duration.ofHours(48));
        assertThat(cover("supervisor", network.task(late, "task_takeOverLateRequest"))
                        .path("ways"))
                .as("her own task")
                .extracting(JsonNode::asText)
                .containsExactly("GIVE");
    }

    @Test
    void whoStartedAPaymentRunCannotTakeItsReleaseAndNobodyCanGiveItToHer() throws IOException {
        network.approveClaim(network.arrived());
        String run = network.start("payment-run", "start-payment-run", "finance");
        Task release = network.task(run, "task_releaseRun");

        HttpResponse<String> taken = Visitors.call(
                port, "finance", "POST", "/task/" + release.getId() + "/claim", "{\"userId\":\"finance\"}");
        assertThat(words(taken)).startsWith("A second person is needed here");
        assertThat(people("supervisor", release)).doesNotContain("Farid Costa").isNotEmpty();
        assertThat(post("supervisor", release, "GIVE", "finance", "urgent").statusCode())
                .isEqualTo(400);
        assertThat(holder(release)).isNull();
        take(release, "finance2");
        network.completeTask(release, "finance2", "release", "stopped");
    }

    @Test
    void anEscortsTaskIsHersAloneAndNobodyElseCanHaveIt() throws IOException {
        String reference = network.agreed();
        network.plan(reference);
        Task departure = network.task(reference, "task_confirmDeparture");

        assertThat(cover("operator", departure).path("ways")).isEmpty();
        assertThat(cover("supervisor", departure).path("ways"))
                .extracting(JsonNode::asText)
                .containsExactly("ALERT");
        assertThat(post("supervisor", departure, "GIVE", "colleague", "urgent").statusCode())
                .isEqualTo(400);
        assertThat(holder(departure)).isEqualTo("operator");
    }

    @Test
    void herOwnTaskStandsOnTopOfTheListThatSheSeesFirst() throws IOException {
        String reference = network.agreed();
        network.plan(reference);
        JsonNode first = JSON.readTree(
                        Visitors.call(port, "operator", "GET", "/filter?resourceType=Task&itemCount=false", null)
                                .body())
                .path(0);

        JsonNode list = JSON.readTree(Visitors.call(
                        port,
                        "operator",
                        "POST",
                        "/filter/" + first.path("id").asText() + "/list?firstResult=0&maxResults=15",
                        "{}")
                .body());

        assertThat(first.path("name").asText()).isEqualTo("My organisation's tasks");
        assertThat(StreamSupport.stream(list.spliterator(), false)
                        .filter(each -> each.path("priority").asInt() < MISSING)
                        .map(each -> each.path("taskDefinitionKey").asText())
                        .findFirst()
                        .orElseThrow())
                .as("an escort's own task, below danger and missing women")
                .isIn("task_confirmDeparture", "task_confirmArrival");
    }

    @Test
    void onTheFirstDayOfHerLeaveHerDeputyGetsWhatSheHasInHand() throws IOException {
        Task hers = assessment();
        take(hers, "operator");
        LocalDate today = network.today();

        assertThat(leave("operator", "operator2", today, today.plusDays(3))).startsWith("Who stands in for you?");
        assertThat(leave("operator", "colleague", today.minusDays(1), today)).startsWith("First day");
        assertThat(leave("operator", "colleague", today, today.minusDays(1))).startsWith("Last day");
        assertThat(leave("operator", "colleague", today, today.plusDays(3))).isEmpty();
        assertThat(leave("operator", "manager", today.plusDays(2), today.plusDays(5)))
                .startsWith("You have noted");
        assertThat(leave("manager", "operator", today, today)).contains("on leave herself");

        assertThat(holder(hers)).isEqualTo("colleague");
        assertThat(told("TASK_GIVEN")).isNotEmpty().containsOnly("colleague");
        assertThat(people("manager", assessment()))
                .as("nobody is given work while away")
                .doesNotContain("Odile Martin");
    }

    @Test
    void whatTheDeputyMayNotDoGoesBackToTheGroup() throws IOException {
        String reference = network.agreed();
        network.complete(reference, "task_planJourney", "operator");
        Task confirm = network.task(reference, "task_confirmEscort");
        network.as("manager", () -> {
            tasks.claim(confirm.getId(), "manager");
            return null;
        });

        assertThat(cover("operator", confirm).path("hers").asBoolean()).isFalse();
        assertThat(cover("operator", confirm).path("excluded").asText()).startsWith("You named yourself as escort");

        leaves.note(new Login("manager"), new Login("operator"), network.today(), network.today());

        assertThat(holder(confirm)).as("the escort would confirm herself").isNull();
    }

    @Test
    void whatADeputyWouldGetWhoIsAwayHerselfGoesBackToTheGroup() throws IOException {
        Task hers = assessment();
        take(hers, "operator");
        LocalDate today = network.today();
        assertThat(leave("operator", "colleague", today.plusDays(1), today.plusDays(3)))
                .isEmpty();
        leaves.note(new Login("colleague"), new Login("manager"), today, today.plusDays(5));
        assertThat(JSON.readTree(Visitors.call(port, "manager", "GET", "own:/leaves", null)
                                .body())
                        .path("standIns")
                        .findValuesAsText("person"))
                .containsExactly("Carla Roux");

        jdbc.update("update leave set first_day = ? where person = 'operator'", today);
        begun.begin();

        assertThat(holder(hers)).isNull();
    }

    @Test
    void whoHasNotTakenHerInvitationIsGivenNothing() throws IOException {
        jdbc.update("insert into invitation (login, groups, newcomer, made_by, made_at)"
                + " values ('colleague', '{operators,org-harbour}', true, 'manager', now())");

        assertThat(people("manager", assessment())).doesNotContain("Carla Roux");
        assertThat(leave("operator", "colleague", network.today(), network.today()))
                .startsWith("Who stands in for you?");
    }

    @Test
    void ofTwoWhoHandATaskOverAtOnceTheSecondReadsThatSomebodyElseDid() throws Exception {
        for (int race = 0; race < 5; race++) {
            Task task = assessment();
            take(task, "operator");
            String path = "own:/tasks/" + task.getId() + "/cover";
            CompletableFuture<HttpResponse<String>> back = CompletableFuture.supplyAsync(
                    () -> Visitors.call(port, "operator", "POST", path, "{\"way\":\"BACK\"}"));
            HttpResponse<String> over =
                    Visitors.call(port, "manager", "POST", path, "{\"way\":\"TAKE_OVER\",\"reason\":\"urgent\"}");
            for (HttpResponse<String> answer : List.of(back.get(), over)) {
                assertThat(answer.statusCode()).as(answer.body()).isIn(204, 400);
                assertThat(answer.body()).doesNotContain("administrator");
            }
        }
    }

    @Test
    void aLeaveThatBeginsLaterMovesNothingYetAndCanBeCancelled() throws IOException {
        Task hers = assessment();
        take(hers, "operator");
        LocalDate today = network.today();
        assertThat(leave("operator", "colleague", today.plusDays(1), today.plusDays(3)))
                .isEmpty();
        begun.begin();
        assertThat(holder(hers)).isEqualTo("operator");

        JsonNode noted = JSON.readTree(Visitors.call(port, "operator", "GET", "own:/leaves", null)
                        .body())
                .path("leaves")
                .path(0);
        assertThat(noted.path("deputy").asText()).isEqualTo("Carla Roux");
        String place = "own:/leaves/" + noted.path("id").asText();
        assertThat(Visitors.call(port, "operator2", "DELETE", place, null).statusCode())
                .isEqualTo(400);
        assertThat(Visitors.call(port, "operator", "DELETE", place, null).statusCode())
                .isEqualTo(204);
        jdbc.update("update leave set first_day = ?", today);
        begun.begin();
        assertThat(holder(hers)).isEqualTo("operator");
    }

    @Test
    void whatSomebodyHadInHandWhoIsGoneIsFreeInTheSameMoment() {
        Task hers = assessment();
        take(hers, "operator");
        network.as("manager", () -> null);
        jdbc.update("update act_ru_task set assignee_ = 'colleague' where id_ = ?", hers.getId());

        identity.deleteUser("colleague");

        assertThat(holder(hers)).isNull();
    }

    private Task assessment() {
        return network.task(network.openReferral(), "task_assessSituation");
    }

    private void take(Task task, String person) {
        network.as(person, () -> {
            tasks.claim(task.getId(), person);
            return null;
        });
    }

    private String holder(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private List<String> told(String event) {
        return jdbc.queryForList(
                "select coalesce(person, group_name) from notice where event = ? order by id", String.class, event);
    }

    private List<String> audited() {
        return jdbc.queryForList(
                "select detail from audit where act = 'TASK_HANDED_OVER' order by number desc limit 5", String.class);
    }

    private JsonNode cover(String person, Task task) throws IOException {
        HttpResponse<String> answer = get(person, task);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private List<String> people(String person, Task task) throws IOException {
        return StreamSupport.stream(cover(person, task).path("people").spliterator(), false)
                .map(each -> each.path("label").asText())
                .toList();
    }

    private HttpResponse<String> get(String person, Task task) {
        return Visitors.call(port, person, "GET", "own:/tasks/" + task.getId() + "/cover", null);
    }

    private int hand(String person, Task task, String way, String to, String reason) {
        return post(person, task, way, to, reason).statusCode();
    }

    private HttpResponse<String> post(String person, Task task, String way, String to, String reason) {
        Map<String, String> wanted = new HashMap<>();
        wanted.put("way", way);
        wanted.put("to", to);
        wanted.put("reason", reason);
        return Visitors.call(
                port,
                person,
                "POST",
                "own:/tasks/" + task.getId() + "/cover",
                JSON.valueToTree(wanted).toString());
    }

    /** @return why it was refused, or nothing */
    private String leave(String person, String deputy, LocalDate first, LocalDate last) throws IOException {
        HttpResponse<String> answer = Visitors.call(
                port,
                person,
                "POST",
                "own:/leaves",
                "{\"deputy\":\"" + deputy + "\",\"firstDay\":\"" + first + "\",\"lastDay\":\"" + last + "\"}");
        return answer.statusCode() == 204 ? "" : words(answer);
    }

    private static String words(HttpResponse<String> refused) throws IOException {
        return JSON.readTree(refused.body()).path("message").asText();
    }
}
