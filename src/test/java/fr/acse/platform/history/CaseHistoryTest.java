package fr.acse.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.codes.CaseReference;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept of the path of a case, and what is counted without saying of which. */
@ProcessTest
class CaseHistoryTest {

    @Autowired
    Network network;

    @Autowired
    CaseHistory history;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void stepsClocksAndEndsOfACaseAreKeptInTheirOrder() {
        String reference = network.requested();
        network.pass(reference, Duration.ofHours(49));
        network.withdraw(reference);

        assertThat(elements(reference, CaseEvent.Kind.STEP))
                .endsWith("task_submitRequest", "task_recordCommitment", "task_assessSituation");
        assertThat(elements(reference, CaseEvent.Kind.CLOCK)).contains("timer_answerDue");
        assertThat(elements(reference, CaseEvent.Kind.END)).isNotEmpty();
    }

    @Test
    void flowsAndWaitingTimesAreCountedWithoutACase() {
        history.count();
        long assessed = waited("task_assessSituation");
        String reference = network.openReferral();
        network.pass(reference, Duration.ofMinutes(30));
        network.complete(reference, "task_assessSituation", "operator");
        long flows = flows();

        history.count();
        history.count();

        assertThat(waited("task_assessSituation")).isEqualTo(assessed + 1);
        assertThat(flows()).isGreaterThan(flows);
        assertThat(jdbc.queryForObject(
                        "select n from waiting_time where step = 'task_assessSituation' order by n desc limit 1",
                        Integer.class))
                .as("half an hour is up to 2^11 seconds")
                .isGreaterThanOrEqualTo(11);
        assertThat(jdbc.queryForObject("select count(*) from passed", Long.class))
                .isZero();
    }

    @Test
    void theEngineKeepsNoHistoryButItsInstances() {
        String reference = network.arrived();

        for (String table : List.of(
                "act_hi_actinst",
                "act_hi_taskinst",
                "act_hi_varinst",
                "act_hi_detail",
                "act_hi_job_log",
                "act_hi_op_log",
                "act_hi_identitylink",
                "act_hi_incident",
                "act_hi_decinst")) {
            assertThat(jdbc.queryForObject("select count(*) from " + table, Long.class))
                    .as(table)
                    .isZero();
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from act_hi_procinst where business_key_ = ?", Long.class, reference))
                .isPositive();
    }

    private List<String> elements(String reference, CaseEvent.Kind kind) {
        return history.of(new CaseReference(reference), kind, 100).stream()
                .map(CaseEvent::element)
                .toList();
    }

    private long waited(String step) {
        return jdbc.queryForObject("select coalesce(sum(times), 0) from waiting_time where step = ?", Long.class, step);
    }

    private long flows() {
        return jdbc.queryForObject("select coalesce(sum(times), 0) from flow_count", Long.class);
    }
}
