package fr.acse.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Extent;
import fr.acse.FormAnswers;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.Spent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Money as chance has it: claims and allowances of several cases at once, runs that are released or stopped, banks that refuse. After each
 * step, the ledger says what a plain account says that this test keeps. A short part runs always; {@code mvn test -Pwalks} takes 10,000
 * steps. The seed is printed; {@code -Dacse.seed} plays it again.
 */
@ProcessTest
class MoneyWalkTest {

    private static final int STEPS = Extent.of("acse.money.steps", 150, 2_000);
    private static final int CASES_AT_ONCE = 8;
    private static final int RUNS_AT_ONCE = 2;
    private static final int STEPS_OF_A_CASE = 40;
    private static final Set<String> OF_MONEY = Set.of("allowance", "pay-back", "travel-claim", "payment-run");

    /** What a bookkeeper would write down, without knowing the ledger. */
    private enum Plain {
        SPENT_ON_ALLOWANCES,
        SPENT_ON_TRAVEL,
        LOST,
        CASH_GONE,
        ADVANCED_AND_NOT_ORDERED,
        ORDERED_AND_NOT_SENT,
        SENT_AND_NOT_ANSWERED,
        PAID_BY_BANK
    }

    @Autowired
    Network network;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcTemplate jdbc;

    private final Map<Plain, Long> plain = new EnumMap<>(Plain.class);
    private final List<String> cases = new ArrayList<>();
    /** Cents of each line, as they were asked for, and as they are granted so far. */
    private final Map<String, List<Long>> asked = new TreeMap<>();

    private final Map<String, List<Long>> claimed = new TreeMap<>();
    /** What was said of an advance, as long as nobody else has confirmed it. */
    private final Map<String, String> said = new TreeMap<>();

    private final Map<String, Integer> done = new TreeMap<>();
    private Random random;

    /** A run that is not settled yet, to which account of the shelter it pays, and whether it is released. */
    private record Run(String reference, int account, boolean released) {}

    private final List<Run> runs = new ArrayList<>();

    /** Accounts of the shelter in the order in which two people confirmed them, from 1. */
    private int account;

    /** The latest of them that the bank refused. */
    private int refusedAccount;

    @Test
    void theLedgerSaysWhatAPlainAccountSays() {
        long seed = Extent.seed(MoneyWalkTest.class);
        random = new Random(seed);
        network.sendWhatWaits();
        jdbc.update("delete from shelter_account");
        Map<Plain, Long> before = ledger();
        for (int step = 0; step < STEPS; step++) {
            String what = something(step);
            done.merge(what, 1, Integer::sum);
            Map<Plain, Long> now = ledger();
            for (Plain each : Plain.values()) {
                assertThat(now.get(each) - before.get(each))
                        .as("seed %d, step %d, %s: %s".formatted(seed, step, what, each))
                        .isEqualTo(plain.getOrDefault(each, 0L));
            }
            assertThat(jdbc.queryForList("select * from ledger_difference"))
                    .as("seed %d, step %d, %s".formatted(seed, step, what))
                    .isEmpty();
        }
        System.out.println("Done " + done);
        assertThat(jdbc.queryForObject("select coalesce(sum(cents), 0) from ledger_entry", Long.class))
                .isZero();
    }

    private String something(int step) {
        if (cases.size() < Math.min(CASES_AT_ONCE, 1 + step / 10) || step % STEPS_OF_A_CASE == 0) {
            String reference = network.arrived("childrenCount", 0, "babyCount", 0);
            // Her money goes on when she leaves, and the next one has a place.
            network.leave(reference, "shelter");
            cases.add(reference);
            if (cases.size() > CASES_AT_ONCE) {
                cases.remove(0);
            }
            return "a case";
        }
        int die = random.nextInt(10);
        if (die == 0 && runs.size() < RUNS_AT_ONCE) {
            return startRun();
        }
        if (die <= 3 && !runs.isEmpty()) {
            return inRun(runs.get(random.nextInt(runs.size())));
        }
        String reference = cases.get(random.nextInt(cases.size()));
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .filter(task -> OF_MONEY.contains(task.getProcessDefinitionId().split(":")[0]))
                // A seed must give the same walk each time, and the database keeps no order.
                .sorted(Comparator.comparing(Task::getCreateTime)
                        .thenComparing(Task::getTaskDefinitionKey)
                        .thenComparing(Task::getId))
                .toList();
        if (open.isEmpty() || die == 4) {
            return tried(
                    "open a claim", () -> network.startFor(reference, "travel-claim", "open-travel-claim", "operator"));
        }
        // What a shelter advanced is rarer than claims, and has more steps.
        List<Task> ofShelters = open.stream()
                .filter(task -> !task.getProcessDefinitionId().startsWith("travel-claim"))
                .toList();
        List<Task> chosen = ofShelters.isEmpty() || random.nextBoolean() ? open : ofShelters;
        Task task = chosen.get(random.nextInt(chosen.size()));
        return tried(task.getTaskDefinitionKey(), () -> complete(reference, task));
    }

