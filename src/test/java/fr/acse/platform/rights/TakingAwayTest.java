package fr.acse.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.placement.ShelterService;
import fr.acse.platform.door.Door;
import fr.acse.platform.identity.People;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Taking away is power, too: nobody ends the watch over herself alone. */
@ProcessTest
class TakingAwayTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Group of an association, which a test makes when somebody is to work there. */
    private static final String LAST = "org-last";

    private static final String CLOSE = "grant?closes=true";

    @Autowired
    Network network;

    @Autowired
    ShelterService shelters;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    People people;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    private String login;
    private String other;

    @BeforeEach
    void somebody() {
        jdbc.update("delete from notice");
        login = "t" + UUID.randomUUID().toString().substring(0, 8);
        other = "o" + login.substring(1);
        identity.saveUser(identity.newUser(other));
        User user = identity.newUser(login);
        user.setEmail(login + "@acse.example");
        user.setPassword("four-words-of-nothing");
        identity.saveUser(user);
    }

    @AfterEach
    void sheIsGone() {
        for (String each : List.of(login, other)) {
            identity.deleteUser(each);
            jdbc.update("delete from right_request where login = ?", each);
        }
        identity.deleteGroup(LAST);
        jdbc.update("delete from disabled_person");
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisors", "camunda-admin", "coordination", "finance"})
    void whoWatchesIsTakenAwayByTwo(String group) throws IOException {
        identity.createMembership(login, group);
        Door admin = Door.rest(port, "admin");

        HttpResponse<String> asked = admin.call("DELETE", "/group/" + group + "/members/" + login, null);
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("your request is noted");
        assertThat(groups()).contains(group);
        String id = waiting().path("id").asText();
        assertThat(waiting().path("away").asBoolean()).isTrue();
        assertThat(decide("admin", id, "grant")).contains("A second person is needed");
        assertThat(groups()).contains(group);

        assertThat(decide("supervisor", id, "grant")).isEmpty();
        assertThat(groups()).as("at once").doesNotContain(group);
        assertThat(jdbc.queryForList("select role from notice where event = 'RIGHT_GRANTED'", String.class))
                .isNotEmpty();
        assertThat(audit.latest(20)).anyMatch(line -> line.act() == Act.RIGHT_AWAY_ASKED);
    }

    @Test
    void whatASecondPersonRefusesStays() throws IOException {
        identity.createMembership(login, "finance");
        Door.rest(port, "admin").call("DELETE", "/group/finance/members/" + login, null);

        assertThat(decide("supervisor", waiting().path("id").asText(), "refuse"))
                .isEmpty();

        assertThat(groups()).containsExactly("finance");
    }

    @Test
    void whoAskedTakesItBack() throws IOException {
        identity.createMembership(login, "finance");
        Door.rest(port, "admin").call("DELETE", "/group/finance/members/" + login, null);

        assertThat(decide("admin", waiting().path("id").asText(), "refuse")).isEmpty();

        assertThat(groups()).containsExactly("finance");
    }

    @Test
    void twoPeopleCanAlwaysGrant() {
        assertThat(Door.rest(port, "admin")
                        .call("DELETE", "/group/supervisors/members/supervisor", null)
                        .body())
                .contains("At least two people must be able to grant rights");
        HttpResponse<String> disabled = Door.web(port, "admin").call("POST", "own:/people/supervisor/disable", "{}");

        assertThat(disabled.statusCode()).isEqualTo(400);
        assertThat(disabled.body()).contains("At least two people must be able to grant rights");
        assertThat(people.groupsOf(new Login("supervisor"))).contains("supervisors");
    }

    @Test
    void peopleAndGroupsAreNotDeleted() {
        Door admin = Door.rest(port, "admin");
        assertThat(admin.call("DELETE", "/user/" + login, null).body()).contains("People are not deleted");
        for (String group : List.of("supervisors", "camunda-admin", "org-s02")) {
            assertThat(admin.call("DELETE", "/group/" + group, null).body())
                    .as(group)
                    .contains("Groups are not deleted");
            assertThat(people.isGroup(group)).isTrue();
        }
    }

    @Test
    void theLastPersonOfAnAssociationIsTakenOutByTwo() throws IOException {
        works(login, "operators");

        assertThat(leave(login, LAST)).contains("your request is noted", "the last person of org-last");
        JsonNode request = waitingFor("coordinator");
        assertThat(request.path("closes").asBoolean()).isTrue();
        String id = request.path("id").asText();
        assertThat(decide("admin", id, CLOSE)).contains("A second person is needed");
        assertThat(groups()).containsExactlyInAnyOrder(LAST, "operators");

        assertThat(decide("coordinator", id, CLOSE)).isEmpty();
        assertThat(groups()).as("she works nowhere").isEmpty();
        assertThat(jdbc.queryForList("select role from notice where event = 'CLOSED_BY_TWO'", String.class))
                .containsExactly("COORDINATION");
    }

    @Test
    void whereSomebodyJoinedMeanwhileNothingIsClosed() throws IOException {
        works(login, "operators");
        leave(login, LAST);
        String id = waitingFor("coordinator").path("id").asText();
        works(other, "operators");

        assertThat(decide("coordinator", id, CLOSE)).contains("Somebody joined or left meanwhile");
        assertThat(groups()).contains(LAST);

        assertThat(waitingFor("coordinator").path("closes").asBoolean()).isFalse();
        assertThat(decide("coordinator", id, "grant")).isEmpty();
        assertThat(people.membersOf(LAST)).containsExactly(new Login(other));
    }

    /** Nor does the second person close it who was shown that somebody else stays. */
    @Test
    void whereSomebodyLeftMeanwhileNothingIsClosed() throws IOException {
        works(login, "operators");
        leave(login, LAST);
        works(other, "operators");
        String id = waitingFor("coordinator").path("id").asText();
        assertThat(leave(other, LAST)).isEmpty();

        assertThat(decide("coordinator", id, "grant")).contains("Somebody joined or left meanwhile");

        assertThat(people.membersOf(LAST)).containsExactly(new Login(login));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operators", "shelters"})
    void whoDoesNotWorkYetIsNotLeftAlone(String role) {
        works(login, role);
        works(other, role);
        assertThat(leave(other, role)).as("the other one works on").isEmpty();

        assertThat(leave(login, role)).contains("Nobody else works");
        assertThat(leave(login, LAST)).contains("Nobody else works in org-last");

        identity.createMembership(other, role);
        jdbc.update(
                "insert into invitation (login, groups, newcomer, made_by, made_at) values (?, '{}', true, 'admin', now())",
                other);
        assertThat(leave(login, role)).contains("Nobody else works");
        assertThat(leave(login, LAST)).contains("Nobody else works in org-last");
        assertThat(people.membersOf(LAST)).containsExactly(new Login(login));

        assertThat(leave(other, LAST)).as("nobody who works").isEmpty();
        assertThat(leave(login, LAST)).contains("your request is noted");
    }

    /** A new link keeps somebody out for a while; until then she must not be taken away unnoticed. */
    @Test
    void whoWaitsForANewLinkIsNotTakenOutByOne() {
        works(login, "operators");
        people("again");
        assertThat(leave(login, "operators")).contains("Nobody else works");
        works(other, "operators");
        Door.web(port, "admin").call("POST", "own:/people/" + other + "/again", "{}");

        assertThat(leave(login, "operators")).contains("Nobody else works");
        assertThat(leave(login, LAST)).contains("Nobody else works in org-last");
        assertThat(people.everybodyIn(LAST)).hasSize(2);
    }

    @Test
    void whereSomebodyJoinsSoonNothingIsClosed() {
        works(login, "operators");
        jdbc.update(
                "insert into right_request (id, login, group_name, away, asked_by, asked_at, granted_by, granted_at)"
                        + " values (?, ?, ?, false, 'admin', now(), 'coordinator', now() + interval '1 hour')",
                UUID.randomUUID(),
                other,
                LAST);

        assertThat(leave(login, LAST)).contains("Nobody else works in org-last");
    }

    @Test
    void whoLosesHerRoleHasNoTaskInHand() {
        identity.createMembership(login, "operators");
        identity.createMembership(login, "org-harbour");
        String task =
                network.task(network.openReferral(), "task_assessSituation").getId();
        tasks.setAssignee(task, login);

        assertThat(leave(login, "operators")).isEmpty();

        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void aNewLinkTakesNothingAway() {
        works(login, "operators");
        identity.createMembership(login, "managers");
        people("again");
        assertThat(leave(login, "managers")).isEmpty();

        assertThat(people("again").statusCode()).isEqualTo(204);

        assertThat(groups()).containsExactlyInAnyOrder(LAST, "operators");
        assertThat(jdbc.queryForList("select group_name from right_request where login = ?", String.class, login))
                .as("two give back what was taken")
                .containsExactly("managers");
    }

    /** Each of the doors by which somebody leaves waits until the one before is through. */
    @ParameterizedTest
    @ValueSource(strings = {"Admin", "Rights", "People"})
    void ofTwoWhoLeaveAtOnceOneStays(String door) throws Exception {
        works(login, "operators");
        leave(login, LAST);
        String id = waitingFor("coordinator").path("id").asText();
        works(other, "operators");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Connection before = database.getConnection()) {
            before.setAutoCommit(false);
            before.createStatement().execute("select pg_advisory_xact_lock(hashtext('leaving'))");
            Future<String> first = both.submit(() -> switch (door) {
                case "Admin" -> leave(login, LAST);
                case "Rights" -> decide("coordinator", id, "grant");
                default -> people("disable").body();
            });
            waitUntilTheyWait(1);
            Future<String> second = both.submit(() -> leave(other, LAST));
            waitUntilTheyWait(2);
            before.rollback();
            assertThat(first.get()).isEmpty();
            assertThat(second.get()).contains("your request is noted");
        } finally {
            both.shutdown();
        }

        assertThat(people.membersOf(LAST)).containsExactly(new Login(other));
    }

    private void waitUntilTheyWait(int doors) {
        Awaitility.await(doors + " at the lock")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> jdbc.queryForObject(
                                "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                        + " and objid = (hashtext('leaving')::bigint & 4294967295)::oid",
                                Integer.class),
                        count -> count == doors);
    }

    @Test
    void aShelterIsClosedOnlyWhenNoCaseNeedsIt() throws IOException {
        network.complete(
                network.start(
                        "register-shelter",
                        "register-shelter",
                        "coordinator",
                        "shelterCode",
                        "s80",
                        "departmentCode",
                        "35",
                        "places",
                        3),
                "task_approveShelter",
                "coordinator2");
        identity.createMembership(login, "shelters");
        identity.createMembership(login, "org-s80");
        String placed = network.requested();
        network.ask(placed, "s80");
        assertThat(leave(login, "org-s80")).as("an offer is open").contains("a case needs it");
        network.complete(placed, "task_answerOffer", login);
        assertThat(leave(login, "org-s80")).as("a place is held").contains("a case needs it");
        network.withdraw(placed);
        String received = network.arrived();
        String allowance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("allowance")
                .processInstanceBusinessKey(received)
                .singleResult()
                .getId();
        runtime.setVariable(allowance, "shelterGroup", "org-s80");
        assertThat(leave(login, "org-s80"))
                .as("an allowance is not handed over")
                .contains("a case needs it");
        runtime.setVariable(allowance, "shelterGroup", "org-s01");
        assertThat(leave(login, "org-s80")).contains("your request is noted");

        String request = waitingFor("coordinator").path("id").asText();
        String asked = network.requested();
        network.ask(asked, "s80");
        assertThat(decide("coordinator", request, CLOSE)).contains("a case needs it");
        assertThat(groups()).contains("org-s80");
        network.withdraw(asked);

        assertThat(decide("coordinator", request, CLOSE)).isEmpty();
        assertThat(groups()).isEmpty();
        assertThat(shelters.find(new ShelterCode("s80")).orElseThrow().isRetired())
                .as("it has left the search")
                .isTrue();
        jdbc.update("update place set in_service = false where shelter = 's80'");
    }

    @Test
    void aDisabledPersonIsToldOfAndGivenBackByOne() {
        identity.createMembership(login, "finance");

        assertThat(people("disable").statusCode()).isEqualTo(204);
        assertThat(groups()).isEmpty();
        assertThat(told("PERSON_DISABLED")).contains("coordinator", "admin", "supervisor");

        assertThat(people("again").statusCode()).isEqualTo(204);
        assertThat(groups()).containsExactly("finance");
    }

    /** Also of somebody who watches nobody. */
    @Test
    void enablingIsToldAsDisablingIs() {
        identity.createMembership(login, "analysts");
        people("disable");
        jdbc.update("delete from notice");

        people("again");

        assertThat(told("PERSON_DISABLED")).contains("coordinator", "admin", "supervisor");
    }

    @Test
    void enablingGivesBackNothingThatSheNeverHad() {
        String friend = "friend." + login;
        Door admin = Door.web(port, "admin");
        assertThat(admin.call("POST", "own:/people", """
                                {"organisation": "", "roles": ["coordination"], "login": "%s", "firstName": "Fa", "lastName": "Bo",
                                 "address": "friend@acse.example"}""".formatted(friend)).statusCode())
                .isEqualTo(204);

        admin.call("POST", "own:/people/" + friend + "/disable", "{}");
        admin.call("POST", "own:/people/" + friend + "/again", "{}");

        assertThat(people.groupsOf(new Login(friend))).isEmpty();
        identity.deleteUser(friend);
        jdbc.update("delete from right_request where login = ?", friend);
    }

    /** An administrator may have disabled all others. */
    @Test
    void aSupervisorUndoesIt() {
        identity.createMembership(login, "finance");
        people("disable");
        String undo = "own:/rights/disabled/" + login + "/undo";

        assertThat(Door.web(port, "coordinator").call("POST", undo, "{}").statusCode())
                .isEqualTo(403);
        Door supervisor = Door.web(port, "supervisor");
        assertThat(supervisor.call("GET", "own:/rights/disabled", null).body()).contains(login, "Finance");
        assertThat(supervisor.call("POST", undo, "{}").statusCode()).isEqualTo(204);

        assertThat(groups()).containsExactly("finance");
        assertThat(supervisor.call("POST", undo, "{}").body()).contains("enabled again meanwhile");
    }

    /** A new link ends the password before, and so keeps her out for a while. */
    @Test
    void aNewLinkForWhoWatchesIsTold() {
        identity.createMembership(login, "finance");

        assertThat(people("again").statusCode()).isEqualTo(204);

        assertThat(told("PERSON_DISABLED")).contains("coordinator", "admin", "supervisor");
    }

    @Test
    void aRequestToGiveDoesNotStandInTheWayOfOneToTakeAway() throws IOException {
        identity.createMembership(login, "finance");
        jdbc.update(
                "insert into right_request (id, login, group_name, asked_by, asked_at) values (?, ?, 'finance', 'admin', now())",
                UUID.randomUUID(),
                login);

        Door.rest(port, "admin").call("DELETE", "/group/finance/members/" + login, null);

        assertThat(jdbc.queryForList("select away from right_request where login = ?", Boolean.class, login))
                .contains(true);
    }

    @Test
    void aWeekLaterTwoGiveItBack() {
        identity.createMembership(login, "finance");
        people("disable");
        jdbc.update("update disabled_person set disabled_at = disabled_at - interval '8 days' where login = ?", login);

        assertThat(people("again").statusCode()).isEqualTo(204);

        assertThat(groups()).isEmpty();
        assertThat(jdbc.queryForList(
                        "select group_name from right_request where login = ? and granted_at is null and refused_at is null",
                        String.class,
                        login))
                .containsExactly("finance");
    }

    private HttpResponse<String> people(String act) {
        return Door.web(port, "admin").call("POST", "own:/people/" + login + "/" + act, "{}");
    }

    private String decide(String person, String id, String decision) {
        return Door.web(port, person)
                .call("POST", "own:/rights/" + id + "/" + decision, "{}")
                .body();
    }

    private List<String> groups() {
        return List.copyOf(people.groupsOf(new Login(login)));
    }

    private List<String> told(String event) {
        return jdbc.queryForList("select person from notice where event = ?", String.class, event);
    }

    private void works(String who, String role) {
        if (!people.isGroup(LAST)) {
            identity.saveGroup(identity.newGroup(LAST));
        }
        identity.createMembership(who, role);
        identity.createMembership(who, LAST);
    }

    private String leave(String who, String group) {
        return Door.rest(port, "admin")
                .call("DELETE", "/group/" + group + "/members/" + who, null)
                .body();
    }

    private JsonNode waiting() throws IOException {
        return waitingFor("supervisor");
    }

    private JsonNode waitingFor(String person) throws IOException {
        for (JsonNode right : JSON.readTree(
                Door.web(port, person).call("GET", "own:/rights", null).body())) {
            if (right.path("login").asText().equals(login)) {
                return right;
            }
        }
        throw new AssertionError("Nothing waits for " + login);
    }
}
