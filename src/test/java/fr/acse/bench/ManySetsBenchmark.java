package fr.acse.bench;

import fr.acse.Network;
import fr.acse.platform.door.Door;
import fr.acse.platform.sets.ModelSets;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * What starting a case, opening a form and the memory cost after one set of models and after a thousand, of which fifty have open cases.
 * Run with {@code mvn test -Pbench -Dtest=ManySetsBenchmark}.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "acse.data-dir=target/test-data/bench-sets",
            "acse.embedded.durable=false",
            "camunda.bpm.job-execution.enabled=false",
            "logging.level.root=ERROR"
        })
@Import(Network.class)
class ManySetsBenchmark {

    private static final int[] SIZES = {1, Size.of(10), Size.of(100), Size.of(1_000)};
    private static final int WITH_CASES = 50;
    private static final String FORM = "assess-situation.form";

    @Autowired
    Network network;

    @Autowired
    ModelSets sets;

    @LocalServerPort
    int port;

    @Test
    void measure() {
        int made = 1;
        System.out.printf("%n%-10s %14s %14s %14s%n", "sets", "start, p95 ms", "form, p95 ms", "heap MB");
        for (int size : SIZES) {
            for (; made < size; made++) {
                sets.deployWhole(with(made));
                if (made % Math.max(1, size / WITH_CASES) == 0) {
                    network.openReferral();
                }
            }
            String task =
                    network.task(network.openReferral(), "task_assessSituation").getId();
            Door operator = Door.web(port, "operator");
            System.out.printf(
                    "%-10d %14.1f %14.1f %14.0f%n",
                    size,
                    p95(() -> network.openReferral()),
                    p95(() -> operator.call("GET", "/task/" + task + "/deployed-form", null)),
                    heap());
        }
    }

    /** The current set with another label in a form. */
    private Map<String, byte[]> with(int number) {
        Map<String, byte[]> files = new TreeMap<>(sets.current());
        String form = new String(files.get(FORM), StandardCharsets.UTF_8);
        files.put(
                FORM,
                form.replaceFirst("\"Her age[^\"]*\"", "\"Her age " + number + "\"")
                        .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024;
    }

    private static double p95(Runnable work) {
        double[] times = new double[60];
        for (int i = -20; i < times.length; i++) {
            long began = System.nanoTime();
            work.run();
            times[Math.max(0, i)] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length * 95 / 100];
    }
}
