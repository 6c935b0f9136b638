package fr.acse.referral;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.codes.CaseReference;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A database of earlier releases, with one case at each step that changed since: before she was assessed, travelled and stayed as now,
 * and before permits had tracks and money processes of its own. They go on by the models under which they began.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "acse.data-dir=target/test-data/last-release",
            "logging.file.name=target/test-data/last-release.log",
            "camunda.bpm.job-execution.enabled=false",
            "acse.mail.every=1d",
            "acse.watch.every=1d",
            "spring.profiles.active=",
            "spring.autoconfigure.exclude=org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration,"
                    + "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration"
        })
@Import(Network.class)
@DirtiesContext
class LastReleaseIT {

    private static final String TO_ASSESS = "ACSE-3HNS-0CW8";
    private static final String TO_COMMIT = "ACSE-7JE8-MMGF";
    private static final String AGREED = "ACSE-9J6N-KW98";
    private static final String PLANNED = "ACSE-QYG5-ZNYJ";
    private static final String TRAVELLING = "ACSE-A44N-41B5";
    private static final String STAYS = "ACSE-HR24-8VPR";
    private static final String PROPOSED = "ACSE-K1HR-QH3K";

    private static final String WAITS_FOR_COMPLAINT = "ACSE-ZBFM-N0C1";
    private static final String TO_BE_DECIDED = "ACSE-ARM0-1JS4";
    private static final String GRANTED = "ACSE-V19P-F3QZ";
    private static final String TO_BE_RENEWED = "ACSE-2K5D-N917";
    private static final String CARD_ASKED = "ACSE-HE56-FTY7";
    private static final String CARD_REFUSED = "ACSE-QZ1Y-VHQC";
    private static final String TO_BE_PAID = "ACSE-9QH8-XCRZ";
    private static final String WITHDRAWS = "ACSE-HY20-90BZ";

    private static EmbeddedPostgres database;

    @Autowired
    Network network;

    @Autowired
    TaskService tasks;

    @Autowired
    ReferralService referrals;