    private void complete(String reference, Task task) {
        switch (task.getTaskDefinitionKey()) {
            case "task_submitClaim" -> {
                long person = random.nextInt(20_000);
                long escort = 1 + random.nextInt(20_000);
                Spent lines = Spent.on("train", "escort", escort / 100.0, "overReason", "No other train");
                if (person > 0) {
                    lines.and("taxi", "person", person / 100.0, "overReason", "In the night");
                }
                network.completeTask(task, "operator", "sealed_claimLines", lines.rows());
                asked.put(reference, person > 0 ? List.of(escort, person) : List.of(escort));
            }
            case "task_checkClaim" -> check(reference, task);
            case "task_allowExcess" -> {
                String excess = any("allowed", "ceilingOnly");
                network.completeTask(task, "coordinator2", "excess", excess);
                if (excess.equals("ceilingOnly")) {
                    // What a ceiling leaves depends on the other claims of the case.
                    claimed.put(
                            reference,
                            List.of(cents(
                                    "select person_cents + escort_cents from travel_claim where reference = ? and state = 'CHECKED'",
                                    reference)));
                }
            }
            case "task_approveClaim" -> {
                String approval = any("approved", "approved", "refused");
                network.completeTask(task, any("finance", "finance2"), "approval", approval);
                if (approval.equals("approved")) {
                    long cents = claimed.get(reference).stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    add(Plain.SPENT_ON_TRAVEL, cents);
                    add(Plain.ORDERED_AND_NOT_SENT, cents);
                }
            }
            case "task_handOverAllowance" -> {
                String how = any("handedOver", "handedOver", "handedOver", "returned", "refusedByHer", "lost");
                String cash = any("networkMoney", "shelterCash", "shelterCash");
                network.completeTask(
                        task, "shelter", "handOver", how, "moneyFrom", how.equals("handedOver") ? cash : null);
                if (how.equals("handedOver")) {
                    add(Plain.SPENT_ON_ALLOWANCES, 30_400);
                    add(cash.equals("networkMoney") ? Plain.CASH_GONE : Plain.ADVANCED_AND_NOT_ORDERED, 30_400);
                } else if (how.equals("lost")) {
                    add(Plain.LOST, 30_400);
                    add(Plain.CASH_GONE, 30_400);
                }
            }
            case "task_confirmAdvance" -> {
                String whose = any("shelterCash", "otherAccount", "networkMoney", "notWanted");
                network.completeTask(task, "coordinator", "advanceIs", whose);
                said.put(reference, whose);
                if (whose.equals("shelterCash") && isAccountGood()) {
                    ordered();
                }
            }
            case "task_confirmNotPaidBack" -> {
                String nothing = any("yes", "no");
                network.completeTask(task, "coordinator2", "notPaidBack", nothing);
                if (nothing.equals("yes")) {
                    add(Plain.ADVANCED_AND_NOT_ORDERED, -30_400);
                    add(
                            said.get(reference).equals("networkMoney") ? Plain.CASH_GONE : Plain.SPENT_ON_ALLOWANCES,
                            said.get(reference).equals("networkMoney") ? 30_400 : -30_400);
                }
            }
            case "task_enterAccount" -> {
                String there = any("yes", "yes", "yes", "no");
                network.completeTask(
                        task,
                        "coordinator",
                        "accountThere",
                        there,
                        "sealed_payBackIban",
                        there.equals("yes") ? FormAnswers.IBAN : null,
                        "sealed_payBackHolder",
                        there.equals("yes") ? "Shelter" : null);
            }
            case "task_confirmAccount" -> {
                String right = any("yes", "yes", "no");
                network.completeTask(task, "coordinator2", "accountConfirmed", right);
                if (right.equals("yes")) {
                    account++;
                    ordered();
                }
            }
            case "task_approveAllowance" ->
                network.completeTask(task, "finance", "approval", any("approved", "approved", "approved", "refused"));
            case "task_askAgain" -> network.completeTask(task, "coordinator", "askAgain", any("yes", "no"));
            case "task_payAgain" -> network.completeTask(task, "coordinator", "payAgain", any("yes", "no"));
            default -> network.completeTask(task, "coordinator");
        }
    }

    private void check(String reference, Task task) {
        List<Long> lines = asked.get(reference);
        List<String> findings = lines.stream()
                .map(line -> any("accepted", "accepted", "accepted", "noReceipt"))
                .toList();
        long wrong = findings.stream().filter(each -> !each.equals("accepted")).count();
        String result = wrong == 0
                ? "correct"
                : wrong == lines.size() ? any("toCorrect", "rejected") : any("acceptedOnly", "toCorrect");
        network.completeTask(
                task,
                "coordinator",
                "claimCheck",
                result,
                "sealed_claimChecks",
                Spent.found(findings.toArray(String[]::new)));
        claimed.put(
                reference,
                IntStream.range(0, lines.size())
                        .mapToObj(line -> findings.get(line).equals("accepted") ? lines.get(line) : 0L)
                        .toList());
    }

