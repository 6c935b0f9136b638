package fr.acse.bench;

import fr.acse.Network;
import fr.acse.Walk;
import fr.acse.platform.door.Door;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import untouched.RecordedCases;

/** What a case, a page and the memory cost when there are a thousand cases, and when there are a hundred thousand open and as many finished ones. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "acse.data-dir=target/test-data/bench-growth",
            "acse.embedded.durable=false",
            "logging.level.root=ERROR"
        })
@Import({Network.class, Walk.class, CaseRecorder.class, RecordedWork.class})
class GrowthBenchmark {

    private static final int[] SIZES = {Size.of(500), Size.of(5_000), Size.of(50_000), Size.of(100_000)};
    private static final int MOST = Integer.getInteger("acse.bench.most", 100_000);
    private static final int CASES = Integer.getInteger("acse.bench.cases", Size.of(60));
    private static final int ROUNDS = 5;

    /** The shelter and the association of the case that is copied. */
    private static final List<String> OF_THE_CASE = List.of("s01", "harbour");

    @Autowired
    Network network;

    @Autowired
    RecordedWork work;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Test
    void measure() throws Exception {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .shutdown();
        work.record();
        RecordedCases.inParallel(4, 2 * CASES, work::goOnce);
        String open = network.arrived();
        String finished = work.go();
        Copies copies = new Copies(jdbc);
        int made = 0;
        System.out.printf(
                "%-10s %14s %14s %14s %14s %14s%n",
                "cases", "ms per case", "p95 tasks", "p95 Deadlines", "heap MB", "KB per case");
        for (int size : SIZES) {
            if (size > MOST) {
                break;
            }
            copies.makeElsewhere(open, OF_THE_CASE, made + 1, size);
            copies.makeElsewhere(finished, OF_THE_CASE, 1_000_000 + made + 1, 1_000_000 + size);
            made = size;
            jdbc.execute("vacuum analyze");
            double[] perCase = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long began = System.nanoTime();
                RecordedCases.inParallel(1, CASES, work::goOnce);
                perCase[i] = (System.nanoTime() - began) / 1e6 / CASES;
            }
            Door shelter = Door.rest(port, "shelter");
            Door supervisor = Door.web(port, "supervisor", "cockpit");
            System.out.printf(
                    "%-10d %14.0f %14.1f %14.1f %14.0f %14.1f%n",
                    2 * size,
                    median(perCase),
                    p95(() -> shelter.call("GET", "/task?sortBy=dueDate&sortOrder=asc&maxResults=15", null)),
                    p95(() -> supervisor.call("GET", "own:/deadlines?size=25", null)),
                    heap(),
                    jdbc.queryForObject("select pg_database_size(current_database())", Long.class)
                            / 1024.0
                            / (2 * size));
        }
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024;
    }

    private static double p95(Runnable page) {
        double[] times = new double[150];
        for (int i = -50; i < times.length; i++) {
            long began = System.nanoTime();
            page.run();
            times[Math.max(0, i)] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length * 95 / 100];
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
