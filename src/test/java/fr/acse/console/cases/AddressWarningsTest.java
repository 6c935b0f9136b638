package fr.acse.console.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Visitors;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever is on the way to an address that somebody may know reads it above her form and on the page of the case. */
@ProcessTest
class AddressWarningsTest {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    @Autowired
    Network network;

    @LocalServerPort
    int port;

    @Test
    void theEscortIsToldToStopFromTheBreachUntilThePlaceIsLost() throws IOException {
        String lives = network.arrived(ALONE);
        String travels = network.agreed(ALONE);
        network.plan(travels);
        network.complete(travels, "task_confirmDeparture", "operator");
        assertThat(onPage("operator", travels)).isNull();

        network.report(lives, "confidentialityBreached", "shelter");
        assertThat(aboveForm("operator", network.task(travels, "task_confirmArrival")))
                .isEqualTo(onPage("operator", travels))
                .contains("nobody can read it", "stops at a safe place and calls the coordination");
        assertThat(onPage("supervisor", travels)).as("no part of hers").isNull();
        assertThat(onPage("shelter", travels))
                .as("the house where she is awaited")
                .isNotNull();

        network.complete(lives, "task_handleBreach", "coordinator", "addressDecision", "retired");
        assertThat(onPage("operator", travels)).contains("The address was given up: nobody goes there");
        assertThat(aboveForm("coordinator", network.task(travels, "task_decideOnJourney")))
                .contains("The address was given up");

        network.letReturn(travels);
        network.complete(travels, "task_confirmReturn", "operator");
        network.complete(travels, "task_confirmLoss", "coordinator2");
        assertThat(onPage("operator", travels)).isNull();
    }

    private String aboveForm(String person, Task task) throws IOException {
        return warning(person, "own:/tasks/" + task.getId() + "/heading");
    }

    private String onPage(String person, String reference) throws IOException {
        return warning(person, "own:/cases/" + reference);
    }

    private String warning(String person, String path) throws IOException {
        HttpResponse<String> answer = Visitors.call(port, person, "GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).path("warning").textValue();
    }
}
