package fr.acse.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Door;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A person's step and a timer of the same case at the same moment, and jobs that meet a database which cannot take them now. */
@ProcessTest
class StepsMeetTimersTest {

    @Autowired
    Network network;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void noMoreFaults() {
        jdbc.execute("drop trigger if exists slow on act_ru_job");
        jdbc.execute("drop trigger if exists failing on notice");
    }

    /** The timer stops in the middle, with its job's row locked, until the person's step waits for the case. */
    @ParameterizedTest
    @ValueSource(strings = {"timer_answerDue", "timer_firstReminder", "timer_secondReminder"})
    void aClockOfTheRequestAndAnAnswerToAnOfferDoNotWaitForEachOtherInACircle(String timer) throws Exception {
        String reference = network.requested();
        network.ask(reference, "s01", "s02");
        Job clockOfTheRequest = job(reference, timer);
        ClockUtil.setCurrentTime(clockOfTheRequest.getDuedate());
        jdbc.execute("""
                create or replace function be_slow() returns trigger language plpgsql as $$ begin
                    for look in 1..500 loop
                        exit when exists (select from pg_locks where locktype = 'advisory' and not granted);
                        perform pg_sleep(0.02);
                    end loop;
                    return old;
                end $$""");
        jdbc.execute("create trigger slow after delete on act_ru_job for each row when (old.id_ = '"
                + clockOfTheRequest.getId() + "') execute function be_slow()");

        CompletableFuture<Void> fires = CompletableFuture.runAsync(() -> execute(clockOfTheRequest.getId()));
        Awaitility.await("the clock in the middle of its step")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> jdbc.queryForObject(
                                "select count(*) from pg_stat_activity where wait_event = 'PgSleep'"
                                        + " and datname = current_database()",
                                Integer.class),
                        sleeping -> sleeping == 1);
        network.answerOffer(reference, "shelter");
        fires.get(30, TimeUnit.SECONDS);