    @Autowired
    JdbcTemplate jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException, SQLException {
        database = EarlierDatabase.started("database-14.sql.gz");
        EarlierDatabase.use(database, properties);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void aCaseThatIsNotAssessedYetGoesOnToItsRequest() {
        at(TO_ASSESS);

        network.complete(TO_ASSESS, "task_assessSituation", "operator");
        network.complete(TO_ASSESS, "task_recordCommitment", "operator");
        network.complete(TO_ASSESS, "task_submitRequest", "operator");

        assertThat(network.openTasks(TO_ASSESS)).isNotEmpty();
    }

    @Test
    void aCommitmentThatWasAskedInTheOldFormIsKept() {
        at(TO_COMMIT);

        network.complete(TO_COMMIT, "task_recordCommitment", "operator");

        assertThat(network.openTasks(TO_COMMIT)).containsExactly("task_submitRequest");
        assertThat(jdbc.queryForObject("select is_full from commitment where reference = ?", Boolean.class, TO_COMMIT))
                .isTrue();
    }

    @Test
    void aPlaceThatWasProposedIsAgreedAndSheTravels() {
        at(PROPOSED);

        network.agree(PROPOSED, "shelter");

        assertThat(network.openTasks(PROPOSED)).containsExactly("task_planJourney");
    }

    @Test
    void anAgreedJourneyIsPlannedAndArrives() {
        at(AGREED);

        network.travel(AGREED, "shelter");

        assertThat(network.openTasks(AGREED)).contains("task_followUp", "task_approveAllowance");
    }

    @Test
    void aPlannedJourneyAndOneOnTheWayArrive() {
        at(PLANNED);
        network.complete(PLANNED, "task_confirmDeparture", "operator");
        network.complete(PLANNED, "task_confirmArrival", "operator");
        network.complete(PLANNED, "task_confirmReception", "shelter");
        network.runJobs(PLANNED);
        assertThat(network.openTasks(PLANNED)).contains("task_followUp");

        at(TRAVELLING);
        network.complete(TRAVELLING, "task_confirmArrival", "operator");
        network.complete(TRAVELLING, "task_confirmReception", "shelter");
        network.runJobs(TRAVELLING);
        assertThat(network.openTasks(TRAVELLING)).contains("task_followUp");
    }

    @Test
    void aStayGoesOnAndARelocationReachesIt() {
        at(STAYS);

        network.complete(STAYS, "task_followUp", "shelter", "stay", "goesOn");
        network.pass(STAYS, Duration.ofDays(32));
        assertThat(network.openTasks(STAYS)).contains("task_followUp");
        network.report(STAYS, "relocationNeeded", "shelter");

        assertThat(network.openTasks(STAYS)).contains("task_chooseShelters");
        assertThat(referrals.find(new CaseReference(STAYS)).orElseThrow().isOpen())
                .isTrue();
    }

    @Test
    void aPermitThatWaitsForAComplaintIsAskedAgain() {
        ClockUtil.setCurrentTime(Date.from(Instant.now()));
        network.pass(WAITS_FOR_COMPLAINT, Duration.ofDays(93));
        network.complete(WAITS_FOR_COMPLAINT, "task_recordComplaint", "operator", "complaint", "stops");

        assertThat(outcome(WAITS_FOR_COMPLAINT)).isEqualTo("stoppedBeforeApplying");
    }

    @Test
    void aPermitThatIsGrantedInTheOldFormHasAClockWhenItsTrackHasEnded() {
        at(TO_BE_DECIDED);
        network.complete(TO_BE_DECIDED, "task_recordDecision", "operator");
        assertThat(network.openTasks(TO_BE_DECIDED)).containsExactly("task_followProceedings");
        network.complete(TO_BE_DECIDED, "task_followProceedings", "operator", "proceedings", "acquittal");
        network.complete(TO_BE_DECIDED, "task_reviewOtherRoutes", "operator");

        assertThat(outcome(TO_BE_DECIDED)).isEqualTo("acquitted");
        assertThat(network.openSteps(TO_BE_DECIDED)).contains("timer_reminder");
    }

    @Test
    void aPermitThatRunsEndsWithoutARenewal() {
        at(GRANTED);
        network.complete(GRANTED, "task_followProceedings", "operator", "proceedings", "stops");

        assertThat(outcome(GRANTED)).isEqualTo("stopped");
        network.startFor(GRANTED, "residence-permit", "start-permit", "operator", "permitRoute", "complaint");
        assertThat(network.openTasks(GRANTED)).contains("task_recordComplaint");
    }

    @Test
    void aRenewalInTheOldFormsGoesOnToTheCard() {
        at(TO_BE_RENEWED);
        network.complete(TO_BE_RENEWED, "task_recordRenewal", "operator");
        network.complete(TO_BE_RENEWED, "task_followProceedings", "operator");
        network.complete(TO_BE_RENEWED, "task_requestCard", "operator");

        assertThat(outcome(TO_BE_RENEWED)).isEqualTo("residentCard");
    }

    @Test
    void aCardThatWasAskedForInTheOldFormIsKept() {
        at(CARD_ASKED);
        network.complete(CARD_ASKED, "task_requestCard", "operator");

        assertThat(outcome(CARD_ASKED)).isEqualTo("residentCard");
        assertThat(jdbc.queryForList(
                        "select ended_as from permit_title where reference = ? and kind = 'card'",
                        String.class,
                        CARD_ASKED))
                .containsExactly("handedToHer");
    }

    @Test
    void aRefusedCardEndsAsItBegan() {
        at(CARD_REFUSED);
        network.complete(CARD_REFUSED, "task_decideAppeal", "operator", "appeal", "notFiled");

        assertThat(outcome(CARD_REFUSED)).isEqualTo("refused");
    }

    @Test
    void moneyThatWasAPartOfTheCaseIsPaid() {
        at(TO_BE_PAID);
        network.complete(TO_BE_PAID, "task_handOverAllowance", "shelter");
        network.complete(TO_BE_PAID, "task_checkClaim", "coordinator", "claimCheck", "toCorrect");
        network.complete(TO_BE_PAID, "task_submitClaim", "operator", "personCosts", 40.5, "escortCosts", 0);
        network.complete(TO_BE_PAID, "task_checkClaim", "coordinator");
        network.complete(TO_BE_PAID, "task_approveClaim", "finance");

        assertThat(network.ends(TO_BE_PAID, "allowance")).containsExactly("end_handedOver");
        assertThat(claim(TO_BE_PAID)).isEqualTo("APPROVED");
        assertThat(jdbc.queryForList(
                        "select kind || ' ' || traveller || ' ' || cents from claim_line l join travel_claim t on t.id = l.claim"
                                + " where t.reference = ?",
                        String.class,
                        TO_BE_PAID))
                .as("two sums without lines")
                .containsExactly("other person 4050");
        String refusedIn = network.start("payment-run", "start-payment-run", "finance");
        network.complete(refusedIn, "task_releaseRun", "finance2");
        network.complete(
                refusedIn, "task_recordBankAnswer", "finance", "bankAnswer", "refused", "bankReason", "accountClosed");
        network.complete(TO_BE_PAID, "task_submitClaim", "operator", "personCosts", 40.5, "escortCosts", 0);
        network.complete(TO_BE_PAID, "task_checkClaim", "coordinator");
        network.complete(TO_BE_PAID, "task_approveClaim", "finance");
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        network.complete(run, "task_recordBankAnswer", "finance");
        assertThat(claim(TO_BE_PAID)).isEqualTo("PAID");
        assertThat(network.ends(TO_BE_PAID, "travel-claim")).containsExactly("end_claimPaid");
        assertThat(jdbc.queryForList("select * from ledger_difference")).isEmpty();
    }

    @Test
    void moneyThatWasAPartOfTheCaseEndsWithIt() {
        at(WITHDRAWS);
        network.withdraw(WITHDRAWS);

        assertThat(claim(WITHDRAWS)).isEqualTo("CANCELLED");
        assertThat(jdbc.queryForList("select * from ledger_difference")).isEmpty();
        assertThat(jdbc.queryForObject("select state from allowance where reference = ?", String.class, WITHDRAWS))
                .isEqualTo("CANCELLED");
    }

    private String claim(String reference) {
        return jdbc.queryForObject("select state from travel_claim where reference = ?", String.class, reference);
    }

    private String outcome(String reference) {
        return jdbc.queryForObject("select outcome from permit_track where reference = ?", String.class, reference);
    }

    /** As if no time had passed since she came to this step. */
    private void at(String reference) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, 1)
                .get(0);
        ClockUtil.setCurrentTime(Date.from(task.getCreateTime().toInstant().plusSeconds(1)));
    }
}
