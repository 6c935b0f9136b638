package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.Login;
import fr.acse.platform.assignment.Assignments;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** ADR 52: a supervisor answers a late request herself. */
@ProcessTest
class OwnAnswerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Network network;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Assignments assignments;

    @Autowired
    IdentityService identity;

    @Autowired
    FilterService filters;

    @LocalServerPort
    int port;

    @Test
    void whoAnswersALateRequestHerselfHasEachFormUntilTheAnswer() throws IOException {
        String reference = late();
        assertThatThrownBy(() -> network.complete(reference, "task_chooseShelters", "supervisor"))
                .isInstanceOf(RuntimeException.class);

        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");

        assertThat(holder(reference, "task_chooseShelters")).isEqualTo("supervisor");
        network.complete(
                reference, "task_chooseShelters", "supervisor", "askHow", "chosen", "chosenShelters", "[\"s01\"]");
        network.answerOffer(reference, "shelter");
        assertThat(holder(reference, "task_answerRequest")).isEqualTo("supervisor");
        network.complete(reference, "task_answerRequest", "supervisor", "lateReason", "notWorkedOn");
        assertThat(network.openTasks(reference)).containsExactly("task_readAnswer");
        assertThat(JSON.readTree(Visitors.call(port, "supervisor", "GET", "own:/cases?text=" + reference, null)
                                .body())
                        .findPath("last")
                        .path("who")
                        .asText())
                .isEqualTo("Supervisor");
    }

    @Test
    void sheReadsTheRankingAndNoNameOfAShelter() {
        String reference = late();
        Task choice = network.task(reference, "task_chooseShelters");
        assertThat(network.shown(choice, "coordinator", "ranking")).contains("Maison des Ajoncs (s01)");

        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");

        assertThat(network.shown(choice, "supervisor", "ranking"))
                .contains("\"shelter\":\"s01\"")
                .doesNotContain("Ajoncs", "+33");
    }

    @Test
    void whoeverHadTheStepInHandIsTold() {
        String reference = late();
        String choice = network.task(reference, "task_chooseShelters").getId();
        network.as("coordinator", () -> {
            tasks.claim(choice, "coordinator");
            return null;
        });

        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");

        assertThat(jdbc.queryForList(
                        "select event from notice where reference = ? and person = 'coordinator'",
                        String.class,
                        reference))
                .contains("TASK_TAKEN");
    }

    @Test
    void everybodyElseStillReadsWhoHasTheStep() {
        String reference = late();
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");
        String choice = network.task(reference, "task_chooseShelters").getId();

        for (String reader : List.of("coordinator", "coordinator2", "supervisor")) {
            assertThat(Visitors.call(port, reader, "GET", "own:/tasks/" + choice + "/cover", null)
                            .statusCode())
                    .as(reader)
                    .isEqualTo(200);
        }
        network.as("supervisor", () -> {
            assignments.hand(choice, Assignments.Way.BACK, null, null, new Login("supervisor"));
            return null;
        });
        network.complete(
                reference, "task_chooseShelters", "coordinator", "askHow", "chosen", "chosenShelters", "[\"s01\"]");
    }

    @Test
    void whoIsNoSupervisorAnyMoreGetsNoFurtherStep() {
        String reference = late();
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");
        network.complete(
                reference, "task_chooseShelters", "supervisor", "askHow", "chosen", "chosenShelters", "[\"s01\"]");
        identity.deleteMembership("supervisor", "supervisors");
        try {
            network.answerOffer(reference, "shelter");

            assertThat(holder(reference, "task_answerRequest")).isNull();
        } finally {
            identity.createMembership("supervisor", "supervisors");
        }
    }

    @Test
    void aStepThatOpensLaterIsInHerListAndSheIsTold() throws IOException {
        String reference = late();
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");
        network.complete(
                reference, "task_chooseShelters", "supervisor", "askHow", "chosen", "chosenShelters", "[\"s01\"]");
        assertThat(told(reference)).doesNotContain("OWN_ANSWER_STEP");

        network.answerOffer(reference, "shelter");

        assertThat(told(reference)).contains("OWN_ANSWER_STEP");
        String list = filters.createFilterQuery()
                .filterName("For the supervisors")
                .singleResult()
                .getId();
        assertThat(Visitors.call(port, "supervisor", "POST", "/filter/" + list + "/list", "{}")
                        .body())
                .contains(network.task(reference, "task_answerRequest").getId());
    }

    @Test
    void beforeSheDecidesSheReadsWhatTheCoordinationHasDoneAndNoShelter() {
        String reference = late();
        Task takeOver = network.task(reference, "task_takeOverLateRequest");
        assertThat(network.shown(takeOver, "supervisor", "doneSoFar"))
                .contains("Choose the shelters to ask", "Nobody has it in hand", "Shelters that were asked", "None");

        network.complete(
                reference, "task_chooseShelters", "coordinator", "askHow", "chosen", "chosenShelters", "[\"s01\"]");

        assertThat(network.shown(takeOver, "supervisor", "doneSoFar"))
                .contains("Asked, no answer yet: 1")
                .doesNotContain("s01", "Ajoncs");
    }

    @Test
    void aStepThatSheGivesBackIsInNobodysHandAndTheAlarmSaysSo() {
        String reference = late();
        Task takeOver = network.task(reference, "task_takeOverLateRequest");
        network.as("supervisor", () -> {
            tasks.claim(takeOver.getId(), "supervisor");
            return null;
        });
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");
        assertThat(alarm(reference)).contains("Suzanne Blanc");
        String choice = network.task(reference, "task_chooseShelters").getId();

        network.as("supervisor", () -> {
            assignments.hand(choice, Assignments.Way.BACK, null, null, new Login("supervisor"));
            return null;
        });

        assertThat(alarm(reference)).contains("WAITS").doesNotContain("Suzanne Blanc");
    }

    @Test
    void whileSheltersAnswerSheReadsWhichOfThemTheCoordinationTelephonesAndNoNumber() throws IOException {
        String reference = late();
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");
        network.complete(
                reference,
                "task_chooseShelters",
                "supervisor",
                "askHow",
                "chosen",
                "chosenShelters",
                "[\"s01\",\"s05\"]");

        JsonNode asked = JSON.readTree(Visitors.call(port, "supervisor", "GET", "own:/cases/" + reference, null)
                        .body())
                .path("asked");

        assertThat(asked)
                .extracting(each -> each.path("shelter").asText() + " "
                        + each.path("hasPeople").asBoolean())
                .containsExactlyInAnyOrder("s01 true", "s05 false");
        assertThat(asked).noneMatch(each -> each.get("phone").asBoolean());
        assertThat(Visitors.call(
                                port, "supervisor", "POST", "own:/cases/" + reference + "/shelters/s05/telephone", null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoGivesAStepBackIsToldThatItIsForGoodAndGetsNoFurtherStep() throws IOException {
        String reference = late();
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");
        String choice = network.task(reference, "task_chooseShelters").getId();
        assertThat(cover("supervisor", choice).path("forGood").asBoolean()).isTrue();

        network.as("supervisor", () -> {
            assignments.hand(choice, Assignments.Way.BACK, null, null, new Login("supervisor"));
            return null;
        });
        network.complete(
                reference, "task_chooseShelters", "coordinator", "askHow", "chosen", "chosenShelters", "[\"s01\"]");
        network.answerOffer(reference, "shelter");

        assertThat(holder(reference, "task_answerRequest")).isNull();
    }

    /** In the demo, a login is the same word as the key of a column. */
    @Test
    void aFormReachesASupervisorWhole() throws IOException {
        String reference = late();
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");
        String choice = network.task(reference, "task_chooseShelters").getId();

        JsonNode form =
                JSON.readTree(Visitors.call(port, "supervisor", "GET", "/task/" + choice + "/deployed-form", null)
                        .body());

        assertThat(form.path("components").findValuesAsText("key")).contains("shelter", "why");
    }

    @Test
    void whoOnlyCallsTheCoordinationGetsNoForm() {
        String reference = late();

        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "coordinationCalled");

        assertThat(holder(reference, "task_chooseShelters")).isNull();
    }

    @Test
    void whoOnlyCalledIsAskedAgainAfterTenMinutesAndCanAnswerThen() {
        String reference = late();
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "coordinationCalled");
        assertThat(network.openTasks(reference)).doesNotContain("task_takeOverLateRequest");

        jdbc.update("delete from notice where reference = ?", reference);

        network.pass(reference, Duration.ofMinutes(11));
        assertThat(jdbc.queryForList(
                        "select group_name from notice where reference = ? and event = 'REQUEST_LATE'",
                        String.class,
                        reference))
                .containsExactly("supervisors");
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");

        assertThat(holder(reference, "task_chooseShelters")).isEqualTo("supervisor");
        assertThat(network.openTasks(reference)).doesNotContain("task_takeOverLateRequest");
    }

    @Test
    void whoGivesTheRequestBackHasTheSupervisorsTold() {
        String reference = late();
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");
        String choice = network.task(reference, "task_chooseShelters").getId();
        Visitors.call(port, "supervisor", "POST", "own:/tasks/" + choice + "/alarm", null);
        jdbc.update("delete from notice where reference = ?", reference);

        network.as("supervisor", () -> {
            assignments.hand(choice, Assignments.Way.BACK, null, null, new Login("supervisor"));
            return null;
        });

        assertThat(jdbc.queryForList(
                        "select group_name from notice where reference = ? and event = 'REQUEST_LATE'",
                        String.class,
                        reference))
                .containsExactly("supervisors");
    }

    @Test
    void ifACoordinatorTakesAStepOverTheRequestIsTheCoordinationsAgain() {
        String reference = late();
        network.complete(reference, "task_takeOverLateRequest", "supervisor", "lateAction", "answeredMyself");
        String choice = network.task(reference, "task_chooseShelters").getId();

        network.as("coordinator", () -> {
            assignments.hand(choice, Assignments.Way.TAKE_OVER, null, "absent", new Login("coordinator"));
            return null;
        });
        network.complete(
                reference, "task_chooseShelters", "coordinator", "askHow", "chosen", "chosenShelters", "[\"s01\"]");
        network.answerOffer(reference, "shelter");

        assertThat(holder(reference, "task_answerRequest")).isNull();
    }

    private JsonNode cover(String reader, String task) throws IOException {
        return JSON.readTree(Visitors.call(port, reader, "GET", "own:/tasks/" + task + "/cover", null)
                .body());
    }

    private String alarm(String reference) {
        try {
            return JSON.readTree(Visitors.call(port, "coordinator", "GET", "own:/cases/" + reference, null)
                            .body())
                    .path("alarms")
                    .path(0)
                    .toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> told(String reference) {
        return jdbc.queryForList(
                "select event from notice where reference = ? and person = 'supervisor'", String.class, reference);
    }

    private String late() {
        String reference = network.requested("childrenCount", 0, "babyCount", 0);
        network.pass(reference, Duration.ofHours(48));
        return reference;
    }

    private String holder(String reference, String task) {
        return network.task(reference, task).getAssignee();
    }
}
