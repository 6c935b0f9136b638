package fr.acse.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Door;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The telephone of the escort is the only one that works: somebody else writes down what she says. */
@ProcessTest
class EscortCallsTest {

    @Autowired
    Network network;

    @Autowired
    Travels travels;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"manager", "coordinator"})
    void aColleagueOrTheCoordinationRecordsACallAndTheSilenceIsOver(String listener) {
        String reference = travels.silent();
        assertThat(network.openTasks(reference)).contains("task_findOut");
        assertThat(page(reference)).contains("No news: the coordination looks for them since");

        called(reference, listener, "later", "newArrivalAt", travels.in(1));

        assertThat(network.openTasks(reference)).containsExactly("task_confirmArrival", "task_confirmReception");
        assertThat(page(reference))
                .contains("The escort was heard last")
                .doesNotContain("No news: the coordination looks for them since");
    }

    @Test
    void callsDoNotPostponeTheAlarm() {
        String reference = travels.departed();
        network.pass(reference, Duration.ofMinutes(30));
        called(reference, "manager", "well");

        network.pass(reference, Duration.ofMinutes(35));
        assertThatThrownBy(() -> called(reference, "manager", "well"))
                .hasMessageContaining("The time at which they were expected is over");
        network.pass(reference, Duration.ofMinutes(116));

        assertThat(network.openTasks(reference)).contains("task_findOut");
    }

    @Test
    void aCallEndsTheSearchOfThePolice() {
        String reference = travels.silent();
        network.complete(reference, "task_findOut", "coordinator", "silenceOutcome", "policeCalled");
        network.pass(reference, Duration.ofMinutes(50));

        called(reference, "manager", "later", "newArrivalAt", travels.in(1));

        network.pass(reference, Duration.ofMinutes(60 + 119));
        assertThat(network.openTasks(reference)).doesNotContain("task_findOut");
    }

    @Test
    void aLaterArrivalMovesTheClockAndTheShelterIsTold() {
        String reference = travels.departed();

        called(reference, "manager", "later", "newArrivalAt", travels.in(4));

        assertThat(travels.told(reference, "JOURNEY_CHANGED")).contains("org-s01");
        network.pass(reference, Duration.ofMinutes(5 * 60 + 55));
        assertThat(network.openTasks(reference)).doesNotContain("task_findOut");
        network.pass(reference, Duration.ofMinutes(10));
        assertThat(network.openTasks(reference)).contains("task_findOut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"danger", "turnedBack", "lost"})
    void troubleIsAnAlarmAtOnce(String trouble) {
        String reference = travels.departed();

        called(reference, "manager", trouble);

        assertThat(network.openTasks(reference)).containsExactly("task_decideOnJourney");
        assertThat(travels.alarms(reference)).contains(trouble.equals("danger") ? "dangerOnTheWay" : trouble);
    }

    @Test
    void aCallIsNeverTheArrival() {
        String reference = travels.departed();

        assertThatThrownBy(() -> called(reference, "manager", "arrived"))
                .hasMessageContaining("What does the escort say?: please choose one of the options");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelter", "operator2"})
    void nobodyElseRecordsACall(String other) {
        String reference = travels.departed();

        assertThatThrownBy(() -> called(reference, other, "well")).isInstanceOf(RuntimeException.class);
        assertThat(network.openTasks(reference)).containsExactly("task_confirmArrival", "task_confirmReception");
    }

    @Test
    void aCallBeforeTheyHaveLeftIsRefusedInWords() {
        String reference = travels.planned();

        assertThatThrownBy(() -> called(reference, "manager", "well")).hasMessageContaining(reference);
    }

    @Test
    void thePageOffersTheCallOnlyWhileTheyAreOnTheWay() {
        String reference = travels.planned();
        assertThat(page(reference)).doesNotContain("The escort called");

        network.complete(reference, "task_confirmDeparture", Travels.ESCORT);

        assertThat(page(reference)).contains("\"known\":{\"eventKind\":\"escortCalled\"}", "The escort called");
    }

    @Test
    void aDangerOnTheWayIsReportedWithOneButtonAndTheCoordinationReadsWhatWasSaid() {
        String reference = travels.departed();
        assertThat(page(reference)).contains("Danger on the way", "\"escortReport\":\"danger\"");

        called(reference, "manager", "danger", "sealed_eventNote", "A grey car follows them");

        assertThat(network.seen(reference, "task_decideOnJourney", "coordinator", "sealed_eventNote"))
                .isEqualTo("A grey car follows them");
    }

    @Test
    void anAssociationChoosesAmongItsOwnPeopleAndTheCoordinationAmongAll() {
        String reference = network.agreed(Travels.ALONE);

        assertThat(network.shown(network.task(reference, "task_planJourney"), "operator", "escorts"))
                .contains("\"label\":\"Mona Petit\",\"value\":\"manager\"")
                .doesNotContain("operator2");
        assertThat(drafted("operator")).contains("Mona Petit").doesNotContain("operator2");
        assertThat(drafted("coordinator")).contains("Mona Petit (harbour)", "Omar Benali (bridge)");
    }

    private void called(String reference, String listener, String report, Object... more) {
        List<Object> values = new ArrayList<>(List.of("eventKind", "escortCalled", "escortReport", report));
        values.addAll(List.of(more));
        network.startFor(reference, "case-event", "report-event", listener, values.toArray());
    }

    private String page(String reference) {
        return Door.web(port, "coordinator")
                .call("GET", "own:/cases/" + reference, null)
                .body();
    }

    private String drafted(String person) {
        return Door.web(port, person)
                .call("GET", "own:/drafts/start-replace-escort", null)
                .body();
    }
}
