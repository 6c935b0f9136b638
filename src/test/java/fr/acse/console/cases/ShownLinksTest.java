package fr.acse.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.Login;
import fr.acse.notice.Event;
import fr.acse.platform.door.Visitors;
import fr.acse.platform.identity.People;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a role is shown leads to something that this role can do: each card, alarm and step opens a form that it may fill in. */
@ProcessTest
class ShownLinksTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 60;

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"operator", "coordinator", "supervisor", "shelter", "finance"})
    void eachCardEachAlarmAndEachStepOfARoleOpensAFormThatItMayFillIn(String role) throws IOException {
        jdbc.update("delete from notice");
        casesInDanger();
        Map<String, String> shown = new TreeMap<>();
        for (JsonNode alarm : get(role, "own:/alarms")) {
            add(shown, alarm.path("task"), "alarm " + alarm.path("what").asText());
            HttpResponse<String> page = Visitors.call(
                    port, role, "GET", "own:/cases/" + alarm.path("reference").asText(), null);
            assertThat(page.statusCode())
                    .as("the case of the alarm " + alarm + ": " + page.body())
                    .isEqualTo(200);
        }
        Set<String> ofMails = casesOfMailsTo(role);
        assertThat(ofMails.isEmpty()).as("finance has no part in these cases").isEqualTo(role.equals("finance"));
        for (String reference : ofMails) {
            assertThat(Visitors.call(port, role, "GET", "own:/cases/" + reference, null)
                            .statusCode())
                    .as("the case of a mail " + reference)
                    .isEqualTo(200);
        }
        for (JsonNode line : get(role, "own:/cases?size=50").path("cases")) {
            add(shown, line.path("todo").path("task"), "list of cases");
            String reference = line.path("reference").asText();
            for (JsonNode step : get(role, "own:/cases/" + reference).path("mine")) {
                add(shown, step.path("task"), "page of the case " + reference);
            }
        }
        for (JsonNode filter : get(role, "/filter?resourceType=Task&itemCount=false")) {
            String list = "/filter/" + filter.path("id").asText() + "/list?firstResult=0&maxResults=" + MOST;
            for (JsonNode card :
                    JSON.readTree(Visitors.call(port, role, "POST", list, "{}").body())) {
                add(shown, card.path("id"), "card of " + card.path("name").asText());
            }
        }
        assertThat(shown).isNotEmpty();

        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, String> each : shown.entrySet()) {
            JsonNode cover = get(role, "own:/tasks/" + each.getKey() + "/cover");
            all.assertThat(cover.path("hers").asBoolean() || cover.hasNonNull("excluded"))
                    .as(role + " can do, or reads why a second person must: " + each.getValue())
                    .isTrue();
            HttpResponse<String> form =
                    Visitors.call(port, role, "GET", "/task/" + each.getKey() + "/deployed-form", null);
            all.assertThat(form.statusCode())
                    .as(role + " opens the form: " + each.getValue())
                    .isEqualTo(200);
        }
        all.assertAll();
    }

    /** The cases to which the mails of a person lead. */
    private Set<String> casesOfMailsTo(String person) {
        Set<String> cases = new TreeSet<>();
        jdbc.query(
                "select event, reference from notice where reference like 'ACSE-%' and (person = ? or group_name = any(?))",
                row -> {
                    if (Event.valueOf(row.getString("event")).leadsToCase()) {
                        cases.add(row.getString("reference"));
                    }
                },
                person,
                people.groupsOf(new Login(person)).toArray(String[]::new));
        return cases;
    }

    private static void add(Map<String, String> shown, JsonNode task, String where) {
        if (task.isTextual()) {
            shown.putIfAbsent(task.asText(), where);
        }
    }

    /** A late request, a missing woman, and a danger on the way that has risen to the supervisors. */
    private void casesInDanger() {
        network.pass(network.requested(), Duration.ofHours(49));
        String missing = network.arrived();
        network.startFor(missing, "leaving", "propose-leaving", "shelter", "leavingKind", "disappeared");
        String danger = network.agreed();
        network.plan(danger);
        network.complete(danger, "task_confirmDeparture", "operator");
        network.complete(danger, "task_confirmArrival", "operator", "escortReport", "danger");
        network.pass(danger, Duration.ofMinutes(16));
    }

    private JsonNode get(String role, String path) throws IOException {
        return JSON.readTree(Visitors.call(port, role, "GET", path, null).body());
    }
}
