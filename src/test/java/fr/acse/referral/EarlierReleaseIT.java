package fr.acse.referral;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.bench.Copies;
import fr.acse.codes.CaseReference;
import fr.acse.console.cases.CaseSteps;
import fr.acse.platform.history.EarlierHistory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
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
 * A database of the release before the arrival was agreed, and the stay followed, in processes of their own; with one case at each
 * step that moved. They go on by the models under which they began.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "acse.data-dir=target/test-data/earlier",
            "logging.file.name=target/test-data/earlier.log",
            "camunda.bpm.job-execution.enabled=false",
            "acse.mail.every=1d",
            "acse.watch.every=1d",
            "spring.profiles.active=",
            "spring.autoconfigure.exclude=org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration,"
                    + "org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration"
        })
@Import(Network.class)
@DirtiesContext
class EarlierReleaseIT {

    private static final int COPIES = 50;

    private static EmbeddedPostgres database;
    private static List<String> originals;
    private static String motherOfABaby;

    @Autowired
    Network network;

    @Autowired
    TaskService tasks;

    @Autowired
    ReferralService referrals;

    @Autowired
    CaseSteps steps;

    @Autowired
    EarlierHistory earlier;

    @Autowired
    JdbcTemplate jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException, SQLException {
        database = EarlierDatabase.started("database.sql.gz");
        multiply(new JdbcTemplate(database.getPostgresDatabase()));
        EarlierDatabase.use(database, properties);
    }

    /** More open cases at one of the steps, with the history that the engine kept of them. */
    private static void multiply(JdbcTemplate earlier) {
        originals = earlier.queryForList("select reference from referral", String.class);
        String reference = earlier.queryForObject(
                "select e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_"
                        + " where t.task_def_key_ = 'task_agreeArrival'",
                String.class);
        new Copies(earlier).make(reference, 1, COPIES);
        motherOfABaby = earlier.queryForObject(
                "update referral set children_count = 1, baby_count = 1 where reference ="
                        + " (select reference from hold where released_at is null and occupied and not reference like '%s' limit 1)"
                                .formatted(reference)
                        + " returning reference",
                String.class);
        earlier.update("insert into place (shelter, number) values ('s01', 7)");
        earlier.update(
                "insert into hold (id, reference, shelter, number, occupied, held_at)"
                        + " select gen_random_uuid(), reference, shelter, 7, occupied, held_at from hold where reference = ?",
                motherOfABaby);
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
    void aCaseWhoseAnswerNobodyHasReadIsReadAgreedAndTravels() {
        String reference = caseAt("task_readAnswer");

        network.complete(reference, "task_readAnswer", "operator");
        network.agree(reference, "shelter");
        network.travel(reference, "shelter");

        assertThat(network.openTasks(reference)).contains("task_followUp", "task_approveAllowance");
    }

    @Test
    void aCaseInTheMiddleOfTheAgreementGoesOn() {
        String reference = caseAt("task_agreeArrival");

        network.agree(reference, "shelter");

        assertThat(network.openTasks(reference)).containsExactly("task_planJourney");
    }

    @Test
    void theHoldOfACaseInTheMiddleOfTheAgreementExpires() {
        String reference = caseAt("task_confirmAgreement");

        network.pass(reference, Duration.ofDays(6));

        assertThat(network.openTasks(reference)).contains("task_chooseShelters");
        assertThat(network.ends(reference, "referral")).contains("end_warned");
    }

    @Test
    void aCaseThatTravelsArrivesAndSheIsInTheStayOfTheOldModel() {
        String reference = caseAt("task_planJourney");

        network.travel(reference, "shelter");
        network.complete(reference, "task_followUp", "shelter", "stay", "ends");

        assertThat(referrals.find(new CaseReference(reference)).orElseThrow().outcome())
                .isEqualTo(Outcome.COMPLETED);
    }

    @Test
    void deadlinesOfAnEarlierModelKeepTheirNames() {
        assertThat(steps.nameOf("referral", "timer_holdExpires")).isEqualTo("Hold expires");
        assertThat(steps.nameOf("referral", "timer_nextFollowUp")).isEqualTo("A month later");
    }

    @Test
    void aStayGoesOnAndEndsWithItsOutcome() {
        String reference = caseAt("task_followUp");

        network.complete(reference, "task_followUp", "shelter", "stay", "goesOn");
        network.pass(reference, Duration.ofDays(32));
        network.complete(reference, "task_followUp", "shelter", "stay", "excluded", "brokenClause", "silence");

        assertThat(referrals.find(new CaseReference(reference)).orElseThrow().outcome())
                .isEqualTo(Outcome.EXCLUDED);
    }

    @Test
    void aRelocationReachesAStayThatWaitsForItsNextMonth() {
        String reference = jdbc
                .queryForList(
                        "select reference from deadline where activity = 'timer_nextFollowUp' and state = 'RUNNING'",
                        String.class)
                .stream()
                .filter(originals::contains)
                .findFirst()
                .orElseThrow();

        network.report(reference, "relocationNeeded", "shelter");

        assertThat(network.openTasks(reference)).contains("task_chooseShelters").doesNotContain("task_followUp");
    }

    @Test
    void theCotOfABabyGoesWithTheFirstPlaceOfItsHousehold() {
        assertThat(jdbc.queryForList(
                        "select cots from allocation where reference = ? and released_at is null order by number",
                        Integer.class,
                        motherOfABaby))
                .containsExactly(1, 0);
        assertThat(jdbc.queryForObject("select sum(cots) from allocation", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void theStepsOfManyOpenCasesAreStillKnown() {
        earlier.carryOver();
        List<Task> many =
                tasks.createTaskQuery().taskDefinitionKey("task_agreeArrival").list();
        assertThat(many).hasSizeGreaterThanOrEqualTo(COPIES);
        for (Task task : many.subList(many.size() - 5, many.size())) {
            String reference = caseOf(task);
            assertThat(steps.done(new CaseReference(reference), what -> true))
                    .extracting(CaseSteps.Step::name)
                    .contains("Assess the situation", "Choose the shelters to ask");
        }
        assertThat(left("act_hi_taskinst") + left("act_hi_varinst")).isZero();
    }

    private long left(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    private String caseAt(String step) {
        return caseOf(originals.stream()
                .flatMap(reference -> network.tasks(reference, step).stream())
                .findFirst()
                .orElseThrow());
    }

    /** As if no time had passed since she came to this step. */
    private String caseOf(Task task) {
        ClockUtil.setCurrentTime(Date.from(task.getCreateTime().toInstant().plusSeconds(1)));
        return jdbc.queryForObject(
                "select business_key_ from act_hi_procinst where proc_inst_id_ = ?",
                String.class,
                task.getProcessInstanceId());
    }
}
