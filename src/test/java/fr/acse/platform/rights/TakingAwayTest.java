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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
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

    @Autowired
    Network network;

    @Autowired
    ShelterService shelters;

    @Autowired
    IdentityService identity;

    @Autowired
    People people;

    @Autowired
    AuditLog audit;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private String login;

    @BeforeEach
    void somebody() {
        jdbc.update("delete from notice");
        login = "t" + UUID.randomUUID().toString().substring(0, 8);
        User user = identity.newUser(login);
        user.setEmail(login + "@acse.example");
        user.setPassword("four-words-of-nothing");
        identity.saveUser(user);
    }

    @AfterEach
    void sheIsGone() {
        identity.deleteUser(login);
        jdbc.update("delete from right_request where login = ?", login);
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
    void peopleAndGroupsAreNotDeletedAndNoGroupIsEmptied() {
        Door admin = Door.rest(port, "admin");
        assertThat(admin.call("DELETE", "/user/" + login, null).body()).contains("People are not deleted");
        for (String group : List.of("supervisors", "camunda-admin", "org-s02")) {
            assertThat(admin.call("DELETE", "/group/" + group, null).body())
                    .as(group)
                    .contains("Groups are not deleted");
            assertThat(people.isGroup(group)).isTrue();
        }
        identity.saveGroup(identity.newGroup("org-last"));
        identity.createMembership(login, "org-last");
        identity.createMembership(login, "shelters");
        assertThat(admin.call("DELETE", "/group/shelters/members/" + login, null)
                        .body())
                .as("then nobody works there")
                .contains("She is the last person");
        assertThat(groups()).contains("org-last", "shelters");
        identity.deleteGroup("org-last");
    }

    @Test
    void theLastPersonOfAnAssociationIsTakenOutByTwo() throws IOException {
        identity.saveGroup(identity.newGroup("org-last"));
        identity.createMembership(login, "org-last");

        assertThat(leave("org-last")).contains("your request is noted", "the last person of org-last");
        JsonNode request = waitingFor("coordinator");
        assertThat(request.path("closes").asBoolean()).isTrue();
        assertThat(decide("admin", request.path("id").asText(), "grant")).contains("A second person is needed");
        assertThat(groups()).containsExactly("org-last");

        assertThat(decide("coordinator", request.path("id").asText(), "grant")).isEmpty();
        assertThat(groups()).isEmpty();
        identity.deleteGroup("org-last");
    }

    @Test
    void whereSomebodyJoinedMeanwhileNothingIsClosed() throws IOException {
        String other = "o" + login.substring(1);
        identity.saveUser(identity.newUser(other));
        identity.saveGroup(identity.newGroup("org-last"));
        identity.createMembership(login, "org-last");
        leave("org-last");
        identity.createMembership(other, "org-last");

        JsonNode request = waitingFor("coordinator");
        assertThat(request.path("closes").asBoolean()).isFalse();
        assertThat(decide("coordinator", request.path("id").asText(), "grant")).isEmpty();
        assertThat(people.membersOf("org-last")).containsExactly(new Login(other));
        identity.deleteUser(other);
        identity.deleteGroup("org-last");
    }

    @Test
    void ofTwoWhoAreTakenOutAtOnceOneStays() {
        String other = "o" + login.substring(1);
        identity.saveUser(identity.newUser(other));
        identity.saveGroup(identity.newGroup("org-last"));
        identity.createMembership(login, "org-last");
        identity.createMembership(other, "org-last");
        Door admin = Door.rest(port, "admin");

        Stream.of(login, other)
                .parallel()
                .forEach(member -> admin.call("DELETE", "/group/org-last/members/" + member, null));

        assertThat(people.membersOf("org-last")).hasSize(1);
        identity.deleteUser(other);
        identity.deleteGroup("org-last");
    }

    @Test
    void aShelterIsClosedOnlyWhenNobodyHasAPlaceThere() throws IOException {
        network.complete(
                network.start("register-shelter", "register-shelter", "coordinator", "shelterCode", "s80", "places", 1),
                "task_approveShelter",
                "coordinator2");
        identity.createMembership(login, "org-s80");
        String reference = network.requested();
        String hold =
                "insert into allocation (id, reference, shelter, number, held_at, occupied) values (?, ?, 's80', 1, now(), false)";
        UUID place = UUID.randomUUID();

        jdbc.update(hold, place, reference);
        assertThat(leave("org-s80")).contains("one place there is taken or held");
        jdbc.update("update allocation set released_at = now() where id = ?", place);
        assertThat(leave("org-s80")).contains("your request is noted");

        String request = waitingFor("coordinator").path("id").asText();
        jdbc.update("update allocation set released_at = null where id = ?", place);
        assertThat(decide("coordinator", request, "grant")).contains("one place there is taken or held");
        assertThat(groups()).containsExactly("org-s80");
        jdbc.update("update allocation set released_at = now() where id = ?", place);

        assertThat(decide("coordinator", request, "grant")).isEmpty();
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

    private String leave(String group) {
        return Door.rest(port, "admin")
                .call("DELETE", "/group/" + group + "/members/" + login, null)
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
