package fr.acse.referral;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.codes.CaseReference;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
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
 * A database of the release before she was assessed, travelled and stayed as now, with one case at each step that changed. They go
 * on by the models under which they began.
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
        database = EarlierDatabase.started("database-13.sql.gz");
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
