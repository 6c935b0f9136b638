package fr.acse.console.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import fr.acse.platform.door.Door;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The clocks as the page in Cockpit asks for them. */
@ProcessTest
class DeadlinesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Autowired
    Network network;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Test
    void aRequestIsOnTimeThenAtRiskInItsLastQuarterThenLateThenAnsweredLate() throws IOException {
        String reference = network.requested();
        assertThat(answerClock(reference).path("words").asText()).isEqualTo("On time");
        network.pass(reference, Duration.ofHours(36).plusMinutes(1));
        assertThat(answerClock(reference).path("words").asText()).isEqualTo("At risk");
        network.pass(reference, Duration.ofHours(12));
        assertThat(answerClock(reference).path("words").asText()).isEqualTo("Late");
        assertThat(clocks("standing=LATE&reference=" + reference)).hasSize(1);

        network.propose(reference, "lateReason", "noPlaceFound");

        assertThat(clocks("kind=answer&reference=" + reference)).isEmpty();
        assertThat(clocks("standing=ANSWERED_LATE&reference=" + reference)).hasSize(1);
    }

    @Test
    void anAlarmThatNobodyHasTakenSaysSo() throws IOException {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");

        assertThat(clocks("kind=alarm&reference=" + reference))
                .extracting(clock -> clock.path("words").asText())
                .containsExactly("Nobody has taken it");
    }

    @Test
    void aLateRequestThatIsWithdrawnIsNotLateAnyMore() throws IOException {
        String reference = network.requested();
        network.pass(reference, Duration.ofHours(49));
        network.withdraw(reference);

        assertThat(clocks("reference=" + reference)).isEmpty();
        assertThat(clocks("standing=ANSWERED_LATE&reference=" + reference)).isEmpty();
    }

    @Test
    void itSaysWhoMustActAndNeverWhereSheLives() throws IOException {
        String asked = network.requested();
        network.ask(asked, "s01", "s02");
        assertThat(clocks("kind=offer&reference=" + asked))
                .extracting(clock -> clock.path("responsible").asText())
                .containsExactlyInAnyOrder("Shelter that is asked", "Shelter that is asked");

        String held = network.proposed();
        assertThat(clocks("kind=hold&reference=" + held))
                .extracting(clock -> clock.path("responsible").asText())
                .containsExactly("harbour");

        String resident = network.arrived();
        network.complete(resident, "task_followUp", "shelter", "stay", "goesOn");
        assertThat(clocks("kind=stay&reference=" + resident))
                .extracting(clock -> clock.path("responsible").asText())
                .containsExactly("Shelter");
    }

    @Test
    void pagesAreSortedByTheServerAndHoldTogether() throws IOException {
        for (int i = 0; i < 4; i++) {
            network.requested();
        }
        List<String> paged = new ArrayList<>();
        JsonNode first = page("kind=answer&size=2&sort=REFERENCE&order=desc");
        for (int i = 0; i * 2 < first.path("total").asInt(); i++) {
            page("kind=answer&size=2&sort=REFERENCE&order=desc&page=" + i)
                    .path("clocks")
                    .forEach(clock -> paged.add(clock.path("reference").asText()));
        }
        assertThat(paged).hasSize(first.path("total").asInt()).doesNotHaveDuplicates();
        assertThat(paged).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void alarmsComeFirstThenTheRequestsAndWhatHappensEachNightLast() throws IOException {
        network.ask(network.requested(), "s01");
        List<String> kinds = new ArrayList<>();
        JsonNode first = page("size=100");
        for (int i = 0; i * 100 < first.path("total").asInt(); i++) {
            page("size=100&page=" + i)
                    .path("clocks")
                    .forEach(each -> kinds.add(each.path("kind").asText()));
        }

        assertThat(kinds).contains("48 hours", "Offer");
        List<String> urgent = kinds.stream()
                .takeWhile(kind -> kind.startsWith("Alarm") || kind.equals("48 hours"))
                .toList();
        assertThat(urgent.indexOf("48 hours")).as("after the alarms").isEqualTo((int)
                kinds.stream().filter(kind -> kind.startsWith("Alarm")).count());
        assertThat(urgent.stream().filter("48 hours"::equals))
                .hasSize((int) kinds.stream().filter("48 hours"::equals).count());
        assertThat(kinds.get(kinds.size() - 1)).isEqualTo("Retention");
    }

    @Test
    void anyPartOfAReferenceFindsItsDeadlines() throws IOException {
        String reference = network.requested();

        assertThat(clocks("kind=answer&reference=" + reference.substring(7))).hasSize(1);
        assertThat(clocks("kind=answer&reference=" + reference.substring(5, 14).replace("-", "")))
                .hasSize(1);
    }

    @Test
    void aClockIsMovedWithAReasonTogetherWithItsTimerAndItsTask() throws IOException {
        String reference = network.requested();
        network.ask(reference, "s01");
        JsonNode offer = clocks("kind=offer&reference=" + reference).get(0);
        LocalDateTime later = LocalDateTime.ofInstant(TestTime.now(), PARIS)
                .plusHours(20)
                .withNano(0)
                .withSecond(0);

        assertThat(move(offer, later, null).body()).contains("please choose a reason");
        assertThat(move(offer, LocalDateTime.ofInstant(TestTime.now(), PARIS).minusHours(1), "technicalFailure")
                        .body())
                .contains("lies ahead");
        assertThat(move(offer, later.plusDays(2), "technicalFailure").body())
                .contains("never runs beyond the 48 hours");
        assertThat(move(offer, later.plusYears(10), "technicalFailure").body()).contains("can be moved to");
        assertThat(move(offer, later, "technicalFailure").statusCode()).isEqualTo(204);

        Instant moved = later.atZone(PARIS).toInstant();
        assertThat(management
                        .createJobQuery()
                        .jobId(offer.path("job").asText())
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo(moved);
        assertThat(network.task(reference, "task_answerOffer").getDueDate().toInstant())
                .isEqualTo(moved);
        assertThat(jdbc.queryForMap("select moved_by, reason from deadline_move where reference = ?", reference))
                .containsEntry("moved_by", "supervisor")
                .containsEntry("reason", "technicalFailure");
        assertThat(jdbc.queryForObject("""
                        select o.expires_at from offer o join orientation_request r on r.id = o.request
                        where r.reference = ?""", Timestamp.class, reference).toInstant())
                .isEqualTo(moved);
        Job warning = management
                .createJobQuery()
                .processInstanceId(network.task(reference, "task_answerOffer").getProcessInstanceId())
                .activityId("timer_offerLastHour")
                .singleResult();
        assertThat(warning.getDuedate().toInstant())
                .as("an hour before the new end")
                .isEqualTo(moved.minus(Duration.ofHours(1)));
        network.pass(reference, Duration.ofHours(13));
        assertThat(network.openTasks(reference)).containsExactly("task_answerOffer");
    }

    @Test
    void aMovedHoldEndsAtItsNewTimeWhoeverIsWaitedFor() throws IOException {
        String reference = network.proposed();
        LocalDateTime later = LocalDateTime.ofInstant(TestTime.now(), PARIS)
                .plusDays(9)
                .withNano(0)
                .withSecond(0);
        assertThat(move(clocks("kind=hold&reference=" + reference).get(0), later, "agreedWithOrganisation")
                        .statusCode())
                .isEqualTo(204);

        JsonNode warning = clocks("kind=reminder&reference=" + reference).get(0);
        assertThat(Instant.parse(warning.path("dueAt").asText()))
                .as("the warning moves along")
                .isEqualTo(later.atZone(PARIS).toInstant().minus(Duration.ofDays(1)));
        network.complete(reference, "task_readAnswer", "operator");
        network.pass(reference, Duration.ofDays(7));
        assertThat(network.ends(reference, "agree-arrival")).isEmpty();
        network.pass(reference, Duration.ofDays(1));
        assertThat(network.ends(reference, "agree-arrival")).containsExactly("end_warned");
        assertThat(network.openTasks(reference)).containsExactly("task_agreeArrival");
        network.pass(reference, Duration.ofDays(1));
        assertThat(network.openTasks(reference)).containsExactly("task_chooseShelters");
    }

    @Test
    void nobodyMovesThe48Hours() throws IOException {
        String reference = network.requested();

        HttpResponse<String> refused = move(
                answerClock(reference),
                LocalDateTime.ofInstant(TestTime.now(), PARIS).plusDays(4),
                "technicalFailure");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This deadline can never be moved.");
        TestTime.begin();
    }

    @Test
    void nobodyButSupervisorsMovesAClock() throws IOException {
        String reference = network.requested();
        network.ask(reference, "s01");
        String job =
                clocks("kind=offer&reference=" + reference).get(0).path("job").asText();
        for (String person : List.of("operator", "coordinator", "shelter", "finance", "analyst", "admin")) {
            HttpResponse<String> refused = Door.web(port, person)
                    .call(
                            "PUT",
                            "own:/deadlines/" + job + "/due",
                            "{\"dueAt\":\"2030-01-01T10:00\",\"reason\":\"technicalFailure\"}");
            assertThat(refused.statusCode()).as(person).isEqualTo(403);
        }
    }

    @Test
    void strangeQuestionsGetWords() {
        for (String asked : List.of("standing=SOON", "sort=X", "size=0", "size=100000", "page=-1")) {
            HttpResponse<String> answer = supervisor().call("GET", "own:/deadlines?" + asked, null);
            assertThat(answer.statusCode()).as(asked).isEqualTo(400);
            assertThat(answer.body()).as(asked).contains("message");
        }
        assertThat(supervisor()
                        .call("GET", "own:/deadlines?reference=%25&kind=answer", null)
                        .body())
                .contains("\"total\":0");
        assertThat(supervisor()
                        .call("GET", "own:/deadlines?kind='%20or%20true--", null)
                        .body())
                .contains("\"total\":0");
    }

    @Test
    void itCountsHowSheltersAnsweredByRegionAndNeverShowsOneThatStandsAlone() throws IOException {
        network.ask(network.requested(), "s01", "s02", "s12");
        JsonNode before = asked("Bretagne").get(0);
        String reference = network.requested();
        network.ask(reference, "s01", "s02", "s12");
        network.answerOffer(reference, "shelter");

        JsonNode after = asked("Bretagne").get(0);
        assertThat(after.path("accepted").asInt())
                .isEqualTo(before.path("accepted").asInt() + 1);
        assertThat(after.path("notNeeded").asInt())
                .isEqualTo(before.path("notNeeded").asInt() + 1);
        assertThat(asked("Auvergne-Rhône-Alpes")).isEmpty();
    }

    private List<JsonNode> asked(String region) throws IOException {
        List<JsonNode> regions = new ArrayList<>();
        new ObjectMapper()
                .readTree(Door.web(port, "supervisor")
                        .call("GET", "own:/deadlines/figures", null)
                        .body())
                .path("asked")
                .forEach(regions::add);
        regions.removeIf(each -> !each.path("region").asText().equals(region));
        return regions;
    }

    private JsonNode answerClock(String reference) throws IOException {
        List<JsonNode> found = clocks("kind=answer&reference=" + reference);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> clocks(String asked) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        page(asked).path("clocks").forEach(found::add);
        return found;
    }

    private JsonNode page(String asked) throws IOException {
        return new ObjectMapper()
                .readTree(supervisor()
                        .call("GET", "own:/deadlines?" + asked, null)
                        .body());
    }

    private HttpResponse<String> move(JsonNode clock, LocalDateTime to, String reason) {
        String why = reason == null ? "null" : '"' + reason + '"';
        return supervisor()
                .call(
                        "PUT",
                        "own:/deadlines/" + clock.path("job").asText() + "/due",
                        "{\"dueAt\":\"" + to + "\",\"reason\":" + why + "}");
    }

    /** Time passes faster here than sessions last, and logins come faster than people do. */
    private Door supervisor() {
        jdbc.update("delete from login_attempt");
        return Door.web(port, "supervisor");
    }
}
