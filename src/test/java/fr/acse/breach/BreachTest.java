package fr.acse.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An address of the network may be known. */
@ProcessTest
class BreachTest {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void noOtherBreachIsUndecided() {
        jdbc.update("update breach set decision = 'kept', decided_at = now() where decision is null");
        jdbc.update("update shelter set frozen_at = null, retired_at = null");
    }

    @Test
    void fromTheReportOnOnlyTheCoordinationReadsTheAddress() {
        String travelling = travelling();
        assertThat(addressSeenBy("operator", travelling)).isNotNull();

        network.report(network.arrived(ALONE), "confidentialityBreached", "shelter");

        assertThat(addressSeenBy("operator", travelling)).isNull();
        assertThat(told("ADDRESS_FROZEN")).contains("org-s01");
    }

    @Test
    void theCoordinationFreesTheAddressAgainAndDecidesForEachWomanWhoLivesThere() {
        String one = network.arrived(ALONE);
        String other = network.arrived(ALONE);
        String travelling = travelling();
        network.report(one, "confidentialityBreached", "shelter");

        network.complete(one, "task_handleBreach", "coordinator", "addressDecision", "kept");

        assertThat(addressSeenBy("operator", travelling)).isNotNull();
        assertThat(network.tasks(one, "task_decideForResident")).hasSizeGreaterThanOrEqualTo(2);
        decide(one, one, "stays");
        decide(one, other, "moves");
        assertThat(network.openTasks(one)).contains("task_followUp");
        assertThat(network.openTasks(other)).contains("task_chooseShelters").doesNotContain("task_followUp");
    }

