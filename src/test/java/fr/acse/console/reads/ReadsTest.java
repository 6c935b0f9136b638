package fr.acse.console.reads;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.door.Door;
import fr.acse.platform.identity.People;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A supervisor sees that a case is read too much, and not by whom. "No reading" is said only of what exists: to her it means that nobody knows. */
@ProcessTest
class ReadsTest {

    private static final Login SUPERVISOR = new Login("supervisor");

    @Autowired
    Network network;

    @Autowired
    RevealLog reveals;

    @Autowired
    ReaderNames names;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @Test
    void aCaseIsFoundHoweverItsReferenceIsSpelled() {
        String reference = network.openReferral("sealed_firstName", "Anna");
        network.seen(reference, "task_assessSituation", "operator", "sealed_firstName");

        assertThat(asked("file=" + reference).body()).contains("\"total\":1");
        assertThat(asked("file=" + reference.toLowerCase().replace("-", "")).body())
                .contains("\"total\":1");
        assertThat(asked("file=ACSE-0000-0000").body())
                .as("a case that may be erased")
                .contains("\"total\":0");
    }

    @Test
    void aReaderIsARoleAndTheSameNumberInTheWholeCase() {
        String reference = network.openReferral("sealed_firstName", "Anna");
        read(reference, "operator");
        read(reference, "coordinator");
        read(reference, "operator");
        read(reference, "operator2");

        String lines = asked("file=" + reference).body();

        assertThat(lines)
                .contains("\"Operator 1\"", "\"Operator 2\"", "\"Coordination 1\"", "\"total\":4")
                .doesNotContain("Odile", "\"operator\"", "operator2", "coordinator", "number\":", "T0", "T1", "T2");
        assertThat(lines.split("Operator 1", -1)).hasSize(3);
        assertThat(csv("file=" + reference)).contains("Operator 2").doesNotContain("Odile", "operator2");
    }

    @Test
    void withoutACaseAReaderIsHerRole() {
        read(network.openReferral("sealed_firstName", "Anna"), "operator");

        assertThat(asked("").body()).contains("\"Operator\"").doesNotContain("Operator 1", "Odile");
    }

    @Test
    void noFileOfAShelterAndNoReaderIsSearched() {
        read(network.openReferral("sealed_firstName", "Anna"), "operator");

        assertThat(asked("file=s01").statusCode()).isEqualTo(400);
        assertThat(asked("file=s01").body()).contains("no case is called");
        assertThat(asked("reader=operator").body())
                .isEqualTo(asked("reader=shelter").body());
    }

    @Test
    void namesAreShownToWhoAskedAfterASecondPersonAgreedAndTheReadersAreTold() {
        String reference = network.openReferral("sealed_firstName", "Anna");
        read(reference, "operator");
        CaseReference file = new CaseReference(reference);
        transaction.executeWithoutResult(status -> names.ask(file, SUPERVISOR));
        UUID id = waiting(reference);

        assertThat(Door.web(port, "supervisor")
                        .call("POST", "own:/reads/names/" + id + "/agree", null)
                        .body())
                .contains("A second person is needed");
        assertThat(asked("file=" + reference).body()).contains("\"names\":\"WAITING\"");

        jdbc.update("delete from notice");
        assertThat(Door.web(port, "coordinator")
                        .call("POST", "own:/reads/names/" + id + "/agree", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(asked("file=" + reference).body())
                .contains("\"names\":\"SHOWN\"", people.nameOf(new Login("operator")));
        assertThat(jdbc.queryForList("select person from notice where event = 'READER_NAMED'", String.class))
                .containsExactly("operator");
        read(reference, "operator2");
        assertThat(asked("file=" + reference).body())
                .as("whoever reads later was not told")
                .contains("Operator 2")
                .doesNotContain(people.nameOf(new Login("operator2")));
        assertThat(Door.web(port, "coordinator")
                        .call("POST", "own:/reads/names/" + id + "/refuse", null)
                        .statusCode())
                .as("decided already")
                .isEqualTo(400);

        jdbc.update("update reader_names set agreed_at = agreed_at - interval '8 days' where id = ?", id);
        assertThat(asked("file=" + reference).body())
                .contains("\"names\":\"NONE\"")
                .doesNotContain("Odile");
    }

    @Test
    void namesAreAskedForOfACaseThatExists() {
        assertThat(Door.web(port, "supervisor")
                        .call("POST", "own:/reads/names", "{\"file\":\"ACSE-0000-0000\"}")
                        .body())
                .contains("no case is called");
    }

    @Test
    void namesThatAreRefusedStayHidden() {
        String reference = network.openReferral("sealed_firstName", "Anna");
        read(reference, "operator");
        Door supervisor = Door.web(port, "supervisor");
        assertThat(supervisor
                        .call("POST", "own:/reads/names", "{\"file\":\"" + reference + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(supervisor
                        .call("POST", "own:/reads/names", "{\"file\":\"" + reference + "\"}")
                        .statusCode())
                .as("asked twice, it waits once")
                .isEqualTo(204);

        Door.web(port, "coordinator").call("POST", "own:/reads/names/" + waiting(reference) + "/refuse", null);

        assertThat(asked("file=" + reference).body()).contains("\"names\":\"REFUSED\"");
        assertThat(jdbc.queryForList(
                        "select id from reader_names where reference = ? and refused_at is null",
                        UUID.class,
                        reference))
                .isEmpty();
    }

    @Test
    void aTypingErrorIsSaidAndNotTakenForNobody() {
        assertThat(asked("file=ACSE-0000-0001").statusCode()).isEqualTo(400);
        assertThat(asked("file=ACSE-0000-0001").body()).contains("no case is called", "compare each sign");
        assertThat(asked("file=&from=").statusCode()).isEqualTo(200);
    }

    @Test
    void aReaderWhoIsGoneIsStillCounted() {
        String reference = network.openReferral("sealed_firstName", "Anna");
        transaction.executeWithoutResult(status -> reveals.add(
                new Login("gone" + System.nanoTime()),
                new CaseReference(reference),
                Set.of("sealed_firstName"),
                "task"));

        assertThat(asked("file=" + reference).body()).contains("Somebody who has left 1");
    }

    private UUID waiting(String reference) {
        return jdbc.queryForObject("select id from reader_names where reference = ?", UUID.class, reference);
    }

    private void read(String reference, String person) {
        transaction.executeWithoutResult(status ->
                reveals.add(new Login(person), new CaseReference(reference), Set.of("sealed_firstName"), "task"));
    }

    private String csv(String query) {
        return new String(Door.web(port, "supervisor").bytes("own:/reads/csv?" + query), StandardCharsets.UTF_8);
    }

    private HttpResponse<String> asked(String query) {
        return Door.web(port, "supervisor").call("GET", "own:/reads?" + query, null);
    }
}
