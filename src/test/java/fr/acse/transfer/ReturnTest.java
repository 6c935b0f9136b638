package fr.acse.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** They turn back on the way: the return is watched as the journey is. */
@ProcessTest
class ReturnTest {

    @Autowired
    Network network;

    @Autowired
    Travels travels;

    @Test
    void theEscortIsToldWhatWasDecidedAndReadsNoAddressOnTheWayBack() {
        String reference = inDanger();
        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isEqualTo("s01");

        network.letReturn(reference, "sealed_journeyNote", "Take the next train");

        assertThat(travels.told(reference, "JOURNEY_BACK")).containsExactlyInAnyOrder(Travels.ESCORT, "org-s01");
        assertThat(network.openTasks(reference)).containsExactly("task_confirmReturn");
        assertThat(network.task(reference, "task_confirmReturn").getAssignee()).isEqualTo(Travels.ESCORT);
        assertThat(network.seen(reference, "task_confirmReturn", Travels.ESCORT, "sealed_journeyNote"))
                .isEqualTo("Take the next train");
        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isNull();
        assertThat(travels.relations(reference, Travels.ESCORT).toString()).doesNotContain("ARRIVING");
    }

    @Test
    void aReturnWithoutNewsIsAnAlarmOfTheCoordinationWhichSaysWhatItHeard() {
        String reference = returning();

        network.pass(reference, Duration.ofMinutes(120 + 29));
        assertThat(network.openTasks(reference)).containsExactly("task_confirmReturn");
        network.pass(reference, Duration.ofMinutes(2));

        assertThat(network.openTasks(reference)).containsExactly("task_findReturn");
        assertThat(travels.alarms(reference)).contains("notBack");
        network.complete(
                reference, "task_findReturn", "coordinator", "returnReport", "later", "newReturnAt", travels.in(3));
        assertThat(network.openTasks(reference)).containsExactly("task_confirmReturn");
        assertThat(travels.told(reference, "JOURNEY_BACK"))
                .as("nobody is told twice to turn back")
                .hasSize(2);
        network.complete(reference, "task_confirmReturn", Travels.ESCORT);
        assertThat(network.openTasks(reference)).containsExactly("task_agreeArrival");
    }

    @ParameterizedTest
    @CsvSource({"danger, dangerOnTheWay", "lost, lost"})
    void whatGoesWrongOnTheWayBackIsAnAlarmAgain(String report, String alarm) {
        String reference = returning();

        network.complete(reference, "task_confirmReturn", Travels.ESCORT, "returnReport", report);

        assertThat(network.openTasks(reference)).containsExactly("task_decideOnJourney");
        assertThat(travels.alarms(reference)).contains(alarm);
    }

    @Test
    void ifTheJourneyGoesOnAfterAllTheEscortReadsTheAddressAgain() {
        String reference = returning();
        network.complete(reference, "task_confirmReturn", Travels.ESCORT, "returnReport", "danger");

        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn");

        assertThat(network.openTasks(reference)).containsExactly("task_confirmArrival", "task_confirmReception");
        assertThat(travels.shelterShownTo(reference, Travels.ESCORT)).isEqualTo("s01");
        network.complete(reference, "task_confirmArrival", Travels.ESCORT, "escortReport", "turnedBack");
        assertThat(travels.alarms(reference)).contains("turnedBack");
    }

    @ParameterizedTest
    @CsvSource({"-1, this lies in the past", "25, within the next 24 hours"})
    void theTimeOfTheReturnLiesWithinADay(int hours, String words) {
        String reference = inDanger();

        assertThatThrownBy(() -> network.letReturn(reference, "newReturnAt", travels.in(hours)))
                .hasMessageContaining(words);
        assertThat(network.openTasks(reference)).containsExactly("task_decideOnJourney");
    }

    private String returning() {
        String reference = inDanger();
        network.letReturn(reference);
        return reference;
    }

    private String inDanger() {
        String reference = travels.departed();
        network.complete(reference, "task_confirmArrival", Travels.ESCORT, "escortReport", "danger");
        return reference;
    }
}
