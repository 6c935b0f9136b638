package fr.acse.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import fr.acse.referral.Outcome;
import fr.acse.referral.ReferralService;
import fr.acse.words.Words;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How she goes: one person proposes it, and nothing changes before somebody else has answered. */
@ProcessTest
class LeavingTest {

    @Autowired
    Network network;

    @Autowired
    ReferralService referrals;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void herPlaceIsFreeAtTheMomentOfTheConfirmationAndMoneyAndPermitGoOn() {
        String reference = network.arrived();
        propose(reference, "shelter");

        assertThat(network.places(reference)).isPositive();
        assertThat(network.openTasks(reference)).contains("task_confirmLeaving", "task_followUp");

        network.complete(reference, "task_confirmLeaving", "operator");

        assertThat(network.places(reference)).isZero();
        assertThat(outcome(reference)).isEqualTo(Outcome.COMPLETED);
        assertThat(network.openTasks(reference))
                .contains("task_approveAllowance", "task_submitClaim", "task_chooseRoute")
                .doesNotContain("task_followUp");
        network.payAllowance(reference);
        network.approveClaim(reference);
    }

    @Test
    void theFollowUpProposesThatSheLeavesAndTheStayGoesOnUntilSomebodyConfirmsIt() {
        String reference = network.arrived("permitNeed", "notNeeded");

        network.complete(reference, "task_followUp", "shelter", "stay", "leaves");

        assertThat(network.places(reference)).isPositive();
        assertThat(network.openTasks(reference)).contains("task_confirmLeaving");
        assertThat(network.seen(reference, "task_confirmLeaving", "operator", "leavingTo"))
                .isEqualTo("ownHousing");

        network.complete(reference, "task_confirmLeaving", "coordinator", "leavingAnswer", "stays");
        network.pass(reference, Duration.ofDays(32));

        assertThat(network.places(reference)).isPositive();
        assertThat(network.openTasks(reference)).contains("task_followUp");
    }

    @Test
    void theFollowUpThatSaysSheNeedsAnotherShelterBeginsTheSearch() {
        String reference = network.arrived();

        network.complete(reference, "task_followUp", "shelter", "stay", "relocation");

        assertThat(network.openTasks(reference)).contains("task_chooseShelters").doesNotContain("task_followUp");
        assertThat(network.places(reference)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"shelter,task_confirmLeaving", "operator,task_confirmLeaving"})
    void nobodyOfTheSideThatProposedItConfirmsIt(String proposer, String task) {
        String reference = network.arrived();
        propose(reference, proposer);
        String colleague = colleagueOf(proposer);

        assertThat(List.of(proposer, colleague))
                .allSatisfy(each -> assertThatThrownBy(() -> network.complete(reference, task, each))
                        .hasMessageMatching("(?s).*(Your own organisation proposed this|WORK).*"));
        assertThat(network.places(reference)).isPositive();

        network.complete(reference, task, "coordinator");
        assertThat(network.places(reference)).isZero();
    }

