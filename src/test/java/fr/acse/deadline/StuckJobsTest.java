package fr.acse.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.deadline.process.StuckJobWatch;
import fr.acse.platform.door.Door;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A clock that stands still is noticed, told, shown and mended. */
@ProcessTest
class StuckJobsTest {

    @Autowired
    Network network;

    @Autowired
    StuckJobWatch watch;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void whatOtherTestsLeftIsKnown() {
        watch.look();
        jdbc.update("delete from notice");
    }

    @Test
    void aClockWhoseTriesAreUsedUpIsToldOnceShownAndTriedAgainEachHour() {
        String reference = network.requested();
        Job clock = clockOf(reference);
        management.setJobRetries(clock.getId(), 0);

        watch.look();
        watch.look();

        assertThat(alarms(reference)).isEqualTo(1);
        String page = Door.web(port, "supervisor", "cockpit")
                .call("GET", "own:/deadlines?kind=answer&reference=" + reference, null)
                .body();
        assertThat(page).contains("\"stuckSince\":\"20").doesNotContain("\"stuck\":0");
        assertThat(triesOf(clock)).isZero();

        pass(Duration.ofMinutes(61));
        watch.look();

        assertThat(triesOf(clock)).isEqualTo(1);
        watch.look();
        assertThat(isStuck(clock)).as("it has a try again").isFalse();
        assertThat(alarms(reference)).isEqualTo(1);
    }

    /** As after a real failure: the last pause was eight hours, and the next try must not wait for it. */
    @Test
    void aJobWhoseLastTryHasFailedIsTriedAgainAtOnceWhenItsHourIsOver() {
        String reference = network.requested();
        Job clock = clockOf(reference);
        ClockUtil.setCurrentTime(clock.getDuedate());
        jdbc.update(
                "update act_ru_job set retries_ = 0, duedate_ = duedate_ + interval '8 hours',"
                        + " exception_msg_ = 'failed' where id_ = ?",
                clock.getId());
        watch.look();

        pass(Duration.ofMinutes(61));
        watch.look();

        Job after = management.createJobQuery().jobId(clock.getId()).singleResult();
        assertThat(after.getRetries()).isEqualTo(1);
        assertThat(after.getDuedate()).isBeforeOrEqualTo(ClockUtil.getCurrentTime());
    }

    @Test
    void ofTwoOffersTheOneThatLostItsClockGetsItBack() {
        String reference = network.requested();
        network.ask(reference, "s01", "s02");
        List<String> offers = jdbc.queryForList(
                "select job from deadline where reference = ? and kind = 'offer' and open order by job",
                String.class,
                reference);
        assertThat(offers).hasSize(2);
        String execution =
                jdbc.queryForObject("select execution_id_ from act_ru_job where id_ = ?", String.class, offers.get(1));
        jdbc.update("delete from act_ru_job where id_ = ?", offers.get(1));

        watch.look();

        assertThat(jdbc.queryForList(
                        "select execution_id_ from act_ru_job j where id_ in (select job from deadline"
                                + " where reference = ? and kind = 'offer' and open)",
                        String.class,
                        reference))
                .hasSize(2)
                .contains(execution)
                .doesNotHaveDuplicates();
    }

    @Test
    void theNightlyTimerComesBackToo() {
        jdbc.update("delete from act_ru_job where id_ in (select job from deadline where activity = 'start_everyNight'"
                + " and open)");

        watch.look();

        assertThat(management
                        .createJobQuery()
                        .processDefinitionKey("retention")
                        .timers()
                        .count())
                .isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select count(*) from deadline d join act_ru_job j on j.id_ = d.job"
                                + " where d.activity = 'start_everyNight' and d.open",
                        Long.class))
                .isEqualTo(1);
    }

    @Test
    void aDueClockThatNoNodeTakesIsTold() {
        String reference = network.requested();
        Job clock = clockOf(reference);
        network.pass(reference, Duration.ofHours(47));
        ClockUtil.setCurrentTime(clock.getDuedate());
        watch.look();
        assertThat(isStuck(clock)).as("a node may still take it").isFalse();

        pass(Duration.ofMinutes(6));
        watch.look();
        assertThat(alarms(reference)).as("the nodes may be working it off").isZero();
        watch.look();

        assertThat(isStuck(clock)).isTrue();
        assertThat(alarms(reference)).isEqualTo(1);
        management.executeJob(clock.getId());
        watch.look();
        assertThat(isStuck(clock)).isFalse();
    }

    @Test
    void aClockThatLostItsTimerGetsItBackDueWhenItWasDue() {
        String reference = network.requested();
        Job lost = clockOf(reference);
        Instant due = lost.getDuedate().toInstant();
        jdbc.update("delete from act_ru_job where id_ = ?", lost.getId());
        pass(Duration.ofHours(3));

        watch.look();

        Job anew = clockOf(reference);
        assertThat(anew.getId()).isNotEqualTo(lost.getId());
        assertThat(anew.getDuedate()).isEqualTo(Date.from(due));
        assertThat(jdbc.queryForList(
                        "select job from deadline where reference = ? and kind = 'answer' and open and due_at = ?",
                        String.class,
                        reference,
                        Date.from(due)))
                .containsExactly(anew.getId());
        assertThat(alarms(reference)).isEqualTo(1);
        network.pass(reference, Duration.ofHours(46));
        assertThat(jdbc.queryForObject(
                        "select late_at is not null from orientation_request where reference = ?",
                        Boolean.class,
                        reference))
                .isTrue();
    }

    @Test
    void aClockThatNothingWaitsForAnyMoreJustEnds() {
        jdbc.update("insert into deadline (job, reference, process, instance, activity, started_at, due_at, state)"
                + " values ('gone', null, 'orientation', 'gone', 'timer_answerDue', now(), now(), 'RUNNING')");

        watch.look();

        assertThat(jdbc.queryForObject("select state from deadline where job = 'gone'", String.class))
                .isEqualTo("ENDED");
        assertThat(jdbc.queryForObject("select count(*) from notice where event = 'JOB_STUCK'", Long.class))
                .isZero();
        jdbc.update("delete from deadline where job = 'gone'");
    }

    private Job clockOf(String reference) {
        List<String> clocks = jdbc.queryForList(
                "select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                        + " join act_ru_jobdef d on d.id_ = j.job_def_id_"
                        + " where e.business_key_ = ? and d.act_id_ = 'timer_answerDue'",
                String.class,
                reference);
        return management.createJobQuery().jobId(clocks.get(0)).singleResult();
    }

    private int triesOf(Job job) {
        return management.createJobQuery().jobId(job.getId()).singleResult().getRetries();
    }

    private boolean isStuck(Job job) {
        return jdbc.queryForObject("select count(*) = 1 from stuck_job where job = ?", Boolean.class, job.getId());
    }

    private long alarms(String reference) {
        return jdbc.queryForObject(
                "select count(*) from notice where event = 'JOB_STUCK' and role = 'SUPERVISORS' and reference = ?",
                Long.class,
                reference);
    }

    private static void pass(Duration time) {
        ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + time.toMillis()));
    }
}
