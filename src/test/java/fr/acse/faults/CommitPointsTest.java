package fr.acse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.Walk;
import fr.acse.faults.InterruptedCommits.Crash;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Each transaction of a whole case, with permit, claim and an allowance that a shelter advanced, is interrupted once: before its
 * commit, or after it and before the answer. The bank refuses all at first. Whoever did the step looks again and does it again if it
 * is not done; the case ends as without.
 */
@ProcessTest
class CommitPointsTest {

    /** At its first attempt the first commit of a step is interrupted, at its second one the second, until it has no more. */
    private static final int MOST_COMMITS = 8;

    private static final Object[] REFUSED = {"bankAnswer", "refused", "bankReason", "accountClosed"};

    @Autowired
    Network network;

    @Autowired
    Walk walk;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void onlyThisCaseIsPaid() {
        network.sendWhatWaits();
        jdbc.update("delete from shelter_account");
    }

    @AfterEach
    void noMoreCrashes() {
        InterruptedCommits.begin(Crash.NEVER);
    }

    @Test
    void withoutACrashTheCaseEndsWithPaymentAndPermit() {
        assertThat(endsOfAWholeCase()).isEqualTo(expected());
    }

    @ParameterizedTest
    @EnumSource(
            value = Crash.class,
            names = {"BEFORE_THE_COMMIT", "AFTER_IT"})
    void aCrashAtEachCommitChangesNothing(Crash when) {
        InterruptedCommits.begin(when);

        Map<String, String> ends = endsOfAWholeCase();

        assertThat(InterruptedCommits.crashes())
                .as("commits that were interrupted")
                .isGreaterThan(25);
        InterruptedCommits.begin(Crash.NEVER);
        assertThat(ends).isEqualTo(expected());
    }

    private static Map<String, String> expected() {
        Map<String, String> ends = new TreeMap<>(Map.of(
                "agree-arrival", "COMPLETED",
                "allowance", "COMPLETED",
                "orientation", "COMPLETED",
                "referral", "COMPLETED",
                "residence-permit", "COMPLETED",
                "stay", "COMPLETED",
                "transfer", "COMPLETED",
                "travel-claim", "COMPLETED",
                "orders", "claim PAID, claim REFUSED, shelter PAID, shelter REFUSED",
                "differences of the ledger", "0"));
        // One of the case, and one for the claim that is back.
        ends.put("alarm", "COMPLETED, COMPLETED");
        ends.put("assess", "COMPLETED");
        ends.put("journey", "COMPLETED");
        ends.put("leaving", "COMPLETED");
        ends.put("pay-back", "COMPLETED");
        ends.put("permit-request", "COMPLETED");
        // Where the prefecture handed nothing out, nothing was recorded; a receipt and a permit have a clock each.
        ends.put("record-title", "COMPLETED, COMPLETED, COMPLETED");
        ends.put("same-woman", "COMPLETED");
        ends.put("title", "COMPLETED, COMPLETED");
        return ends;
    }

    private Map<String, String> endsOfAWholeCase() {
        String name = "Unknown " + UUID.randomUUID();
        String reference = opened(name);
        walk(reference);
        walk(payments(), REFUSED);
        walk(reference);
        walk(payments());
        walk(reference);
        Map<String, String> ends = new TreeMap<>();
        for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list()) {
            ends.merge(instance.getProcessDefinitionKey(), instance.getState(), (one, two) -> one + ", " + two);
        }
        ends.put(
                "orders",
                jdbc.queryForObject(
                        "select string_agg(what || ' ' || state, ', ' order by what, state) from ("
                                + "select 'claim' as what, o.state from payment_order o"
                                + " join travel_claim c on c.id = o.claim where c.reference = ?"
                                + " union all select 'shelter', o.state from payment_order o"
                                + " join allowance a on a.id = o.allowance where a.reference = ?) as orders",
                        String.class,
                        reference,
                        reference));
        ends.put(
                "differences of the ledger",
                jdbc.queryForObject("select count(*)::text from ledger_difference", String.class));
        return ends;
    }

    private static Object[] answer(Task task, Object... bankAnswer) {
        return switch (task.getTaskDefinitionKey()) {
            case "task_handOverAllowance" -> new Object[] {"moneyFrom", "shelterCash"};
            case "task_recordBankAnswer" -> bankAnswer;
            default -> new Object[0];
        };
    }

    /** Tries a step until it is done; only its own transactions are interrupted, and not what looks whether it is done. */
    private static <T> T insist(Callable<T> step, Supplier<T> done) {
        for (int attempt = 0; attempt < MOST_COMMITS; attempt++) {
            InterruptedCommits.atCommit(attempt);
            try {
                return step.call();
            } catch (Exception killed) {
                InterruptedCommits.atCommit(-1);
                T there = done.get();
                if (there != null) {
                    return there;
                }
            } finally {
                InterruptedCommits.atCommit(-1);
            }
        }
        return null;
    }

    /** An operator whose screen shows nothing looks for her case before she opens it anew. */
    private String opened(String name) {
        List<String> before = references("referral");
        return insist(
                () -> network.openReferral("sealed_lastName", name),
                () -> references("referral").stream()
                        .filter(each -> !before.contains(each))
                        .findFirst()
                        .orElse(null));
    }

    private String payments() {
        List<String> before = references("payment_run");
        return insist(
                () -> network.start("payment-run", "start-payment-run", "finance"),
                () -> references("payment_run").stream()
                        .filter(each -> !before.contains(each))
                        .findFirst()
                        .orElse(null));
    }

    private List<String> references(String table) {
        return jdbc.queryForList("select reference from " + table, String.class);
    }

    /** @param bankAnswer what the bank says; nothing means that it pays */
    private void walk(String reference, Object... bankAnswer) {
        walk.go(reference, new Walk.Steps() {
            @Override
            public boolean complete(Task task, String login) {
                return Boolean.TRUE.equals(insist(
                        () -> {
                            network.completeTask(task, login, answer(task, bankAnswer));
                            return true;
                        },
                        () -> tasks.createTaskQuery().taskId(task.getId()).count() == 0 ? true : null));
            }

            @Override
            public void execute(Job job, String element) {
                insist(
                        () -> {
                            ExecuteJobHelper.executeJob(
                                    job.getId(),
                                    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                                            .getCommandExecutorTxRequired());
                            return true;
                        },
                        () -> management.createJobQuery().jobId(job.getId()).count() == 0 ? true : null);
            }
        });
    }
}
