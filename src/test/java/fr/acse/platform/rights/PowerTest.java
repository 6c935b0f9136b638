package fr.acse.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.audit.Act;
import fr.acse.audit.AuditLine;
import fr.acse.audit.AuditLog;
import fr.acse.codes.Login;
import fr.acse.notice.Post;
import fr.acse.platform.door.Door;
import fr.acse.platform.identity.People;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Power is watched, and what is dangerous is done by two. */
@ProcessTest
class PowerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECOND_PERSON = "acse.deployment.second-person";

    @Autowired
    Network network;

    @Autowired
    AuditLog audit;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    RightRequests rights;

    @Autowired
    People people;

    @Autowired
    Post post;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    // --- rights

    @Test
    void nobodyIsPutIntoAGroupByOnePersonAndTheRightBeginsWhenTheCoordinationWasTold() throws Exception {
        String login = person();
        Door admin = Door.rest(port, "admin");

        HttpResponse<String> asked = admin.call("PUT", "/group/coordination/members/" + login, "{}");
        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body()).contains("as soon as another administrator or a supervisor grants it");
        assertThat(people.groupsOf(new Login(login))).isEmpty();

        String id = waiting(login).path("id").asText();
        HttpResponse<String> herself = Door.web(port, "admin").call("POST", "own:/rights/" + id + "/grant", "{}");
        assertThat(herself.statusCode()).isEqualTo(400);
        assertThat(herself.body()).contains("A second person is needed");
        assertThat(Door.web(port, "coordinator")
                        .call("POST", "own:/rights/" + id + "/grant", "{}")
                        .body())
                .contains("You have no part in this step");

        assertThat(Door.web(port, "supervisor")
                        .call("POST", "own:/rights/" + id + "/grant", "{}")
                        .statusCode())
                .isEqualTo(204);
        rights.begin();
        assertThat(people.groupsOf(new Login(login)))
                .as("before the mail is sent")
                .isEmpty();
        post.send();
        rights.begin();
        assertThat(people.groupsOf(new Login(login))).containsExactly("coordination");
        assertThat(acts(login)).contains(Act.RIGHT_ASKED, Act.RIGHT_GRANTED, Act.RIGHT_GIVEN);
        identity.deleteUser(login);
    }

    @Test
    void aRightThatIsRefusedNeverBegins() throws Exception {
        String login = person();
        Door.rest(port, "admin").call("PUT", "/group/finance/members/" + login, "{}");
        String id = waiting(login).path("id").asText();

        Door supervisor = Door.web(port, "supervisor");
        assertThat(supervisor
                        .call("POST", "own:/rights/" + id + "/refuse", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(supervisor.call("POST", "own:/rights/" + id + "/grant", "{}").body())
                .contains("decided already");
        post.send();
        rights.begin();
        assertThat(people.groupsOf(new Login(login))).isEmpty();
        identity.deleteUser(login);
    }

    @Test
    void aLoginThatIsGoneIsGivenToNobodyElse() {
        String login = person();
        identity.deleteUser(login);

        HttpResponse<String> again = Door.web(port, "admin")
                .call(
                        "POST",
                        "own:/people",
                        "{\"organisation\":\"\",\"roles\":[\"finance\"],\"login\":\"" + login
                                + "\",\"firstName\":\"Claire\",\"lastName\":\"Du\",\"address\":\"claire@example.org\"}");

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("belonged to somebody who is gone");
        assertThat(acts(login)).contains(Act.PERSON_CREATED, Act.PERSON_DELETED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234!",
                "qwertyuiop12",
                "azertyuiop99",
                "passwordpassword",
                "1111111111111",
                "claire-is-at-home"
            })
    void aPasswordThatIsGuessedFirstIsRefused(String password) {
        String login = "claire" + UUID.randomUUID().toString().substring(0, 6);
        User claire = identity.newUser(login);
        claire.setFirstName("Claire");
        claire.setPassword("four-words-of-nothing");
        identity.saveUser(claire);

        HttpResponse<String> answer = Door.web(port, login, "four-words-of-nothing", "welcome")
                .call(
                        "PUT",
                        "/user/" + login + "/credentials",
                        "{\"password\":\"" + password + "\",\"authenticatedUserPassword\":\"four-words-of-nothing\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("not one of the most common");
    }

    @Test
    void loginsAndRefusalsAreWrittenDownAndWhatWasTypedInPlaceOfALoginIsNot() {
        Door.web(port, "supervisor", "welcome");
        Door.rest(port, "my-secret-typed-as-login").call("GET", "/task", null);

        assertThat(audit.latest(20))
                .anyMatch(
                        line -> line.act() == Act.LOGIN && line.person().value().equals("supervisor"))
                .anyMatch(line ->
                        line.act() == Act.LOGIN_REFUSED && line.person().value().equals("?"));
        assertThat(audit.latest(50).toString()).doesNotContain("my-secret");
    }

    // --- models

    @Test
    void aDeploymentWaitsForASecondPersonWhoSeesWhatChanges() throws Exception {
        System.setProperty(SECOND_PERSON, "true");
        try {
            String name = "two-" + UUID.randomUUID().toString().substring(0, 8);
            HttpResponse<String> answer = deploy("analyst", name, "Ask her");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("wait for a second person");
            assertThat(deployed(name)).isZero();

            JsonNode proposal = proposal("supervisor", name);
            assertThat(proposal.path("changes").toString()).contains(name + ".bpmn", "added");
            String release = "own:/models/" + proposal.path("id").asText() + "/release?seen=" + current();
            HttpResponse<String> herself = Door.web(port, "analyst").call("POST", release, "{}");
            assertThat(herself.statusCode()).isEqualTo(400);
            assertThat(herself.body()).contains("somebody else must release them");
            HttpResponse<String> unseen =
                    Door.web(port, "supervisor").call("POST", release.replaceAll("seen=.*", "seen=0"), "{}");
            assertThat(unseen.body()).contains("the changes are not those that you saw");
            assertThat(Door.web(port, "operator").call("POST", release, "{}").statusCode())
                    .isEqualTo(403);
            assertThat(deployed(name)).isZero();

            assertThat(Door.web(port, "supervisor").call("POST", release, "{}").statusCode())
                    .isEqualTo(204);
            assertThat(deployed(name)).isEqualTo(1);

            deploy("analyst", name, "Ask her again");
            assertThat(proposal("supervisor", name).path("changes").toString())
                    .contains("\"element\":\"t\"", "changed")
                    .doesNotContain("\"element\":\"s\"");
            String withdraw =
                    "own:/models/" + proposal("analyst", name).path("id").asText() + "/refuse";
            assertThat(Door.web(port, "analyst").call("POST", withdraw, "{}").statusCode())
                    .isEqualTo(204);
            assertThat(proposal("analyst", name).path("state").asText()).isNotEqualTo("WAITING");
            assertThat(deployed(name)).isEqualTo(1);
        } finally {
            System.clearProperty(SECOND_PERSON);
        }
    }

    @Test
    void aModelThatBreaksARuleDoesNotEvenWait() throws Exception {
        System.setProperty(SECOND_PERSON, "true");
        try {
            String name = "bad-" + UUID.randomUUID().toString().substring(0, 8);
            HttpResponse<String> answer = deploy("analyst", name, "x\" camunda:assignee=\"${a}\" camunda:class=\"y");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("not allowed in a model");
            assertThat(jdbc.queryForObject("select count(*) from model_proposal where name = ?", Integer.class, name))
                    .isZero();
        } finally {
            System.clearProperty(SECOND_PERSON);
        }
    }

    @Test
    void withoutTheSettingADeploymentTakesEffectAtOnceAndIsWrittenDown() {
        String name = "one-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(deploy("analyst", name, "Ask her").statusCode()).isEqualTo(200);
        assertThat(deployed(name)).isEqualTo(1);
        assertThat(audit.latest(20))
                .anyMatch(line ->
                        line.act() == Act.MODEL_DEPLOYED && line.detail().equals(name));
    }

    @Test
    void aTokenDeploysAndDoesNothingElseUntilItIsRevoked() throws IOException {
        Door analyst = Door.web(port, "analyst");
        String token = JSON.readTree(
                        analyst.call("POST", "own:/deployment-token", "{}").body())
                .path("token")
                .asText();
        assertThat(token).startsWith("acse-deploy-");
        assertThat(analyst.call("GET", "own:/deployment-token", null).body()).doesNotContain(token);
        assertThat(jdbc.queryForList("select * from deployment_token").toString())
                .doesNotContain(token);

        Door modeler = Door.rest(port, "analyst", token);
        assertThat(modeler.call("GET", "/version", null).statusCode()).isEqualTo(200);
        assertThat(modeler.call("GET", "/deployment?maxResults=1", null).statusCode())
                .isEqualTo(200);
        for (String path : List.of("/process-definition", "/user", "/group", "/decision-definition")) {
            assertThat(modeler.call("GET", path, null).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(Door.rest(port, "supervisor", token)
                        .call("GET", "/version", null)
                        .statusCode())
                .isEqualTo(401);

        analyst.call("DELETE", "own:/deployment-token", null);
        assertThat(modeler.call("GET", "/version", null).statusCode()).isEqualTo(401);
    }

    // --- reading

    @Test
    void whoReadsInBulkIsStoppedUntilASupervisorAnswers() {
        String reference = network.openReferral();
        Task task = network.task(reference, "task_assessSituation");
        jdbc.update("update reading_stop set freed_at = now(), freed_by = 'x' where freed_at is null");
        String reader = network.staffReading(task, 300);

        assertThatThrownBy(() -> network.read(task, reader)).hasMessageContaining("reading is stopped");
        assertThatThrownBy(() -> network.read(task, reader)).hasMessageContaining("reading is stopped");

        String question = jdbc.queryForObject(
                "select e.business_key_ from act_ru_execution e join act_ru_variable v on v.proc_inst_id_ ="
                        + " e.proc_inst_id_ where v.name_ = 'readerLogin' and v.text_ = ? and e.parent_id_ is null",
                String.class,
                reader);
        assertThatThrownBy(() -> network.complete(question, "task_decideOnReading", "coordinator"))
                .isInstanceOf(RuntimeException.class);
        network.complete(question, "task_decideOnReading", "supervisor", "readingDecision", "stopped");
        assertThatThrownBy(() -> network.read(task, reader)).hasMessageContaining("reading is stopped");
        network.pass(question, java.time.Duration.ofHours(25));
        network.complete(question, "task_decideOnReading", "supervisor");

        network.read(task, reader);
        assertThat(network.ends(question, "bulk-reading")).containsExactly("end_readingFreed");
        assertThat(acts(reader)).contains(Act.READING_STOPPED, Act.READING_FREED);
    }

    // --- the log itself

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set person = 'nobody' where number = 2",
                "delete from audit where number = 2",
                "update audit set person = 'nobody', hash = sha256(previous || convert_to(number || '|' || person, 'UTF8')) where number = 2",
                "update audit set number = -number where number in (2, 3); update audit set number = 5 + number where number < 0"
            })
    void anAuditLogThatIsEditedShortenedForgedOrReorderedIsNoticed(String change) {
        identity.deleteUser(person());
        assertThat(audit.firstBroken(null)).isEmpty();

        Long broken = transaction.execute(status -> {
            jdbc.execute("alter table audit disable trigger audit_is_only_added_to");
            jdbc.execute(change);
            Long found = audit.firstBroken(null).orElse(null);
            status.setRollbackOnly();
            return found;
        });
        assertThat(broken).isEqualTo(2);
    }

    @Test
    void anAuditLogWhoseEndIsCutOffIsNoticedByItsHead() {
        identity.deleteUser(person());
        String head = audit.head().orElseThrow();

        Boolean noticed = transaction.execute(status -> {
            jdbc.execute("alter table audit disable trigger audit_is_only_added_to");
            jdbc.execute("delete from audit where number = (select max(number) from audit)");
            boolean found =
                    audit.firstBroken(null).isEmpty() && audit.firstBroken(head).isPresent();
            status.setRollbackOnly();
            return found;
        });
        assertThat(noticed).isTrue();
    }

    @Test
    void theDatabaseItselfRefusesToChangeTheAuditLog() {
        for (String change : List.of("update audit set person = 'nobody'", "delete from audit", "truncate audit")) {
            assertThatThrownBy(() -> jdbc.update(change)).hasMessageContaining("The audit log is only added to");
        }
    }

    private String person() {
        String login = "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        User user = identity.newUser(login);
        user.setPassword("four-words-of-nothing");
        identity.saveUser(user);
        return login;
    }

    private List<Act> acts(String about) {
        return audit.latest(200).stream()
                .filter(line ->
                        line.subject().equals(about) || line.person().value().equals(about))
                .map(AuditLine::act)
                .toList();
    }

    private JsonNode waiting(String login) throws IOException {
        for (JsonNode right : JSON.readTree(
                Door.web(port, "supervisor").call("GET", "own:/rights", null).body())) {
            if (right.path("login").asText().equals(login)) {
                return right;
            }
        }
        throw new AssertionError("Nothing waits for " + login);
    }

    private JsonNode proposal(String person, String name) throws IOException {
        for (JsonNode proposal : JSON.readTree(
                        Door.web(port, person).call("GET", "own:/models", null).body())
                .path("proposals")) {
            if (proposal.path("name").asText().equals(name)) {
                return proposal;
            }
        }
        throw new AssertionError("No proposal " + name);
    }

    private long current() {
        return jdbc.queryForObject("select max(number) from model_set", Long.class);
    }

    private long deployed(String name) {
        return repository.createDeploymentQuery().deploymentName(name).count();
    }

    private HttpResponse<String> deploy(String person, String name, String task) {
        String model = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'><process id='" + name
                + "' isExecutable='true' camunda:historyTimeToLive='P1D' camunda:isStartableInTasklist='false'>"
                + "<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t'/><endEvent id='e'/>"
                + "<sequenceFlow id='g' sourceRef='t' targetRef='e'/><userTask id='t' camunda:candidateGroups='coordination' name=\""
                + task
                + "\" camunda:formRef='" + name + "' camunda:formRefBinding='deployment'/></process></definitions>";
        String form = "{\"id\":\"" + name + "\",\"type\":\"default\",\"schemaVersion\":16,\"components\":[]}";
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("deployment-name", "", name)
                + part.formatted("data", "; filename=\"" + name + ".bpmn\"", model)
                + part.formatted("form", "; filename=\"" + name + ".form\"", form)
                + "--b--\r\n";
        Door door = Door.rest(port, person);
        return door.exchange("POST", door.place("/deployment/create"), "multipart/form-data; boundary=b", body);
    }
}
