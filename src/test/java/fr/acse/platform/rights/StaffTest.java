package fr.acse.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.audit.Act;
import fr.acse.codes.Login;
import fr.acse.platform.door.Door;
import fr.acse.platform.door.Visitors;
import fr.acse.platform.identity.People;
import fr.acse.platform.login.Invitations;
import fr.acse.platform.login.OneTimeCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who works where is decided by those who know her: invited, reset and disabled on one page, and never by one person with power. */
@ProcessTest
class StaffTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "horse-battery-staple-cloud";
    private static int number;

    @Autowired
    Network network;

    @Autowired
    Invitations invitations;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    People people;

    @Autowired
    RightRequests rights;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private String login;

    @BeforeEach
    void somebodyNew() {
        jdbc.update("delete from notice");
        jdbc.update("delete from login_attempt");
        login = "lea.martin-" + ++number + "@harbour.example";
    }

    @AfterEach
    void sheIsGone() {
        identity.deleteUser(login);
        jdbc.update("delete from invitation");
        jdbc.update("delete from disabled_person");
        jdbc.update("delete from right_request where login = ?", login);
    }

    @Test
    void aManagerInvitesAColleagueWhoChoosesHerOwnPasswordAndWorksAtOnce() throws Exception {
        assertThat(invite("manager", "org-harbour").statusCode()).isEqualTo(204);
        assertThat(jdbc.queryForList("select event from notice", String.class))
                .containsExactlyInAnyOrder("PEOPLE_CHANGED", "INVITED");
        assertThat(member("manager").path("state").asText()).isEqualTo("INVITED");

        String link = link();
        JsonNode seen = JSON.readTree(
                post("/acse/invitation/look", Map.of("token", link)).body());
        assertThat(seen.path("name").asText()).isEqualTo("Léa Martin");
        String code = OneTimeCode.of(seen.path("secret").asText(), TestTime.now());
        assertThat(take(link, "password1234", code).body()).contains("at least 12 characters");
        assertThat(take(link, PASSWORD, "000000").body()).contains("Code:");
        assertThat(take(link, PASSWORD, code).statusCode()).isEqualTo(200);

        assertThat(people.groupsOf(new Login(login))).containsExactlyInAnyOrder("operators", "org-harbour");
        assertThat(identity.checkPassword(login, PASSWORD)).isTrue();
        assertThat(Door.rest(port, login, PASSWORD)
                        .call("GET", "/task/count", null)
                        .statusCode())
                .as("without her second factor")
                .isEqualTo(401);
        assertThat(member("manager").path("state").asText()).isEqualTo("WORKS");
        assertThat(take(link, PASSWORD + "x", code).body()).as("a second time").contains("used already");
    }

    @Test
    void aLinkWorksForADayAndANewOneEndsTheOneBefore() throws Exception {
        invite("manager", "org-harbour");
        String first = link();
        String second = link();
        assertThat(look(first)).contains("used already, or a day has passed, or a newer one was sent");
        assertThat(look(second)).contains("Léa");

        jdbc.update(
                "update invitation set expires_at = ?",
                OffsetDateTime.ofInstant(TestTime.now().minusSeconds(1), ZoneOffset.UTC));
        assertThat(look(second)).contains("a day has passed");
        assertThat(member("manager").path("state").asText()).isEqualTo("EXPIRED");
        assertThat(act("manager", "again", "{}").statusCode()).isEqualTo(204);
        assertThat(look(link())).contains("Léa");
    }

    @Test
    void aShelterThatWasRegisteredWorksTheSameDayAndTwoPeopleLetItsFirstPersonIn() throws Exception {
        assertThat(invite("coordinator", "org-s10").body()).isEmpty();
        assertThat(people.groupsOf(new Login(login))).isEmpty();
        assertThat(invitations.open()).hasSize(1).noneMatch(Invitations.Open::told);

        assertThat(waiting("supervisor"))
                .as("supervisors do not know who works in a shelter")
                .doesNotContain(login);
        assertThat(grantAll("coordinator")).contains("second person");
        assertThat(grantAll("coordinator2")).isEmpty();
        jdbc.update("update notice set sent_at = now()");
        rights.begin();

        assertThat(people.groupsOf(new Login(login))).contains("org-s10", "managers");
        assertThat(invitations.open()).allMatch(Invitations.Open::told);
    }

    @Test
    void whoeverIsDisabledLosesHerSessionHerTasksAreFreeAndSheCanComeBack() throws Exception {
        identity.saveUser(user());
        identity.createMembership(login, "operators");
        identity.createMembership(login, "org-harbour");
        String reference = network.openReferral();
        Door hers = Door.web(port, login, PASSWORD, "tasklist");
        String task = network.task(reference, "task_assessSituation").getId();
        assertThat(hers.call("POST", "/task/" + task + "/claim", "{\"userId\":\"" + login + "\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(act("manager", "disable", "{}").statusCode()).isEqualTo(204);
        assertThat(hers.call("GET", "/task/count", null).statusCode()).isEqualTo(401);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(identity.checkPassword(login, PASSWORD)).isFalse();
        assertThat(member("manager").path("state").asText()).isEqualTo("DISABLED");

        assertThat(act("manager", "again", "{}").statusCode()).isEqualTo(204);
        assertThat(people.groupsOf(new Login(login))).containsExactlyInAnyOrder("operators", "org-harbour");
        assertThat(look(link())).contains(login);
        assertThat(jdbc.queryForList("select act from audit where subject = ?", String.class, login))
                .contains(Act.PERSON_DISABLED.name(), Act.PERSON_INVITED.name());
    }

    @Test
    void nobodyManagesThePeopleOfOthersOrHerself() {
        for (String[] each : new String[][] {
            {"manager", "operator2"},
            {"manager", "coordinator"},
            {"manager", "shelter"},
            {"coordinator", "operator"},
            {"coordinator", "finance"},
            {"coordinator", "coordinator2"}
        }) {
            HttpResponse<String> answer =
                    Visitors.call(port, each[0], "POST", "own:/people/" + each[1] + "/disable", "{}");
            assertThat(answer.body()).as(String.join(" → ", each)).contains("You do not manage these people");
        }
        assertThat(Visitors.call(port, "manager", "POST", "own:/people/manager/role", "{\"role\":\"managers\"}")
                        .body())
                .contains("You cannot do this for yourself");
        for (String nobody : new String[] {"operator", "shelter", "finance", "supervisor", "analyst"}) {
            assertThat(Visitors.call(port, nobody, "GET", "own:/people", null).statusCode())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(invite("manager", "org-bridge").body()).contains("You do not manage these people");
        assertThat(invite("coordinator", "org-harbour").body()).contains("You do not manage these people");
        assertThat(invite("coordinator", "").body()).contains("Roles:");
    }

    @Test
    void aManagerGivesNoMoreThanHerOrganisationHas() {
        assertThat(Visitors.call(
                                port,
                                "manager",
                                "POST",
                                "own:/people/operator/role",
                                "{\"role\":\"coordination\",\"given\":true}")
                        .body())
                .contains("cannot have it beside");
        assertThat(Visitors.call(
                                port,
                                "manager",
                                "POST",
                                "own:/people/operator/role",
                                "{\"role\":\"org-bridge\",\"given\":true}")
                        .body())
                .contains("cannot have it beside");
        assertThat(people.groupsOf(new Login("operator"))).containsExactlyInAnyOrder("operators", "org-harbour");
    }

    @Test
    void anotherAddressNeedsTheSecondPersonAgain() throws Exception {
        invite("coordinator", "org-s09");
        grantAll("coordinator2");
        jdbc.update("update notice set sent_at = now()");
        rights.begin();
        assertThat(people.groupsOf(new Login(login))).contains("org-s09");

        assertThat(act("coordinator", "again", "{\"address\":\"my.own@example.org\"}")
                        .body())
                .isEmpty();
        assertThat(people.groupsOf(new Login(login))).isEmpty();
        assertThat(invitations.open()).noneMatch(Invitations.Open::told);
        assertThat(waiting("coordinator2")).contains("my.own@example.org");
    }

    @Test
    void nobodyGrantsWhatSheHasTurnedToHerOwnAddressAndAnOldMailOpensNothing() throws Exception {
        invite("coordinator", "org-s11");
        act("coordinator2", "again", "{\"address\":\"coordinator2.own@example.org\"}");
        assertThat(grantAll("coordinator2")).contains("A second person is needed");

        grantAll("coordinator");
        act("coordinator", "again", "{\"address\":\"coordinator.own@example.org\"}");
        jdbc.update("update notice set sent_at = now()");
        rights.begin();
        assertThat(people.groupsOf(new Login(login)))
                .as("granted for another address")
                .isEmpty();
        assertThat(invitations.link(new Login(login)))
                .as("before a second person granted")
                .isEmpty();
    }

    @Test
    void whoHasWorkedGetsHerLinksAtHerOwnAddressOnly() throws Exception {
        identity.saveUser(user());
        identity.createMembership(login, "operators");
        identity.createMembership(login, "org-harbour");
        assertThat(act("manager", "again", "{}").body()).isEmpty();

        assertThat(act("manager", "again", "{\"address\":\"manager.own@example.org\"}")
                        .body())
                .contains("nobody changes the address");
        assertThat(people.addressOf(new Login(login))).contains("lea@harbour.example");
        act("manager", "disable", "{}");
        assertThat(act("manager", "again", "{\"address\":\"manager.own@example.org\"}")
                        .body())
                .contains("nobody changes the address");
        assertThat(member("manager").path("newcomer").asBoolean()).isFalse();
    }

    @Test
    void aManagerInvitesNobodyOfNoOrganisation() {
        assertThat(invited("manager", "", Map.of("roles", new String[] {"managers"}))
                        .body())
                .contains("Roles: please choose");
        assertThat(invited("coordinator", "", Map.of("roles", new String[] {"managers"}))
                        .body())
                .contains("Roles: please choose");
        assertThat(invitations.open()).isEmpty();
    }

    @Test
    void anAdministratorResetsALoginAndSetsNoPasswordOfHerOwn() throws Exception {
        identity.saveUser(user());
        identity.createMembership(login, "operators");
        identity.createMembership(login, "org-harbour");
        assertThat(act("admin", "again", "{}").statusCode()).isEqualTo(204);

        String mine = "{\"password\":\"chosen-by-the-admin-herself\",\"authenticatedUserPassword\":\"admin\"}";
        assertThat(Door.rest(port, "admin")
                        .call("PUT", "/user/" + login + "/credentials", mine)
                        .body())
                .contains("for yourself");
        assertThat(identity.checkPassword(login, "chosen-by-the-admin-herself")).isFalse();
        assertThat(jdbc.queryForList(
                        "select distinct person from audit where act = 'PASSWORD_SET' and subject = ?",
                        String.class,
                        login))
                .contains("admin")
                .doesNotContain(login);
    }

    @Test
    void anAdministratorMakesNoLoginWithAPasswordThatSheKnows() {
        String known = "{\"profile\":{\"id\":\"" + login + "\"},\"credentials\":{\"password\":\"" + PASSWORD + "\"}}";

        assertThat(Door.web(port, "admin", "admin", "admin")
                        .call("POST", "/user/create", known)
                        .statusCode())
                .isEqualTo(404);
        assertThat(Door.rest(port, "admin").call("POST", "/user/create", known).statusCode())
                .isEqualTo(404);
        assertThat(identity.createUserQuery().userId(login).count()).isZero();
    }

    @Test
    void aShortNameIsNoReasonToRefuseTheRandomPassword() {
        for (int time = 0; time < 20; time++) {
            assertThat(invited("manager", "org-harbour", Map.of("firstName", "A", "lastName", "B"))
                            .statusCode())
                    .isEqualTo(204);
            identity.deleteUser(login);
            login += "x";
            jdbc.update("delete from former_login");
        }
    }

    @Test
    void whereTheLastPersonOfAnAssociationGoesTheCoordinationGoesOn() {
        String reference = network.openByTelephone("bridge");
        String task = network.task(reference, "task_assessSituation").getId();
        assertThat(Visitors.call(
                                port, "coordinator", "POST", "/task/" + task + "/claim", "{\"userId\":\"coordinator\"}")
                        .statusCode())
                .isEqualTo(403);
        identity.deleteMembership("operator2", "org-bridge");
        try {
            assertThat(Visitors.call(
                                    port,
                                    "coordinator",
                                    "POST",
                                    "/task/" + task + "/claim",
                                    "{\"userId\":\"coordinator\"}")
                            .statusCode())
                    .isEqualTo(204);
        } finally {
            identity.createMembership("operator2", "org-bridge");
        }
    }

    @Test
    void aGroupThatIsGoneHoldsUpNobodysRights() throws Exception {
        identity.saveGroup(identity.newGroup("org-gone"));
        rights.ask(new Login("operator"), "org-gone", false, new Login("admin"));
        invite("coordinator", "org-s12");
        grantAll("coordinator2");
        jdbc.update(
                "update right_request set granted_by = 'coordinator', granted_at = now() where group_name = 'org-gone'");
        identity.deleteGroup("org-gone");
        jdbc.update("update notice set sent_at = now()");
        rights.begin();
        assertThat(people.groupsOf(new Login(login))).contains("org-s12");
    }

    @Test
    void eachMistakeInTheFormIsNamedAndALoginIsGivenOnce() {
        assertThat(invited("manager", "org-harbour", Map.of("firstName", " ")).body())
                .contains("First name and last name");
        assertThat(invited("manager", "org-harbour", Map.of("address", "lea at home"))
                        .body())
                .contains("Mail:");
        assertThat(invited("manager", "org-harbour", Map.of("login", "léa martin"))
                        .body())
                .contains("Login: please use");
        assertThat(invited("manager", "org-harbour", Map.of("login", "OPERATOR2"))
                        .body())
                .contains("Login: please use");
        assertThat(invited("manager", "org-harbour", Map.of("login", "referral"))
                        .body())
                .as("a word of the software")
                .contains("Login: please use");
        assertThat(invited("manager", "org-harbour", Map.of("login", "operator2"))
                        .body())
                .contains("somebody has operator2 already");
        assertThat(invitations.open()).isEmpty();
    }

    @Test
    void aLoginWithDotsHyphensAndAnAtSignWorksInEveryPartOfThePages() throws Exception {
        identity.saveUser(user());
        identity.createMembership(login, "operators");
        identity.createMembership(login, "org-harbour");
        Door hers = Door.web(port, login, PASSWORD, "tasklist");

        assertThat(hers.call("GET", "/user/" + login + "/profile", null).body()).contains("Martin");
        assertThat(hers.call("GET", "/user/" + login.replace("@", "%40") + "/profile", null)
                        .body())
                .contains("Martin");
        assertThat(hers.call("GET", "own:/cases", null).statusCode()).isEqualTo(200);
        assertThat(hers.call("GET", "own:/me", null).body()).contains("/camunda/app/tasklist/default/");
        assertThat(Door.rest(port, login, PASSWORD)
                        .call("GET", "/task/count", null)
                        .statusCode())
                .isEqualTo(200);
    }

    // --- helpers

    private User user() {
        User user = identity.newUser(login);
        user.setFirstName("Léa");
        user.setLastName("Martin");
        user.setEmail("lea@harbour.example");
        user.setPassword(PASSWORD);
        return user;
    }

    private HttpResponse<String> invite(String by, String organisation) {
        return invited(by, organisation, Map.of());
    }

    private HttpResponse<String> invited(String by, String organisation, Map<String, Object> other) {
        Map<String, Object> wanted = new HashMap<>(Map.of(
                "organisation",
                organisation,
                "roles",
                organisation.startsWith("org-s") ? new String[] {"managers"} : new String[] {},
                "login",
                login,
                "firstName",
                "Léa",
                "lastName",
                "Martin",
                "address",
                "lea@harbour.example"));
        wanted.putAll(other);
        return Visitors.call(
                port, by, "POST", "own:/people", JSON.valueToTree(wanted).toString());
    }

    private HttpResponse<String> act(String by, String what, String body) {
        return Visitors.call(port, by, "POST", "own:/people/" + login + "/" + what, body);
    }

    private JsonNode member(String by) throws Exception {
        String page = Visitors.call(port, by, "GET", "own:/people", null).body();
        return JSON.readTree(page).findParents("login").stream()
                .filter(each -> each.path("login").asText().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private String waiting(String who) {
        return Visitors.call(port, who, "GET", "own:/rights", null).body();
    }

    /** @return what was refused, or nothing */
    private String grantAll(String by) throws Exception {
        StringBuilder refused = new StringBuilder();
        for (JsonNode right : JSON.readTree(waiting(by))) {
            if (!right.path("login").asText().equals(login)) {
                continue;
            }
            refused.append(Visitors.call(
                            port, by, "POST", "own:/rights/" + right.path("id").asText() + "/grant", "{}")
                    .body());
        }
        return refused.toString();
    }

    private String link() {
        String path = invitations.link(new Login(login)).orElseThrow();
        return path.substring(path.indexOf('#') + 1);
    }

    private String look(String link) throws Exception {
        return post("/acse/invitation/look", Map.of("token", link)).body();
    }

    private HttpResponse<String> take(String link, String password, String code) throws Exception {
        return post("/acse/invitation", Map.of("token", link, "password", password, "code", code));
    }

    private HttpResponse<String> post(String path, Map<String, String> body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