    @Test
    void aSecondPersonOfTheCoordinationMayConfirmWhatTheFirstProposed() {
        String reference = network.arrived();
        propose(reference, "coordinator");

        assertThatThrownBy(() -> network.complete(reference, "task_confirmLeaving", "coordinator"))
                .hasMessageContaining("somebody else must answer");
        network.complete(reference, "task_confirmLeaving", "coordinator2");

        assertThat(outcome(reference)).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void thePlaceIsHersUntilTheDayOnWhichSheLeaves() {
        String reference = network.arrived();
        propose(reference, "shelter", "leavingDay", network.today().plusDays(3).toString());

        assertThatThrownBy(() -> network.complete(reference, "task_confirmLeaving", "operator"))
                .hasMessageContaining(
                        "She leaves on " + Words.day(network.today().plusDays(3)));
        network.pass(reference, Duration.ofDays(3));
        network.complete(reference, "task_confirmLeaving", "operator");

        assertThat(network.places(reference)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ownHousing", "socialHousing", "otherShelter", "asylumCentre", "family", "returnHome"})
    void sheIsAskedWhereverSheGoes(String destination) {
        String reference = network.arrived();
        propose(reference, "shelter", "leavingTo", destination);

        assertThatThrownBy(() ->
                        network.complete(reference, "task_confirmLeaving", "operator", "leavingAnswer", "withoutHer"))
                .hasMessageContaining("Please ask her first");
        network.complete(reference, "task_confirmLeaving", "operator");

        assertThat(leaving(reference)).isEqualTo(destination + " confirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hospital", "died", "unknown"})
    void whoCannotBeAskedLeavesByTheWordOfTwoOthers(String destination) {
        String reference = network.arrived();
        propose(reference, "shelter", "leavingTo", destination);

        network.complete(reference, "task_confirmLeaving", "operator", "leavingAnswer", "withoutHer");

        assertThat(leaving(reference)).isEqualTo(destination + " withoutHer");
        assertThat(outcome(reference)).isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void theAssociationIsRemindedOfTheDayOnWhichSheWantsToBeAskedHowSheIs() {
        String reference = network.arrived("permitNeed", "notNeeded");
        propose(
                reference,
                "shelter",
                "nextContactDay",
                network.today().plusDays(30).toString());
        network.complete(reference, "task_confirmLeaving", "operator");

        // Summer time may begin meanwhile: 29 days may end an hour into the thirtieth.
        network.pass(reference, Duration.ofDays(28));
        assertThat(told(reference, "NEXT_CONTACT")).isEmpty();
        network.pass(reference, Duration.ofDays(3));

        assertThat(told(reference, "NEXT_CONTACT")).containsExactly("org-harbour");
    }

    @Test
    void onlyOneThingIsProposedAtATime() {
        String reference = network.arrived();
        propose(reference, "shelter");

        assertThatThrownBy(() -> propose(reference, "operator", "leavingKind", "withdraws"))
                .hasMessageContaining("has already proposed");
    }

    @Test
    void whoHasNoPartInTheCaseProposesNothing() {
        String reference = network.arrived();

        assertThat(List.of("operator2", "shelter2"))
                .allSatisfy(each ->
                        assertThatThrownBy(() -> propose(reference, each)).isNotNull());
        assertThat(network.openTasks(reference)).doesNotContain("task_confirmLeaving");
    }

    @Test
    void whoLivesInNoShelterCanOnlyWithdraw() {
        String reference = network.requested();

        assertThat(List.of("leaves", "disappeared"))
                .allSatisfy(kind -> assertThatThrownBy(() -> propose(reference, "operator", "leavingKind", kind))
                        .hasMessageContaining("lives in no shelter"));
        propose(reference, "operator", "leavingKind", "withdraws");
        network.complete(reference, "task_confirmLeaving", "coordinator");

        assertThat(outcome(reference)).isEqualTo(Outcome.WITHDRAWN);
        assertThat(network.isClosed(reference)).isTrue();
    }

    @Test
    void whoDisappearedIsLookedForAWeekWhileHerPlaceStaysHers() {
        String reference = network.arrived("permitNeed", "notNeeded");
        propose(reference, "shelter", "leavingKind", "disappeared");
        assertThat(alarms(reference)).contains("disappeared");

        for (int day = 0; day < 7; day++) {
            network.complete(reference, "task_traceWoman", "operator", "traceResult", "notYet");
            assertThat(network.openTasks(reference)).contains("task_traceWoman").doesNotContain("task_confirmLeaving");
            network.pass(reference, Duration.ofDays(1));
        }
        assertThat(network.places(reference)).isPositive();
        network.complete(reference, "task_traceWoman", "operator", "traceResult", "notYet");

        assertThatThrownBy(() -> network.complete(reference, "task_confirmLeaving", "coordinator"))
                .hasMessageContaining("If you could ask her, she is found");
        network.complete(reference, "task_confirmLeaving", "coordinator", "leavingAnswer", "withoutHer");

        assertThat(outcome(reference)).isEqualTo(Outcome.DISAPPEARED);
        assertThat(network.places(reference)).isZero();
        assertThat(network.openTasks(reference)).contains("task_approveAllowance", "task_submitClaim");
        network.approveClaim(reference);
        network.payWhatWaits();
        assertThat(jdbc.queryForObject("select state from travel_claim where reference = ?", String.class, reference))
                .as("what was spent is paid all the same")
                .isEqualTo("PAID");
    }

    @ParameterizedTest
    @CsvSource({"raised,true", "notNeeded,false"})
    void aSafetyAlertReachesCoordinationAndSupervisors(String alert, boolean told) {
        String reference = network.arrived();
        propose(reference, "shelter", "leavingKind", "disappeared");

        network.complete(reference, "task_traceWoman", "operator", "traceResult", "notYet", "safetyAlert", alert);

        assertThat(told(reference, "SAFETY_ALERT").contains("supervisors")).isEqualTo(told);
        assertThat(seesAlarm("supervisors", reference)).isEqualTo(told);
    }

    @Test
    void whoWasToldThatSheIsMissingStaysToldWhenSheIsLookedForAgain() {
        String reference = network.arrived();
        propose(reference, "shelter", "leavingKind", "disappeared");
        network.pass(reference, Duration.ofMinutes(16));
        assertThat(seesAlarm("supervisors", reference)).isTrue();

        network.complete(reference, "task_traceWoman", "operator", "traceResult", "notYet");

        assertThat(seesAlarm("supervisors", reference)).isTrue();
    }

    private boolean seesAlarm(String group, String reference) {
        return jdbc.queryForObject(
                "select exists (select from alarm where reference = ? and stands and ? = any(told))",
                Boolean.class,
                reference,
                group);
    }

    @Test
    void whoIsMissingIsLookedForWhateverWasProposedBefore() {
        String reference = network.arrived();
        propose(reference, "shelter");

        network.start(
                "leaving", "propose-leaving", "operator", "caseReference", reference, "leavingKind", "disappeared");

        assertThat(network.openTasks(reference)).contains("task_traceWoman").doesNotContain("task_confirmLeaving");
        network.complete(reference, "task_traceWoman", "operator", "traceResult", "found");
        assertThat(network.openTasks(reference))
                .doesNotContain("task_traceWoman")
                .contains("task_followUp");
    }

    @Test
    void whoIsFoundStays() {
        String reference = network.arrived();
        propose(reference, "shelter", "leavingKind", "disappeared");

        network.complete(reference, "task_traceWoman", "operator", "traceResult", "found");

        assertThat(network.openTasks(reference)).contains("task_followUp").doesNotContain("task_confirmLeaving");
        assertThat(network.places(reference)).isPositive();
        assertThat(told(reference, "LEAVING_REFUSED")).contains("org-s01", "coordination");
        propose(reference, "shelter"); // and something else can be proposed
    }

    @Test
    void anExclusionNeedsTheClauseTheFactsAndHerWords() {
        String reference = network.arrived();

        for (String missing : List.of("brokenClause", "sealed_exclusionFacts", "sealed_exclusionHerWords")) {
            assertThatThrownBy(() -> propose(reference, "shelter", "leavingKind", "exclusion", missing, null))
                    .as(missing)
                    .isNotNull();
        }
        assertThat(network.openTasks(reference)).doesNotContain("task_decideExclusion");
    }

    @Test
    void theAssociationDoesNotProposeAnExclusion() {
        String reference = network.arrived();

        assertThatThrownBy(() -> propose(reference, "operator", "leavingKind", "exclusion"))
                .hasMessageContaining("Only the shelter in which she lives");
    }

    @Test
    void aWarningLeavesHerWhereSheIs() {
        String reference = excluded("warning");

        assertThat(network.places(reference)).isPositive();
        assertThat(network.openTasks(reference)).contains("task_followUp");
        assertThat(told(reference, "EXCLUSION_DECIDED")).contains("org-s01", "org-harbour");
    }

    @Test
    void insteadOfAnExclusionSheMayGetAnotherShelter() {
        String reference = excluded("relocation");

        assertThat(network.places(reference)).isPositive();
        assertThat(network.openTasks(reference)).contains("task_chooseShelters").doesNotContain("task_followUp");
    }

    @Test
    void anExclusionByTheCoordinationNeedsSomewhereToLiveAndTakesNoMoney() {
        String reference = proposedForExclusion();

        assertThatThrownBy(() -> network.complete(
                        reference,
                        "task_decideExclusion",
                        "coordinator",
                        "exclusionDecision",
                        "ends",
                        "leavingTo",
                        null))
                .hasMessageContaining("Where does she go?");
        assertThat(List.of("shelter", "operator"))
                .allSatisfy(each -> assertThatThrownBy(() ->
                                network.complete(reference, "task_decideExclusion", each, "exclusionDecision", "ends"))
                        .isNotNull());
        network.complete(reference, "task_decideExclusion", "coordinator", "exclusionDecision", "ends");

        assertThat(outcome(reference)).isEqualTo(Outcome.EXCLUDED);
        assertThat(network.places(reference)).isZero();
        assertThat(network.ends(reference, "referral")).contains("end_excluded");
        assertThat(network.openTasks(reference)).contains("task_approveAllowance", "task_submitClaim");
        network.approveClaim(reference);
        network.payWhatWaits();
        assertThat(jdbc.queryForObject("select state from travel_claim where reference = ?", String.class, reference))
                .as("what was spent is paid all the same")
                .isEqualTo("PAID");
    }

    @Test
    void aProposalThatWaitsIsBroughtToTheSupervisors() {
        String left = network.arrived();
        propose(left, "shelter");
        network.pass(left, Duration.ofDays(2).plusMinutes(1));
        String reference = proposedForExclusion();
        network.pass(reference, Duration.ofDays(4).plusMinutes(1));

        assertThat(told(left, "LEAVING_WAITS")).contains("coordination", "supervisors");
        assertThat(told(reference, "LEAVING_WAITS")).contains("coordination", "supervisors");
        assertThat(network.places(reference)).isPositive();
    }

    @Test
    void aProposalIsVoidWhenTheCaseEndsOtherwise() {
        String reference = network.requested();
        propose(reference, "operator", "leavingKind", "withdraws");

        network.complete(reference, "task_chooseShelters", "coordinator", "askHow", "none");
        network.complete(reference, "task_decideWithoutShelter", "coordinator", "withoutShelterDecision", "refuse");
        network.complete(reference, "task_readNoPlace", "operator", "noPlaceDecision", "closeReferral");

        assertThat(network.isClosed(reference)).isTrue();
    }

    @Test
    void aProposalToLeaveIsVoidWhenSheMovesAndAWithdrawalIsNot() {
        String moves = network.arrived();
        propose(moves, "shelter");
        network.report(moves, "relocationNeeded", "operator");
        String withdraws = network.arrived();
        propose(withdraws, "operator", "leavingKind", "withdraws");
        network.report(withdraws, "relocationNeeded", "operator");

        assertThat(network.openTasks(moves)).contains("task_chooseShelters").doesNotContain("task_confirmLeaving");
        assertThat(network.openTasks(withdraws)).contains("task_chooseShelters", "task_confirmLeaving");
    }

    private String excluded(String decision) {
        String reference = proposedForExclusion();
        network.complete(reference, "task_decideExclusion", "coordinator", "exclusionDecision", decision);
        return reference;
    }

    private String proposedForExclusion() {
        String reference = network.arrived();
        propose(reference, "shelter", "leavingKind", "exclusion");
        assertThat(network.openTasks(reference)).contains("task_decideExclusion", "task_followUp");
        return reference;
    }

    private void propose(String reference, String person, Object... values) {
        network.startFor(reference, "leaving", "propose-leaving", person, values);
    }

    private String colleagueOf(String person) {
        return person.equals("shelter") ? network.staffOf("s01") : network.staffReading(task(person), 0);
    }

    private org.camunda.bpm.engine.task.Task task(String any) {
        return tasks.createTaskQuery().listPage(0, 1).get(0);
    }

    private Outcome outcome(String reference) {
        return referrals.find(new CaseReference(reference)).orElseThrow().outcome();
    }

    private String leaving(String reference) {
        return jdbc.queryForObject(
                "select destination || ' ' || answer from leaving where reference = ?", String.class, reference);
    }

    private List<String> told(String reference, String event) {
        return jdbc.queryForList(
                "select distinct group_name from notice where reference = ? and event = ? order by 1",
                String.class,
                reference,
                event);
    }

    private List<String> alarms(String reference) {
        return jdbc.queryForList("select kind from alarm where reference = ?", String.class, reference);
    }
}