    @Test
    void whoeverIsOnHerWayToAnAddressThatIsGivenUpIsStopped() {
        String one = network.arrived(ALONE);
        String travelling = travelling();
        network.complete(travelling, "task_confirmDeparture", "operator");
        network.report(one, "confidentialityBreached", "shelter");

        network.complete(one, "task_handleBreach", "coordinator", "addressDecision", "retired");

        assertThat(jdbc.queryForList(
                        "select distinct group_name from notice where reference = ? and event = 'ALARM_AWAITED' order by 1",
                        String.class,
                        travelling))
                .contains("coordination", "org-harbour");
        assertThat(jdbc.queryForList(
                        "select distinct person from notice where reference = ? and event = 'ALARM_AWAITED'",
                        String.class,
                        travelling))
                .as("whoever is with her")
                .contains("operator");
        assertThat(network.openTasks(travelling)).containsExactly("task_decideOnJourney");
        assertThat(alarms(travelling)).contains("addressGivenUp").doesNotContain("notTakenOver");
        assertThatThrownBy(() -> network.complete(
                        travelling, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn"))
                .hasMessageContaining("nobody must arrive there");

        network.letReturn(travelling);
        network.complete(travelling, "task_confirmReturn", "operator");
        assertThat(alarms(travelling)).contains("placeGivenUp");
        assertLostByASecondPerson(travelling, "task_confirmLoss");
    }

    @Test
    void anAddressIsGivenUpWhereverThoseWhoAreAwaitedThereStand() {
        String one = network.arrived(ALONE);
        String unanswered = network.requested(ALONE);
        network.ask(unanswered, "s01");
        network.complete(unanswered, "task_answerOffer", "shelter");
        String inTrouble = travelling();
        network.complete(inTrouble, "task_confirmDeparture", "operator");
        network.complete(inTrouble, "task_confirmArrival", "operator", "escortReport", "danger");
        String lost = travelling();
        network.complete(lost, "task_confirmDeparture", "operator");
        network.complete(lost, "task_confirmArrival", "operator", "escortReport", "lost");
        network.complete(lost, "task_decideOnJourney", "coordinator", "journeyDecision", "lost");
        String refuses = network.proposed(ALONE);
        network.complete(refuses, "task_readAnswer", "operator", "placeDecision", "refused");
        network.report(one, "confidentialityBreached", "shelter");

        network.complete(one, "task_handleBreach", "coordinator", "addressDecision", "retired");
        network.runJobs(one);

        assertThat(network.openTasks(unanswered)).containsExactly("task_chooseShelters");
        assertThat(network.openTasks(inTrouble)).contains("task_decideOnJourney");
        assertThat(network.openTasks(lost)).contains("task_traceNoShow");
        assertThatThrownBy(() -> network.complete(refuses, "task_confirmRefusal", "coordinator2", "refusal", "refused"))
                .as("her case does not end with a place that is no more")
                .hasMessageContaining("nobody must go there");
        assertLostByASecondPerson(refuses, "task_confirmTakenBack");
    }

    @Test
    void whoeverArrivesInTheMomentInWhichAnAddressIsGivenUpGetsAnotherShelterAtOnce() {
        String travelling = travelling();
        network.complete(travelling, "task_confirmDeparture", "operator");
        network.complete(travelling, "task_confirmArrival", "operator");
        jdbc.update("update shelter set retired_at = now(), retired_by = 'coordinator' where code = 's01'");

        network.complete(travelling, "task_confirmReception", "shelter");

        assertThat(network.openTasks(travelling))
                .contains("task_chooseShelters")
                .doesNotContain("task_followUp");
    }

    @Test
    void whoeverIsReachedAfterSheDidNotComeIsNotSentToAnAddressThatIsGivenUp() {
        String planned = travelling();
        network.complete(planned, "task_confirmDeparture", "operator", "departure", "noShow");
        jdbc.update("update shelter set retired_at = now(), retired_by = 'coordinator' where code = 's01'");

        network.complete(planned, "task_traceNoShow", "operator", "trace", "reached");

        assertThat(network.openTasks(planned)).containsExactly("task_confirmLoss");
    }

    @Test
    void whoeverHasNotLeftYetForAnAddressThatIsGivenUpGetsANewSearch() {
        String one = network.arrived(ALONE);
        String held = network.proposed(ALONE);
        String planned = network.agreed(ALONE);
        network.plan(planned);
        network.report(one, "confidentialityBreached", "shelter");

        network.complete(one, "task_handleBreach", "coordinator", "addressDecision", "retired");
        network.runJobs(one);

        assertThat(alarms(held)).contains("placeGivenUp").doesNotContain("placeAtRisk");
        assertThatThrownBy(() -> network.complete(held, "task_readAnswer", "operator"))
                .as("she is not told of a place that is no more")
                .hasMessageContaining("nobody must go there");
        assertLostByASecondPerson(held, "task_confirmTakenBack");
        assertLostByASecondPerson(planned, "task_confirmLoss");
    }

    private void assertLostByASecondPerson(String awaited, String task) {
        assertThat(network.openTasks(awaited)).contains(task).doesNotContain("task_confirmDeparture");
        assertThatThrownBy(() -> network.complete(awaited, task, "coordinator"))
                .hasMessageContaining("you gave the address up. Somebody else decides");
        assertThatThrownBy(() -> network.complete(awaited, task, "coordinator2", "loss", "kept"))
                .hasMessageContaining("no place is kept there");
        network.complete(awaited, task, "coordinator2");
        assertThat(network.openTasks(awaited)).containsExactly("task_chooseShelters");
    }

    @Test
    void anAddressStaysFrozenWhileAnotherBreachOfItIsUndecided() {
        String one = network.arrived(ALONE);
        String other = network.arrived(ALONE);
        String travelling = travelling();
        network.report(one, "confidentialityBreached", "shelter");
        network.report(other, "confidentialityBreached", "shelter");

        network.complete(one, "task_handleBreach", "coordinator", "addressDecision", "kept");
        assertThat(addressSeenBy("operator", travelling)).isNull();
        network.complete(other, "task_handleBreach", "coordinator", "addressDecision", "kept");
        assertThat(addressSeenBy("operator", travelling)).isNotNull();
    }

    @Test
    void anAddressThatIsGivenUpLeavesTheSearchAndEverybodyWhoLivesThereIsMoved() {
        String one = network.arrived(ALONE);
        String other = network.arrived(ALONE);
        network.report(one, "confidentialityBreached", "operator");

        network.complete(one, "task_handleBreach", "coordinator", "addressDecision", "retired");

        assertThat(List.of(one, other))
                .allSatisfy(each -> assertThat(network.openTasks(each))
                        .contains("task_chooseShelters")
                        .doesNotContain("task_followUp"));
        String next = network.requested(ALONE);
        assertThat(network.shown(network.task(next, "task_chooseShelters"), "coordinator", "leftOut"))
                .contains("Its address was given up");
        assertThatThrownBy(() -> network.ask(next, "s01")).hasMessageContaining("s01 does not fit");
    }

    @Test
    void theListOfWhoKnewNamesWhoeverReadTheAddress() {
        String travelling = travelling();
        network.seen(travelling, "task_confirmDeparture", "operator", "sealed_shelterAddress");
        String reference = network.arrived(ALONE);
        network.report(reference, "confidentialityBreached", "shelter");

        Task handle = network.task(reference, "task_handleBreach");
        assertThat(network.shown(handle, "coordinator", "whoKnew")).contains("Odile Martin");
        assertThat(network.shown(handle, "coordinator", "livingThere")).contains(reference);
        assertThat(network.shown(handle, "coordinator", "awaitedThere")).contains(travelling);
    }

    @ParameterizedTest
    @CsvSource({"notified", "notNeeded"})
    void theAuthorityIsToldWithinThreeDaysOrItIsWrittenDownWhyNot(String how) {
        String reference = network.arrived(ALONE);
        network.report(reference, "confidentialityBreached", "shelter");

        network.pass(reference, Duration.ofHours(49));
        assertThat(told("AUTHORITY_SOON")).contains("coordination", "supervisors");
        network.complete(reference, "task_notifyAuthority", "coordinator", "authorityNotified", how);

        assertThat(jdbc.queryForObject("select authority from breach where reference = ?", String.class, reference))
                .isEqualTo(how);
        assertThat(network.openTasks(reference)).contains("task_handleBreach").doesNotContain("task_notifyAuthority");
    }

    @Test
    void aBreachIsOverWhenTheAuthorityIsToldAndEverybodyIsDecidedOn() {
        String reference = network.arrived(ALONE);
        network.report(reference, "confidentialityBreached", "shelter");

        network.complete(reference, "task_notifyAuthority", "coordinator");
        network.complete(reference, "task_handleBreach", "coordinator", "addressDecision", "kept");
        network.tasks(reference, "task_decideForResident")
                .forEach(each -> network.completeTask(each, "coordinator", "residentDecision", "stays"));

        assertThat(network.ends(reference, "breach")).contains("end_breachHandled");
    }

    @Test
    void aBreachOutlivesTheCaseOfWhoeverReportedIt() {
        String reference = network.arrived("permitNeed", "notNeeded", "childrenCount", 0, "babyCount", 0);
        network.report(reference, "confidentialityBreached", "shelter");

        network.leave(reference, "shelter");

        assertThat(network.openTasks(reference)).contains("task_handleBreach", "task_notifyAuthority");
    }

    @ParameterizedTest
    @CsvSource({"policeCalled,supervisors", "warned,org-s01"})
    void whatWasDoneAboutADangerIsTold(String response, String to) {
        String reference = network.arrived(ALONE);
        network.report(reference, "dangerRose", "operator");

        network.complete(reference, "task_respondToDanger", "coordinator", "dangerResponse", response);

        assertThat(told(reference, "DANGER_MET")).containsExactlyInAnyOrder("org-harbour", to);
    }

    @Test
    void aRelocationThatIsAskedForInADangerBegins() {
        String reference = network.arrived(ALONE);
        network.report(reference, "dangerRose", "operator");
        network.complete(reference, "task_respondToDanger", "coordinator", "dangerResponse", "relocationAsked");
        String elsewhere = network.requested(ALONE);
        network.report(elsewhere, "dangerRose", "operator");

        assertThat(network.openTasks(reference)).contains("task_chooseShelters").doesNotContain("task_followUp");
        assertThatThrownBy(() -> network.complete(
                        elsewhere, "task_respondToDanger", "coordinator", "dangerResponse", "relocationAsked"))
                .hasMessageContaining("lives in no shelter");
    }

    private void decide(String breach, String resident, String decision) {
        Task hers = network.tasks(breach, "task_decideForResident").stream()
                .filter(task -> resident.equals(network.seenIn(task, "coordinator", "residentReference")))
                .findFirst()
                .orElseThrow();
        network.completeTask(hers, "coordinator", "residentDecision", decision);
    }

    private String travelling() {
        String reference = network.agreed(ALONE);
        network.plan(reference);
        return reference;
    }

    private Object addressSeenBy(String person, String reference) {
        return network.seen(reference, "task_confirmDeparture", person, "sealed_shelterAddress");
    }

    private List<String> alarms(String reference) {
        return jdbc.queryForList("select kind from alarm where reference = ?", String.class, reference);
    }

    private List<String> told(String event) {
        return jdbc.queryForList("select distinct group_name from notice where event = ?", String.class, event);
    }

    private List<String> told(String reference, String event) {
        return jdbc.queryForList(
                "select distinct group_name from notice where reference = ? and event = ?",
                String.class,
                reference,
                event);
    }
}
