package fr.acse.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Most shelters are telephoned: what they say counts, they are told, and one person's word opens no address. */
@ProcessTest
class TelephoneTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Network network;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void nothingWaitsFromBefore() {
        jdbc.update("delete from notice");
    }

    @Test
    void aYesByTelephoneHoldsThePlaceAndTheShelterIsToldAtOnce() {
        String reference = asked("s05");
        said(reference, "s05", "accepted");

        assertThat(network.openTasks(reference)).contains("task_answerRequest").doesNotContain("task_answerOffer");
        assertThat(offer(reference)).isEqualTo("ACCEPTED");
        assertThat(told("OFFER_BY_TELEPHONE")).containsExactly("org-s05");
    }

    @Test
    void aNoByTelephoneCountsWithItsReason() {
        String reference = asked("s05", "s06");
        assertThatThrownBy(() -> said(reference, "s05", "declined", "declineReason", null))
                .hasMessageContaining("Why not?");
        said(reference, "s05", "declined", "declineReason", "unsuitable");

        assertThat(offer(reference)).isEqualTo("DECLINED");
        assertThat(network.tasks(reference, "task_answerOffer")).hasSize(1);
    }

    @Test
    void theCoordinationTakesAnOfferBackAndTheShelterIsTold() {
        String reference = asked("s01", "s05");
        said(reference, "s01", "withdrawn");

        assertThat(told("OFFER_WITHDRAWN")).containsExactly("org-s01");
        assertThat(network.tasks(reference, "task_answerOffer")).hasSize(1);
    }

    @Test
    void whoRecordedTheYesCannotConfirmTheArrivalAndASecondPersonOrTheShelterCan() throws IOException {
        String reference = asked("s05");
        said(reference, "s05", "accepted");
        network.complete(reference, "task_answerRequest", "coordinator");
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        Task confirm = network.task(reference, "task_confirmAgreement");

        assertThat(Visitors.call(
                                port,
                                "coordinator",
                                "POST",
                                "/task/" + confirm.getId() + "/claim",
                                "{\"userId\":\"coordinator\"}")
                        .body())
                .contains("A second person is needed here");
        assertThatThrownBy(() -> network.completeTask(confirm, "coordinator"))
                .hasMessageContaining("A second person is needed here");
        network.completeTask(confirm, "coordinator2");
        assertThatThrownBy(() -> network.complete(reference, "task_holdInterview", "coordinator"))
                .hasMessageContaining("A second person is needed here");
        network.complete(reference, "task_holdInterview", "coordinator2");
        assertThat(network.openTasks(reference)).contains("task_planJourney");
    }

    @Test
    void whereTheShelterAnsweredByItselfNobodyOfTheCoordinationConfirmsForIt() {
        String reference = network.proposed();
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        Task confirm = network.task(reference, "task_confirmAgreement");

        assertThatThrownBy(() -> network.completeTask(confirm, "coordinator2")).isNotNull();
        assertThat(network.tasks(reference, "task_confirmAgreement")).hasSize(1);
    }

    @Test
    void onlyTheCoordinationRecordsAndOnlyForAShelterThatIsAskedNow() {
        String reference = asked("s05");
        for (String other : List.of("operator", "shelter", "finance", "supervisor")) {
            assertThatThrownBy(() -> network.start(
                            "telephone-answer",
                            "record-telephone-answer",
                            other,
                            "caseReference",
                            reference,
                            "shelterCode",
                            "s05",
                            "saidAt",
                            now()))
                    .as(other)
                    .isNotNull();
        }
        assertThatThrownBy(() -> said(reference, "s06", "accepted")).hasMessageContaining("s06 is not asked");
        assertThatThrownBy(() -> said(
                        reference,
                        "s05",
                        "accepted",
                        "saidAt",
                        clock.instant().plus(Duration.ofHours(1)).toString()))
                .hasMessageContaining("When it was said");
        said(reference, "s05", "accepted");
        assertThatThrownBy(() -> said(reference, "s05", "accepted")).hasMessageContaining("is not asked");
    }

    @Test
    void theFirstThreeAreThreeWhoCanAnswerAndNobodyWithoutPeopleCountsAsSilent() {
        String reference = network.requested("childrenCount", 0, "babyCount", 0);
        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "firstThree");
        assertThat(jdbc.queryForList(
                        "select o.shelter from offer o join orientation_request q on q.id = o.request where q.reference = ?",
                        String.class,
                        reference))
                .isNotEmpty()
                .isSubsetOf("s01", "s02", "s03");

        String telephoned = asked("s05");
        network.pass(telephoned, Duration.ofHours(13));
        assertThat(offer(telephoned)).isEqualTo("EXPIRED");
        assertThat(jdbc.queryForObject(
                        "select had_people from offer o join orientation_request q on q.id = o.request where q.reference = ?",
                        Boolean.class,
                        telephoned))
                .isFalse();
    }

    @Test
    void thePageOfTheCaseShowsWhomToTelephoneAndTheNumberAfterARecordedClick() throws IOException {
        String reference = asked("s01", "s05");

        JsonNode page = JSON.readTree(Visitors.call(port, "coordinator", "GET", "own:/cases/" + reference, null)
                .body());
        assertThat(page.path("asked")).hasSize(2);
        assertThat(page.path("asked").get(1).path("hasPeople").asBoolean()).isFalse();
        assertThat(page.toString()).doesNotContain("+33");
        assertThat(Visitors.call(
                                port,
                                "coordinator",
                                "POST",
                                "own:/cases/" + reference + "/shelters/s05/telephone",
                                null)
                        .body())
                .contains("sealed_shelterPhone", "+33");
        assertThat(Visitors.call(
                                port,
                                "coordinator",
                                "POST",
                                "own:/cases/" + reference + "/shelters/s07/telephone",
                                null)
                        .statusCode())
                .isEqualTo(400);
        said(reference, "s05", "declined", "declineReason", "full");
        JsonNode declined = JSON.readTree(Visitors.call(port, "coordinator", "GET", "own:/cases/" + reference, null)
                        .body())
                .path("asked")
                .get(1);
        assertThat(declined.path("said").asText()).isEqualTo("Declined: We are full");
        assertThat(declined.path("phone").asBoolean()).isFalse();
        for (String other : List.of("operator", "shelter", "supervisor")) {
            assertThat(Visitors.call(port, other, "GET", "own:/cases/" + reference, null)
                            .body())
                    .as(other)
                    .doesNotContain("s05");
            assertThat(Visitors.call(port, other, "POST", "own:/cases/" + reference + "/shelters/s05/telephone", null)
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    private String asked(String... shelters) {
        String reference = network.requested("childrenCount", 0, "babyCount", 0);
        network.ask(reference, shelters);
        return reference;
    }

    private void said(String reference, String shelter, String answer, Object... more) {
        Object[] values = Stream.concat(
                        Stream.of(
                                "caseReference",
                                reference,
                                "shelterCode",
                                shelter,
                                "offerAnswer",
                                answer,
                                "saidAt",
                                now()),
                        Stream.of(more))
                .toArray();
        network.start("telephone-answer", "record-telephone-answer", "coordinator", values);
    }

    private String now() {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return minute.toString();
    }

    private String offer(String reference) {
        return jdbc.queryForList(
                        "select o.state from offer o join orientation_request q on q.id = o.request"
                                + " where q.reference = ? order by o.position",
                        String.class,
                        reference)
                .get(0);
    }

    private List<String> told(String event) {
        return jdbc.queryForList("select group_name from notice where event = ? order by id", String.class, event);
    }
}