    private boolean isAccountGood() {
        return account > refusedAccount;
    }

    private void ordered() {
        add(Plain.ADVANCED_AND_NOT_ORDERED, -30_400);
        add(Plain.ORDERED_AND_NOT_SENT, 30_400);
    }

    private void refusedBeforeItWasSent(long cents) {
        add(Plain.ADVANCED_AND_NOT_ORDERED, cents);
        add(Plain.ORDERED_AND_NOT_SENT, -cents);
    }

    private String startRun() {
        return tried(
                "start a run",
                () -> runs.add(new Run(network.start("payment-run", "start-payment-run", "finance"), account, false)));
    }

    private String inRun(Run run) {
        return run.released() ? answered(run) : decided(run);
    }

    private String decided(Run run) {
        long toShelter = cents(
                "select coalesce(sum(amount_cents), 0) from payment_order where run = ? and allowance is not null",
                run.reference());
        boolean outdated = toShelter > 0 && (run.account() != account || !isAccountGood());
        if (any("released", "released", "stopped").equals("stopped")) {
            network.complete(run.reference(), "task_releaseRun", "finance2", "release", "stopped");
            runs.remove(run);
            if (!isAccountGood()) {
                refusedBeforeItWasSent(toShelter);
            }
            return outdated ? "stopped, outdated" : "stopped";
        }
        if (outdated) {
            assertThatThrownBy(() -> network.complete(run.reference(), "task_releaseRun", "finance2"))
                    .hasMessageContaining("has changed since this file was written");
            return "release of an outdated file, refused";
        }
        long cents = cents("select sum(amount_cents) from payment_order where run = ?", run.reference());
        network.complete(run.reference(), "task_releaseRun", "finance2");
        runs.set(runs.indexOf(run), new Run(run.reference(), run.account(), true));
        add(Plain.ORDERED_AND_NOT_SENT, -cents);
        add(Plain.SENT_AND_NOT_ANSWERED, cents);
        return "released";
    }

    private String answered(Run run) {
        Task line = network.tasks(run.reference(), "task_recordBankAnswer").get(0);
        Integer number = (Integer) network.seenIn(line, "finance", "lineNumber");
        Map<String, Object> order =
                jdbc.queryForMap("select * from payment_order where run = ? and line = ?", run.reference(), number);
        long cents = ((Number) order.get("amount_cents")).longValue();
        long waiting = jdbc.queryForObject(
                "select coalesce(sum(amount_cents), 0) from payment_order where state = 'WAITING' and allowance is not null",
                Long.class);
        String answer = any("paid", "paid", "refused");
        network.completeTask(
                line, "finance", "bankAnswer", answer, "bankReason", answer.equals("refused") ? "accountClosed" : null);
        add(Plain.SENT_AND_NOT_ANSWERED, -cents);
        if (answer.equals("paid")) {
            add(Plain.PAID_BY_BANK, cents);
        } else if (order.get("claim") == null) {
            add(Plain.ADVANCED_AND_NOT_ORDERED, cents);
            refusedAccount = Math.max(refusedAccount, run.account());
            if (!isAccountGood()) {
                refusedBeforeItWasSent(waiting);
            }
        } else {
            add(Plain.SPENT_ON_TRAVEL, -cents);
        }
        if (network.tasks(run.reference(), "task_recordBankAnswer").isEmpty()) {
            runs.remove(run);
        }
        return answer + " by the bank";
    }

    private void add(Plain to, long cents) {
        plain.merge(to, cents, Long::sum);
    }

    /** What chance does may be refused; then nothing has happened. */
    private static String tried(String what, Runnable step) {
        try {
            step.run();
            return what;
        } catch (RuntimeException refused) {
            return what + ", refused";
        }
    }

    private String any(String... options) {
        return options[random.nextInt(options.length)];
    }

    private Map<Plain, Long> ledger() {
        Map<Plain, Long> all = new EnumMap<>(Plain.class);
        all.put(Plain.SPENT_ON_ALLOWANCES, balance("ALLOWANCES"));
        all.put(Plain.SPENT_ON_TRAVEL, balance("TRAVEL"));
        all.put(Plain.LOST, balance("LOSSES"));
        all.put(Plain.CASH_GONE, -balance("CASH"));
        all.put(Plain.ADVANCED_AND_NOT_ORDERED, -balance("SHELTERS"));
        all.put(Plain.ORDERED_AND_NOT_SENT, -balance("OWED"));
        all.put(Plain.SENT_AND_NOT_ANSWERED, -balance("IN_TRANSIT"));
        all.put(Plain.PAID_BY_BANK, -balance("BANK"));
        return all;
    }

    private long balance(String of) {
        return cents("select coalesce(sum(cents), 0) from ledger_entry where account = ?", of);
    }

    private long cents(String query, String of) {
        return jdbc.queryForObject(query, Long.class, of);
    }
}