        assertThat(network.openTasks(reference)).contains("task_answerRequest");
        assertThat(management.createJobQuery().jobId(clockOfTheRequest.getId()).count())
                .as("the clock has fired")
                .isZero();
        String kept = timer.equals("timer_answerDue") ? "late_at" : "reminded_at";
        assertThat(jdbc.queryForObject(
                        "select " + kept + " from orientation_request where reference = ?", Timestamp.class, reference))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "40P01, a deadlock",
        "40001, somebody else's change",
        "08006, a lost connection",
        "57P01, a server that shuts down",
        "25006, a primary that became a replica"
    })
    void aPassingFailureCostsAJobNoTry(String state, String what) {
        Job clockOfTheRequest = dueClock();
        failWith(state);

        for (int failure = 0; failure < 20; failure++) {
            execute(clockOfTheRequest.getId());
        }

        Job after = management.createJobQuery().jobId(clockOfTheRequest.getId()).singleResult();
        assertThat(after.getRetries()).as(what).isEqualTo(clockOfTheRequest.getRetries());
        assertThat(after.getDuedate()).as("it comes again within seconds").isBefore(in(Duration.ofSeconds(4)));
        noMoreFaults();
        ClockUtil.setCurrentTime(after.getDuedate());
        execute(after.getId());
        assertThat(management.createJobQuery().jobId(after.getId()).count()).isZero();
    }

    @Test
    void anyOtherFailureIsTriedAgainMoreThanTenTimesAtGrowingPauses() {
        String job = dueClock().getId();
        failWith("XX000");

        Duration before = Duration.ZERO;
        int tries = 0;
        while (retriesOf(job) > 0) {
            Instant now = clock.instant();
            execute(job);
            tries++;
            Job failed = management.createJobQuery().jobId(job).singleResult();
            Duration pause = Duration.between(now, failed.getDuedate().toInstant());
            if (failed.getRetries() > 0) {
                assertThat(pause).isGreaterThanOrEqualTo(before);
                before = pause;
                ClockUtil.setCurrentTime(failed.getDuedate());
            }
        }

        assertThat(tries).isGreaterThanOrEqualTo(10);
        assertThat(before).isGreaterThan(Duration.ofHours(1));
    }

    @Test
    void twoPeopleWhoSubmitTheSameFormAtOnceAreToldWhoWasFirst() {
        String reference = network.committed();
        String task = network.task(reference, "task_submitRequest").getId();
        Map<String, Object> form =
                FormAnswers.of("submit-request", Clock.systemUTC(), Map.of("sealed_functionalNeeds", "Quiet"));

        var answers = IntStream.range(0, 6)
                .mapToObj(any -> CompletableFuture.supplyAsync(() -> {
                    HttpResponse<String> answer = Door.rest(port, "operator").submit(task, form);
                    return answer.statusCode() == 204 ? "done" : answer.body();
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce("done");
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("done"))
                .allSatisfy(answer -> assertThat(answer)
                        .containsAnyOf("This task is done already", "Somebody else changed this", "open tasks"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from orientation_request where reference = ?", Long.class, reference))
                .as(task)
                .isEqualTo(1);
    }

    @Test
    void ofTwoWhoTakeATaskAtOnceTheSecondIsToldSoAndADoubleClickIsNoSecond() {
        List<Door> doors = List.of(
                Door.rest(port, "coordinator"), Door.rest(port, "coordinator"), Door.rest(port, "coordinator2"));
        for (int i = 0; i < 5; i++) {
            String task =
                    network.task(network.requested(), "task_chooseShelters").getId();

            List<HttpResponse<String>> answers = doors.stream()
                    .map(door -> CompletableFuture.supplyAsync(() ->
                            door.call("POST", "/task/" + task + "/claim", "{\"userId\": \"" + door.person() + "\"}")))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers.get(0).statusCode()).isEqualTo(answers.get(1).statusCode());
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() != 204)
                    .isNotEmpty()
                    .allSatisfy(
                            answer -> assertThat(answer.body()).contains("Somebody else has already taken this task"));
        }
    }

    /** She had the list open, and a colleague was quicker. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | ''               |",
                "GET  | /form-variables |",
                "GET  | /deployed-form  |",
                "GET  | /form           |",
                "POST | /claim          | {\"userId\": \"operator\"}",
                "POST | /submit-form    | {\"variables\": {}}"
            })
    void whoComesToATaskThatSomebodyHasJustDoneIsToldThat(String method, String path, String body) {
        String reference = network.committed();
        String task = network.task(reference, "task_submitRequest").getId();
        network.complete(reference, "task_submitRequest", "operator", "sealed_functionalNeeds", "Quiet");

        for (Door door :
                List.of(Door.rest(port, "operator"), Door.web(port, "operator"), Door.rest(port, "coordinator"))) {
            HttpResponse<String> answer = door.call(method, "/task/" + task + path, body);
            assertThat(answer.body()).as(door.person() + " " + path).contains("This task is done already");
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void whoAsksForSomethingWrongIsNotToldThatATaskIsDone() {
        for (String wrong : List.of("/task/count?dueBefore=soon", "/task/report/candidate-group-count?more=1")) {
            assertThat(Door.rest(port, "operator").call("GET", wrong, null).body())
                    .as(wrong)
                    .doesNotContain("done already");
        }
    }

    /** Models are read and tried between two statements; a slow machine needs longer than a transaction may stand still. */
    @Test
    void aDeploymentMayStandStillLongerThanAStep() {
        String limit = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute((Command<String>) context -> idleLimit());
        AtomicReference<String> whileDeploying = new AtomicReference<>();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(new DeployCmd(null) {
                    @Override
                    public DeploymentWithDefinitions execute(CommandContext context) {
                        whileDeploying.set(idleLimit());
                        return null;
                    }
                });

        assertThat(limit).isEqualTo("10s");
        assertThat(whileDeploying).hasValue("5min");
        assertThat(idleLimit()).as("for this transaction only").isEqualTo("10s");
    }

    private String idleLimit() {
        return jdbc.queryForObject("select current_setting('idle_in_transaction_session_timeout')", String.class);
    }

    private Job dueClock() {
        Job due = job(network.requested(), "timer_answerDue");
        ClockUtil.setCurrentTime(due.getDuedate());
        return due;
    }

    private void failWith(String state) {
        jdbc.execute("create or replace function fail_now() returns trigger language plpgsql as"
                + " $$ begin raise exception 'could not extend file \"base/5/16384\"' using errcode = '" + state
                + "'; end $$");
        jdbc.execute("create trigger failing before insert on notice for each row execute function fail_now()");
    }

    /** As the engine's own threads execute a job. */
    private void execute(String job) {
        try {
            ExecuteJobHelper.executeJob(
                    job,
                    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                            .getCommandExecutorTxRequired());
        } catch (RuntimeException told) {
            assertThat(told).isNotNull();
        }
    }

    private int retriesOf(String job) {
        return management.createJobQuery().jobId(job).singleResult().getRetries();
    }

    private Date in(Duration time) {
        return Date.from(clock.instant().plus(time));
    }

    private Job job(String reference, String timer) {
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey("orientation")
                .singleResult()
                .getId();
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(timer)
                .singleResult();
    }
}
