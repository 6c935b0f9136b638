package fr.acse.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * People work on two nodes while their processes, their server and their wires fail, in an order that the seed decides. Time passes
 * faster than it does: now and then some timers are due. Then everything runs again, and what was told is compared with what is there.
 */
final class Trial {

    /**
     * @param length how long things fail
     * @param cases how many are opened
     * @param women how many different ones they are of; 0 if each is of another
     * @param betweenTimers after how long two more timers are due
     * @param faults what fails
     */
    record Plan(
            long seed,
            Duration length,
            int cases,
            int women,
            Duration betweenFaults,
            Duration betweenTimers,
            List<Fault> faults) {

        /** With everything that fails by itself. */
        Plan(long seed, Duration length, int cases, Duration betweenFaults) {
            this(seed, length, cases, betweenFaults, List.of(Fault.values()));
        }

        /** Each case is of another woman. */
        Plan(long seed, Duration length, int cases, Duration betweenFaults, List<Fault> faults) {
            this(seed, length, cases, 0, betweenFaults, Duration.ofMillis(700), faults);
        }
    }

    /** @param recovery seconds until somebody was served again, by what had failed */
    record Outcome(Journal journal, Map<String, List<String>> found, Map<String, List<Double>> recovery, int restarts) {

        List<String> broken() {
            return found.entrySet().stream()
                    .flatMap(check -> check.getValue().stream().limit(5).map(what -> check.getKey() + ": " + what))
                    .toList();
        }
    }

    enum Fault {
        KILL(16),
        KILL_BOTH(1),
        FREEZE(2),
        RESTART_FAST(4),
        RESTART_IMMEDIATE(4),
        FAILOVER(2),
        CUT(2),
        FLICKER(1),
        CANCEL(1),
        FULL(1),
        SILENCE(1),
        READ_ONLY(1),
        LEAVE(1);

        private final int weight;

        Fault(int weight) {
            this.weight = weight;
        }
    }

    private static final List<String> STAFF = List.of(
            "operator",
            "operator2",
            "coordinator",
            "coordinator2",
            "shelter",
            "shelter2",
            "shelter3",
            "finance",
            "finance2",
            "supervisor");

    private static final int HARSH_PERCENT = 4;
    private static final int FLICKERS = 40;

    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(20);

    /** Fewer would be no trial. */
    private static final int FEWEST_STEPS = 10;

    /** Enough for a machine that is busy with other things. */
    /** Promised, once all runs again. */
    private static final Duration DONE_WITHIN = Duration.ofSeconds(120);

    private static final Duration STEPS_WITHIN = Duration.ofMinutes(4);

    private final Plan plan;
    private final Random random;
    private final Journal journal = new Journal();
    private final Map<String, List<Double>> recovery = new TreeMap<>();
    private final Installation installation;
    private int restarts;

