package fr.acse.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.TestTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What happens between two follow-ups: children come and go, and somebody needs a doctor. */
@ProcessTest
class StayTest {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"birth", "joins"})
    void aChildThatComesTakesAPlaceInTheSameMoment(String change) {
        String reference = network.arrived(ALONE);

        household(reference, change, 1, 0);

        assertThat(network.places(reference)).isEqualTo(2);
        assertThat(told(reference)).contains("coordination", "org-s01");
        assertThat(network.openTasks(reference)).doesNotContain("task_findRoom");
    }

    @Test
    void aChildThatLeavesFreesItsPlace() {
        String reference = network.arrived("childrenCount", 2, "babyCount", 0, "oldestChildAge", 9);

        household(reference, "leaves", 1, 0);
        assertThat(network.places(reference)).as("until somebody else says so").isEqualTo(3);
        network.complete(reference, "task_confirmFewer", "coordinator");

        assertThat(network.places(reference)).isEqualTo(2);
    }

    @Test
    void whoeverIsWronglyReportedAsGoneKeepsHerPlace() {
        String reference = network.arrived("childrenCount", 2, "babyCount", 0, "oldestChildAge", 9);
        household(reference, "leaves", 1, 0);

        network.complete(reference, "task_confirmFewer", "coordinator", "fewer", "wrong");

        assertThat(network.places(reference)).isEqualTo(3);
    }

    @Test
    void aChildThatWasBornIsKnownToTheSheltersThatAreAskedNext() {
        String reference = network.arrived(ALONE);
        household(reference, "birth", 1, 1);
        network.complete(reference, "task_followUp", "shelter", "stay", "relocation");
        network.ask(reference, "s02");

        assertThat(network.seen(reference, "task_answerOffer", "shelter2", "childrenCount"))
                .isEqualTo(1);
    }

    @Test
    void theNumberOfChildrenFitsWhatHasHappened() {
        String reference = network.arrived("childrenCount", 1, "babyCount", 0, "oldestChildAge", 9);

        assertThatThrownBy(() -> household(reference, "birth", 1, 1)).hasMessageContaining("there were 1 before");
        assertThatThrownBy(() -> household(reference, "leaves", 1, 0)).hasMessageContaining("there were 1 before");
        assertThatThrownBy(() -> household(reference, "joins", 2, 3)).hasMessageContaining("more babies than children");
        assertThat(network.places(reference)).isEqualTo(2);
    }

    @Test
    void aBirthInAFullShelterOpensATaskAndNeverOverOccupiesIt() {
        String reference = inAFullShelter();

        household(reference, "birth", 1, 1);

        assertThat(network.places(reference)).isEqualTo(1);
        assertThat(free()).isZero();
        assertThat(network.openTasks(reference)).contains("task_findRoom", "task_followUp");
        assertThatThrownBy(() -> network.complete(reference, "task_findRoom", "coordinator", "room", "made"))
                .hasMessageContaining("there is still not room for all of them");
        household(reference, "joins", 2, 1);
        assertThat(network.openTasks(reference)).as("room is looked for once").containsOnlyOnce("task_findRoom");
        jdbc.update("update place set closed_until = null, closed_reason = null where shelter = 's01'");
        network.complete(reference, "task_findRoom", "coordinator", "room", "made");
        assertThat(network.places(reference)).isEqualTo(3);
        assertThat(network.openTasks(reference)).doesNotContain("task_findRoom");
    }

    @Test
    void aBirthWhereThereIsNoCotOpensATaskToo() {
        String reference = network.arrived(ALONE);
        int cots = jdbc.queryForObject("select cots from shelter where code = 's01'", Integer.class);
        try {
            jdbc.update("update shelter set cots = 0 where code = 's01'");
            household(reference, "birth", 1, 1);
            assertThat(network.openTasks(reference)).contains("task_findRoom", "task_followUp");
            assertThat(network.places(reference)).isEqualTo(1);
        } finally {
            jdbc.update("update shelter set cots = ? where code = 's01'", cots);
        }
        network.complete(reference, "task_findRoom", "coordinator", "room", "made");
        assertThat(network.places(reference)).isEqualTo(2);
    }

    @Test
    void whereThereIsNoRoomAnotherShelterIsLookedForForAllOfThem() {
        String reference = inAFullShelter();
        household(reference, "joins", 1, 0);

        network.complete(reference, "task_findRoom", "coordinator", "room", "elsewhere");

        assertThat(network.openTasks(reference)).contains("task_chooseShelters").doesNotContain("task_followUp");
        assertThat(network.places(reference)).isEqualTo(1);
    }

    @Test
    void inAHealthEmergencyHerPlaceIsKeptAndSomebodyAsksEachDay() {
        String reference = network.arrived(ALONE);

        emergency(reference);
        assertThatThrownBy(() -> emergency(reference)).hasMessageContaining("An emergency is open already");
        network.complete(reference, "task_followEmergency", "operator", "emergency", "away");
        assertThat(network.openTasks(reference)).doesNotContain("task_followEmergency");
        network.pass(reference, Duration.ofDays(1));
        assertThat(network.openTasks(reference)).contains("task_followEmergency", "task_followUp");
        assertThat(network.places(reference)).isEqualTo(1);

        network.complete(reference, "task_followEmergency", "coordinator", "emergency", "back");
        assertThat(network.openTasks(reference)).contains("task_followUp").doesNotContain("task_followEmergency");
    }

    @Test
    void whoStaysInHospitalLeavesByTwo() {
        String reference = network.arrived(ALONE);
        emergency(reference);

        network.complete(reference, "task_followEmergency", "operator", "emergency", "staysThere");

        assertThat(network.places(reference)).isEqualTo(1);
        assertThatThrownBy(() ->
                        network.complete(reference, "task_confirmLeaving", "operator", "leavingAnswer", "withoutHer"))
                .isNotNull();
        network.complete(reference, "task_confirmLeaving", "coordinator", "leavingAnswer", "withoutHer");
        assertThat(network.places(reference)).isZero();
    }

    @Test
    void whatIsAskedOfAStayIsVoidWhenTheCaseEnds() {
        String reference = network.arrived("permitNeed", "notNeeded", "childrenCount", 0, "babyCount", 0);
        closePlacesFor(Duration.ofDays(1));
        emergency(reference);
        household(reference, "birth", 1, 1);
        assertThat(network.openTasks(reference)).contains("task_followEmergency", "task_findRoom");

        network.leave(reference, "shelter");

        assertThat(network.openTasks(reference)).doesNotContain("task_followEmergency", "task_findRoom");
    }

    @Test
    void whoHasNoPartInTheCaseReportsNothingAndWhoLivesNowhereHasNoPlaceToKeep() {
        String reference = network.arrived(ALONE);
        String nowhere = network.requested(ALONE);

        assertThatThrownBy(() ->
                        network.start("health-emergency", "report-emergency", "operator2", "caseReference", reference))
                .isNotNull();
        assertThatThrownBy(() ->
                        network.start("household-change", "change-household", "shelter2", "caseReference", reference))
                .isNotNull();
        assertThatThrownBy(() ->
                        network.start("health-emergency", "report-emergency", "operator", "caseReference", nowhere))
                .hasMessageContaining("lives in no shelter");
    }

    private String inAFullShelter() {
        String reference = network.arrived(ALONE);
        closePlacesFor(Duration.ofDays(30));
        return reference;
    }

    private void closePlacesFor(Duration time) {
        jdbc.update(
                "update place set closed_reason = 'staff', closed_until = ? where shelter = 's01'",
                Timestamp.from(TestTime.now().plus(time)));
    }

    private void household(String reference, String change, int children, int babies) {
        network.start(
                "household-change",
                "change-household",
                "shelter",
                "caseReference",
                reference,
                "householdChange",
                change,
                "childrenCount",
                children,
                "babyCount",
                babies,
                "oldestChildAge",
                children == 0 ? null : 9);
    }

    private void emergency(String reference) {
        network.start("health-emergency", "report-emergency", "shelter", "caseReference", reference);
    }

    private List<String> told(String reference) {
        return jdbc.queryForList(
                "select distinct group_name from notice where reference = ? and event = 'HOUSEHOLD_CHANGED'",
                String.class,
                reference);
    }

    private int free() {
        return jdbc.queryForObject(
                "select count(*) from place p where shelter = 's01' and in_service and closed_until is null"
                        + " and not exists (select from allocation a where a.shelter = p.shelter and a.number = p.number"
                        + " and a.released_at is null)",
                Integer.class);
    }
}
