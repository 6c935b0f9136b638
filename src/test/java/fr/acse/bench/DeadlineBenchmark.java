package fr.acse.bench;

import com.zaxxer.hikari.HikariDataSource;
import fr.acse.Network;
import fr.acse.placement.RankingOfMany;
import fr.acse.platform.door.Door;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import untouched.Untouched;

/**
 * What the clocks cost: a ranking, the page that lists a hundred thousand clocks, a lone timer, and ten thousand that are
 * due in the same minute. The untouched engine's timers call an empty delegate; these here do all that they really do.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "acse.data-dir=target/test-data/bench-deadlines",
            "acse.embedded.durable=false",
            "logging.level.root=WARN"
        })
@Import(Network.class)
class DeadlineBenchmark {

    private static final int MANY = Size.of(10_000);

    /** Fired before, here and there: what is measured has been running for days, and so has its compiler. */
    private static final int WARM_UP = Size.of(2_000);

    private static final int CLOCKS = Size.of(100_000);
    private static final int LONE = 5;

    /** Three pages a second are what some thirty people load who look every ten seconds. */
    private static final Duration BETWEEN_PAGES = Duration.ofMillis(300);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** What a process that waits for an answer knows of its case. */
    private static final Map<String, Object> WAITING = Map.of(
            "operatorGroup", "org-harbour",
            "childrenCount", 0,
            "babyCount", 0,
            "oldestChildAge", 0,
            "pregnancy", "no",
            "accessibility", "no",
            "languageCode", "fr",
            "urgency", "normal");

    /** Seconds until all were fired and all mails were sent. */
    private record Fired(double all, double sent) {}

    @Autowired
    DataSource pool;

    @Autowired
    List<HikariDataSource> pools;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Network network;

    @LocalServerPort
    int port;

    private JdbcTemplate ours;
    private JdbcTemplate stock;
    private JobExecutor jobs;

    @Test
    void measure() throws Exception {
        ours = new JdbcTemplate(pool);
        jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        stock = new JdbcTemplate(new DriverManagerDataSource(Untouched.database(), "postgres", "postgres"));

        RankingOfMany ranking = new RankingOfMany(500);
        print("500 shelters ranked (p50 / p95)", times(300, ranking::rank));
        jobs.shutdown();
        manyTimers();
        page();
        jobs.start();
        loneTimers();
    }

    // --- the page

    private void page() throws Exception {
        ours.update("delete from deadline");
        String[] references = References.random(CLOCKS);
        insert("""
                insert into deadline (job, reference, process, instance, activity, kind, responsible, started_at, due_at,
                    at_risk_at, state)
                select 'j' || n, named, 'orientation', 'i' || n,
                    case when n % 4 = 0 then 'timer_answerDue' else 'timer_offerDue' end,
                    case when n % 4 = 0 then 'answer' else 'offer' end,
                    case when n % 4 = 0 then 'coordination' else 'org-s' || n % 300 end,
                    now() - interval '24 hours', now() + (n % 5000 - 50) * interval '1 minute',
                    now() + (n % 5000 - 400) * interval '1 minute',
                    case when n % 5000 < 50 and n % 4 = 0 then 'OVERDUE' else 'RUNNING' end
                from x""", references);
        ours.execute("vacuum analyze deadline");
        Door supervisor = Door.web(port, "supervisor", "cockpit");
        for (Map.Entry<String, String> each : Map.of(
                        "first answer of the page", "?size=25",
                        "late requests only", "?size=25&standing=LATE&kind=answer",
                        "by who must act, page 200", "?size=25&sort=RESPONSIBLE&page=200",
                        "search by case reference", "?size=25&reference=" + references[123],
                        "the pictures", "/figures")
                .entrySet()) {
            print(
                    CLOCKS + " clocks: " + each.getKey() + " (p50 / p95)",
                    times(150, () -> supervisor.call("GET", "own:/deadlines" + each.getValue(), null)));
        }
    }

    /** @param sql selects from x, which has numbers n and what they are named */
    private void insert(String sql, String[] references) {
        ours.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(
                    sql.replaceAll("from x$", "from unnest(?) with ordinality as x (named, n)"));
            statement.setArray(1, connection.createArrayOf("varchar", references));
            return statement;
        });
    }

    // --- a lone timer

    private void loneTimers() throws Exception {
        Untouched.startTimers(1);
        List<Double> our = new ArrayList<>();
        List<Double> their = new ArrayList<>();
        for (int i = 0; i < LONE; i++) {
            String job = job(network.requested());
            our.add(lag(
                    ours,
                    "id_ = '" + job + "'",
                    () -> "OVERDUE"
                            .equals(ours.queryForObject(
                                    "select state from deadline where job = ?", String.class, job))));
            Untouched.startTimers(1);
            their.add(lag(
                    stock,
                    "handler_type_ = 'timer-transition'",
                    () -> stock.queryForObject(
                                    "select count(*) from act_ru_job where handler_type_ = 'timer-transition'"
                                            + " and duedate_ < now() at time zone 'utc' + interval '1 hour'",
                                    Integer.class)
                            == 0));
        }
        System.out.printf(
                "%-60s ours %.1f / %.1f s, stock %.1f / %.1f s%n",
                "a lone timer after its due time (median / worst of " + LONE + ")",
                median(our),
                our.stream().mapToDouble(x -> x).max().orElseThrow(),
                median(their),
                their.stream().mapToDouble(x -> x).max().orElseThrow());
    }

    private double lag(JdbcTemplate engine, String which, BooleanSupplier fired) throws Exception {
        Duration until = Duration.ofSeconds(12);
        engine.update(
                "update act_ru_job set duedate_ = now() at time zone 'utc' + interval '12 seconds' where " + which);
        long due = System.nanoTime() + until.toNanos();
        return (await(fired) - due) / 1e9;
    }

    // --- ten thousand in the same minute

    private void manyTimers() throws Exception {
        fireUntouched(WARM_UP, "timer-transition", () -> Untouched.startTimers(WARM_UP));
        fireUntouched(WARM_UP, "timer-start-event-subprocess", () -> Untouched.startRequests(WARM_UP, WAITING));
        fire(WARM_UP);
        ours.update("delete from deadline where state = 'OVERDUE'");
        double bare = fireUntouched(MANY, "timer-transition", () -> Untouched.startTimers(MANY));
        double same = fireUntouched(MANY, "timer-start-event-subprocess", () -> Untouched.startRequests(MANY, WAITING));
        Fired fired = fire(MANY);
        System.out.printf(
                "%-60s ours %.1f s, mails sent after %.1f s; untouched, same model %.1f s, a bare timer %.1f s%n",
                MANY + " 48-hour timers due in the same minute, nothing beside", fired.all(), fired.sent(), same, bare);
        ours.update("delete from deadline where state = 'OVERDUE'");
        ExecutorService staff = Executors.newSingleThreadExecutor();
        prepareRequests(MANY);
        spread();
        Future<long[]> tasklist = staff.submit(this::workInTasklist);
        Fired beside = fireNow();
        staff.shutdown();
        System.out.printf(
                "%-60s ours %.1f s%n", "the same while people load three pages of Tasklist a second", beside.all());
        print("a page of Tasklist meanwhile (p50 / p95)", tasklist.get());
        System.out.printf(
                "%-60s %d%n",
                "of the 1,000 most urgent, fired among the first 1,100", ours.queryForObject("""
                        select count(*) from (
                            select row_number() over (order by d.due_at) urgent, row_number() over (order by r.late_at) fired
                            from deadline d join orientation_request r using (reference)
                            where d.activity = 'timer_answerDue' and d.state = 'OVERDUE' and r.late_at is not null) x
                        where urgent <= 1000 and fired <= 1100""", Integer.class));
    }

    private Fired fire(int count) throws Exception {
        prepareRequests(count);
        spread();
        return fireNow();
    }

    /** Seconds of the untouched engine for timers of a kind; it begins with them as soon as they are due. */
    private double fireUntouched(int count, String kind, Runnable prepare) {
        prepare.run();
        spread(stock, "handler_type_ = '" + kind + "' and handler_cfg_ in ('timer', 'sub_escalation')");
        return secondsUntil(() -> !isAnyDue(stock));
    }

    private void spread() {
        ours.update("delete from notice");
        spread(ours, "id_ in (select job from deadline where activity = 'timer_answerDue' and state = 'RUNNING')");
        ours.update(
                "update deadline d set due_at = j.duedate_ at time zone 'utc' from act_ru_job j where j.id_ = d.job");
    }

    private Fired fireNow() {
        jobs.start();
        double fired = secondsUntil(() -> !isAnyDue(ours));
        double late = secondsUntil(
                () -> ours.queryForObject("select count(*) from notice where sent_at is null", Integer.class) == 0);
        jobs.shutdown();
        return new Fired(fired, fired + late);
    }

    private long[] workInTasklist() {
        Door coordinator = Door.rest(port, "coordinator");
        List<Long> times = new ArrayList<>();
        while (isAnyDue(ours)) {
            long start = System.nanoTime();
            coordinator.call("GET", "/task?sortBy=dueDate&sortOrder=asc&maxResults=15", null);
            times.add(System.nanoTime() - start);
            pause(BETWEEN_PAGES);
        }
        return times.stream().mapToLong(x -> x).toArray();
    }

    private static boolean isAnyDue(JdbcTemplate engine) {
        return engine.queryForObject(
                "select exists (select 1 from act_ru_job where duedate_ <= now() at time zone 'utc')", Boolean.class);
    }

    private static double secondsUntil(BooleanSupplier done) {
        long began = System.nanoTime();
        return (await(done) - began) / 1e9;
    }

    /** Cases as they are when their request has been submitted; they are opened by the thousand. */
    private void prepareRequests(int count) throws Exception {
        String[] references = References.random(count);
        insert(
                "insert into case_file (reference, opened_at, opened_by) select named, now(), 'operator' from x",
                references);
        insert(
                "insert into referral (reference, operator, person_key, opened_at, danger_department, language)"
                        + " select named, 'harbour', '', now(), '06', 'fr' from x",
                references);
        ExecutorService many = Executors.newFixedThreadPool(4);
        List<Future<?>> started = new ArrayList<>();
        Stream.of(references)
                .forEach(reference -> started.add(many.submit(() -> {
                    Map<String, Object> variables = new HashMap<>(WAITING);
                    variables.put("caseReference", reference);
                    engine.getRuntimeService().startProcessInstanceByKey("orientation", reference, variables);
                })));
        for (Future<?> each : started) {
            each.get();
        }
        many.shutdown();
        // In the two days until they are due the connections are renewed; these know plans of empty tables only.
        pools.stream()
                .filter(HikariDataSource::isRunning)
                .forEach(each -> each.getHikariPoolMXBean().softEvictConnections());
    }

    private static void spread(JdbcTemplate engine, String which) {
        int due = engine.update(
                "update act_ru_job set duedate_ = now() at time zone 'utc' - random() * interval '60 seconds' where "
                        + which);
        if (due == 0) {
            throw new IllegalStateException("No timer has become due: " + which);
        }
        engine.execute("analyze act_ru_job");
    }

    private String job(String reference) {
        return ours.queryForObject(
                "select job from deadline where reference = ? and activity = 'timer_answerDue'",
                String.class,
                reference);
    }

    private static long await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            pause(BETWEEN_LOOKS);
        }
        return System.nanoTime();
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static long[] times(int count, Runnable work) {
        for (int i = 0; i < count / 3; i++) {
            work.run();
        }
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = System.nanoTime() - start;
        }
        return times;
    }

    private static void print(String what, long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "%-60s %.1f / %.1f ms%n",
                what, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
