package fr.acse.console.reads;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.door.Door;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** "No reading" is said only of what exists: to a supervisor it means that nobody knows. */
@ProcessTest
class ReadsTest {

    @Autowired
    Network network;

    @Autowired
    RevealLog reveals;

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
        assertThat(asked("file=s01").statusCode()).as("a shelter").isEqualTo(200);
    }

    @Test
    void aTypingErrorIsSaidAndNotTakenForNobody() {
        assertThat(asked("file=ACSE-0000-0001").statusCode()).isEqualTo(400);
        assertThat(asked("file=ACSE-0000-0001").body()).contains("nothing is called", "compare each sign");
        assertThat(asked("reader=Claire%20Dupont").body()).contains("enter a login, not a name");
        assertThat(asked("reader=OPERATOR").body()).contains("small and capital letters differ");
        assertThat(asked("reader=operator2").statusCode()).isEqualTo(200);
        assertThat(asked("reader=&file=&from=").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsGoneIsStillFoundByHerReadings() {
        Login gone = new Login("gone" + System.nanoTime());
        assertThat(asked("reader=" + gone).statusCode()).isEqualTo(400);
        transaction.executeWithoutResult(status ->
                reveals.add(gone, CaseReference.random(CaseReference.CASE), Set.of("sealed_firstName"), "task"));

        assertThat(asked("reader=" + gone).body()).contains("\"total\":1");
    }

    private HttpResponse<String> asked(String query) {
        return Door.web(port, "supervisor").call("GET", "own:/reads?" + query, null);
    }
}