    private Trial(Plan plan, Installation installation) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.installation = installation;
    }

    static Outcome run(Plan plan, Path folder) {
        try (Installation installation = Installation.start(folder, 2)) {
            return run(plan, installation);
        }
    }

    static Outcome run(Plan plan, Installation installation) {
        try {
            return new Trial(plan, installation).run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome run() throws InterruptedException {
        List<PeopleAtWork> staff = new ArrayList<>();
        for (String login : STAFF) {
            staff.add(new PeopleAtWork(
                    login,
                    installation.nodes(),
                    journal,
                    plan.seed() * 31 + login.hashCode(),
                    plan.cases(),
                    plan.women()));
        }
        ExecutorService people = Executors.newFixedThreadPool(staff.size() + 1);
        staff.forEach(people::submit);
        people.submit(this::timePasses);
        try {
            thingsFail();
            allRuns();
            Processes.workFor(settling());
            peopleGoOn();
        } finally {
            staff.forEach(PeopleAtWork::goHome);
            people.shutdownNow();
            people.awaitTermination(60, TimeUnit.SECONDS);
        }
        jobsAreDone();
        List<Path> logs = installation.nodes().stream().map(ServerNode::log).toList();
        Map<String, List<String>> found = new Invariants(database(), journal).check(logs);
        found.put("chain: a log that is not whole (invariant 6)", chains());
        found.put("served: somebody who cannot work", unserved());
        return new Outcome(journal, found, recovery, restarts);
    }

    private void thingsFail() {
        Instant end = Instant.now().plus(plan.length());
        List<Fault> faults = inOrder();
        for (int next = 0; Instant.now().isBefore(end); next++) {
            Processes.workFor(plan.betweenFaults());
            if (!faults.isEmpty()) {
                strike(faults.get(next % faults.size()));
            }
        }
    }

    /** How long people go on working when nothing fails any more. */
    private Duration settling() {
        Duration part = plan.length().dividedBy(4);
        return part.compareTo(LONGEST_SETTLING) < 0 ? part : LONGEST_SETTLING;
    }

    /** On a slow machine, two restarts may take all the time in which things fail: nobody goes home before something was done. */
    private void peopleGoOn() {
        Processes.waitFor(
                "people to do " + FEWEST_STEPS + " steps",
                STEPS_WITHIN,
                () -> journal.of("steps acknowledged") >= FEWEST_STEPS);
    }

    /** Each fault as often as its weight says, shuffled; the first ones are of every kind. */
    private List<Fault> inOrder() {
        List<Fault> first = new ArrayList<>(plan.faults());
        List<Fault> others = new ArrayList<>();
        for (Fault fault : plan.faults()) {
            others.addAll(Collections.nCopies(fault.weight - 1, fault));
        }
        Collections.shuffle(first, random);
        Collections.shuffle(others, random);
        first.addAll(others);
        return first;
    }

    private void strike(Fault fault) {
        int which = random.nextInt(installation.nodes().size());
        ServerNode node = installation.nodes().get(which);
        if (!node.isReady() && fault != Fault.RESTART_FAST && fault != Fault.RESTART_IMMEDIATE) {
            which = 1 - which;
            node = installation.nodes().get(which);
        }
        if (fault == Fault.KILL || fault == Fault.LEAVE) {
            // One node at a time; KILL_BOTH is for both.
            installation.nodes().get(1 - which).waitUntilReady();
        }
        long from = System.nanoTime();
        journal.count("fault " + fault.name().toLowerCase().replace('_', ' '));
        switch (fault) {
            case KILL -> {
                if (node.isRunning()) {
                    node.kill();
                    node.start();
                    restarts++;
                }
            }
            case KILL_BOTH ->
                installation.nodes().stream().filter(ServerNode::isRunning).forEach(each -> {
                    each.kill();
                    each.start();
                    restarts++;
                });
            case LEAVE -> {
                if (node.isRunning()) {
                    node.leave();
                    node.start();
                    restarts++;
                }
            }
            case FREEZE -> {
                node.freeze();
                Processes.workFor(Duration.ofMillis(2000 + random.nextInt(13_000)));
                node.goOn();
            }
            case RESTART_FAST -> installation.restartPrimary("fast");
            case RESTART_IMMEDIATE -> installation.restartPrimary("immediate");
            case FAILOVER -> installation.failOver();
            case READ_ONLY -> {
                // As a primary is while another one takes over.
                installation.primary().tell("alter system set default_transaction_read_only = on");
                installation.primary().tell("select pg_reload_conf()");
                Processes.workFor(Duration.ofSeconds(4));
                installation.primary().tellAlthoughReadOnly("alter system reset default_transaction_read_only");
                installation.primary().tell("select pg_reload_conf()");
            }
            // As on an overloaded server: some statements are cancelled. A commit that waits for the replica is spared;
            // cancelled,
            // it would be acknowledged without it.
            case CANCEL -> database().execute("""
                        do $$ begin for look in 1..200 loop
                            perform pg_stat_clear_snapshot();
                            perform pg_cancel_backend(pid) from pg_stat_activity
                                where state = 'active' and application_name = 'acse-referral'
                                    and wait_event is distinct from 'SyncRep';
                            perform pg_sleep(0.02);
                        end loop; end $$""");
            case FULL -> {
                // No room for events only: each step fails, and the engine can still save that a job failed.
                installation.primary().tell("""
                        create or replace function no_room() returns trigger language plpgsql as
                        $$ begin raise exception 'no space left on device' using errcode = 'disk_full'; end $$""");
                installation
                        .primary()
                        .tell(
                                "create trigger no_room before insert on case_event for each row execute function no_room()");
                Processes.workFor(Duration.ofSeconds(6));
                installation.primary().tell("drop function no_room() cascade");
            }
            case CUT -> installation.wires(which, Wire::cut);
            case FLICKER -> {
                // Connections break again and again, and new ones work: a job's failure is saved, and it fails again at
                // once.
                for (int cut = 0; cut < FLICKERS; cut++) {
                    installation.wires(0, Wire::cut);
                    installation.wires(1, Wire::cut);
                    Processes.workFor(Duration.ofMillis(50 + random.nextInt(150)));
                }
            }
            case SILENCE -> {
                installation.wires(which, Wire::silence);
                Processes.workFor(Duration.ofMillis(3000 + random.nextInt(10_000)));
                installation.wires(which, Wire::speakAgain);
            }
        }
        installation.nodes().stream().filter(each -> !each.isRunning()).forEach(ServerNode::start);
        waitUntilServed();
        recovery.computeIfAbsent(fault.name(), any -> new ArrayList<>()).add((System.nanoTime() - from) / 1e9);
        if (fault == Fault.FAILOVER) {
            installation.followAgain();
        }
    }

    private void waitUntilServed() {
        Processes.waitFor(
                "somebody to be served",
                Installation.RECOVERED_WITHIN,
                () -> installation.nodes().stream().anyMatch(node -> node.serves("coordinator")));
    }

    private void allRuns() {
        installation.nodes().stream().filter(node -> !node.isRunning()).forEach(ServerNode::start);
        installation.nodes().forEach(ServerNode::waitUntilReady);
        waitUntilServed();
    }

    private void jobsAreDone() {
        JdbcTemplate jdbc = database();
        Processes.waitFor(
                "the jobs that are due",
                DONE_WITHIN,
                () -> jdbc.queryForObject(
                                "select count(*) from act_ru_job where duedate_ < now() at time zone 'UTC' and retries_ > 0",
                                Long.class)
                        == 0);
    }

    /**
     * Some timers are due earlier, for the engine and in what people see of them. The silence of the prefecture is none of them: the step
     * after it records its day, which cannot lie ahead.
     */
    private void timePasses() {
        Random hours = new Random(plan.seed());
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(plan.betweenTimers().toMillis());
                // Most women get an answer, and come, before their place is lost.
                boolean harsh = hours.nextInt(100) < HARSH_PERCENT;
                for (String job : database().queryForList("""
                                select job from deadline where state = 'RUNNING' and reference is not null
                                    and activity <> 'timer_silence' and (kind not in ('offer', 'hold', 'arrival') or ?)
                                order by random() limit 2""", String.class, harsh)) {
                    // Statement by statement, so that time itself waits for nobody while it holds something.
                    if (database()
                                    .update(
                                            "update act_ru_job set duedate_ = now() at time zone 'UTC'"
                                                    + " where id_ = ? and lock_owner_ is null",
                                            job)
                            == 1) {
                        database().update("update deadline set due_at = now() where job = ?", job);
                    }
                }
                database()
                        .update("update orientation_request r set due_at = d.due_at from deadline d"
                                + " where d.reference = r.reference and d.kind = 'answer' and d.state = 'RUNNING'"
                                + " and r.answered_at is null and r.due_at > d.due_at");
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException away) {
                journal.count("time stood still");
            }
        }
    }

    private List<String> chains() {
        ServerNode command = installation.node("verify");
        command.start("verify-reveals");
        int exit = command.exit(Processes.PATIENCE);
        try {
            return exit == 0 ? List.of() : List.of(Files.readString(command.log()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> unserved() {
        List<String> unserved = new ArrayList<>();
        for (ServerNode node : installation.nodes()) {
            STAFF.stream()
                    .filter(login -> !node.serves(login))
                    .forEach(login -> unserved.add(login + " " + node.name()));
        }
        return unserved;
    }

    private JdbcTemplate database() {
        return new JdbcTemplate(installation.dataSource());
    }
}
