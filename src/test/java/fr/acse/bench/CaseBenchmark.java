package fr.acse.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.Walk;
import fr.acse.platform.door.Door;
import fr.acse.platform.history.CaseHistory;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
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
import untouched.RecordedCase;
import untouched.RecordedCase.Step;
import untouched.RecordedCases;
import untouched.Untouched;

/**
 * Whole cases, from the referral to the resident card: how many a second, with everything that they really do, beside the same models with
 * empty delegates in the untouched engine; what submitting a form takes; and what a finished case leaves in the database.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "acse.data-dir=target/test-data/bench-cases",
            "acse.embedded.durable=false",
            "logging.level.root=ERROR"
        })
@Import({Network.class, Walk.class, CaseRecorder.class, RecordedWork.class})
class CaseBenchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_UP = Integer.getInteger("acse.bench.warm-up", Size.of(150));
    private static final int CASES = Integer.getInteger("acse.bench.cases", Size.of(60));
    private static final int ROUNDS = 5;

    private RecordedCase recorded;

    @Autowired
    RecordedWork work;

    @Autowired
    CaseHistory history;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private JobExecutor jobs;

    @Test
    void measure() throws Exception {
        jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        jobs.shutdown();
        recorded = work.record();
        System.out.printf("%d steps, %d of them of people%n", recorded.steps().size(), ofPeople());

        RecordedCases.inParallel(4, WARM_UP, work::goOnce);
        Untouched.cases(recorded, WARM_UP, 4);
        throughput(1);
        throughput(4);
        overHttp();
        size();
    }

    private long ofPeople() {
        return recorded.steps().stream().filter(step -> step.person() != null).count();
    }

    // --- over the Java API

    private void throughput(int clients) throws Exception {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long began = System.nanoTime();
            RecordedCases.inParallel(clients, CASES, work::goOnce);
            ours[i] = CASES / ((System.nanoTime() - began) / 1e9);
            theirs[i] = CASES / Untouched.cases(recorded, CASES, clients);
        }
        System.out.printf(
                "%-60s ours %.1f/s, stock with empty delegates %.1f/s, ratio %.2f%n",
                "whole cases over the Java API, " + clients + " client(s), median of " + ROUNDS,
                median(ours),
                median(theirs),
                median(theirs) / median(ours));
    }

    // --- over HTTP, with the sessions, doors and checks

    private void overHttp() throws Exception {
        Map<String, Door> doors = new HashMap<>();
        recorded.steps().stream()
                .map(Step::person)
                .filter(person -> person != null)
                .distinct()
                .forEach(person -> doors.put(person, Door.rest(port, person)));
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        double perSecond = 0;
        for (int clients : new int[] {1, 4}) {
            double[] ours = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                times.clear();
                long began = System.nanoTime();
                RecordedCases.inParallel(clients, CASES / 2, () -> goOverHttp(doors, times, 0));
                ours[i] = CASES / 2 / ((System.nanoTime() - began) / 1e9);
            }
            perSecond = median(ours);
            System.out.printf(
                    "%-60s ours %.1f/s%n",
                    "whole cases over HTTP, " + clients + " client(s), median of " + ROUNDS, perSecond);
        }
        times.clear();
        // Each of two clients waits so long after each step that half as many steps are done as at most could be.
        long pause = (long) (2 * 1e9 / (perSecond / 2 * ofPeople()));
        RecordedCases.inParallel(2, CASES, () -> goOverHttp(doors, times, pause));
        print("submitting a form at half load (p50 / p95)", times);
    }

    private Void goOverHttp(Map<String, Door> doors, Queue<Long> times, long every) {
        String reference = null;
        for (Step step : recorded.steps()) {
            long began = System.nanoTime();
            switch (step.kind()) {
                case START ->
                    reference = json(doors.get(step.person())
                                    .call(
                                            "POST",
                                            "/process-definition/key/" + step.process() + "/submit-form",
                                            variables(CaseRecorder.newcomer(step.entries()))))
                            .path("businessKey")
                            .asText();
                case COMPLETE -> {
                    Door door = doors.get(step.person());
                    String task = json(door.call(
                                    "GET",
                                    "/task?maxResults=1&processInstanceBusinessKey=" + reference + "&taskDefinitionKey="
                                            + step.element(),
                                    null))
                            .path(0)
                            .path("id")
                            .asText();
                    long submitted = System.nanoTime();
                    HttpResponse<String> answer =
                            door.call("POST", "/task/" + task + "/submit-form", variables(step.entries()));
                    times.add(System.nanoTime() - submitted);
                    if (answer.statusCode() >= 300) {
                        throw new IllegalStateException(step + ": " + answer.body());
                    }
                }
                case JOB -> engine.getManagementService().executeJob(RecordedCases.job(engine, reference, step));
                case BESIDE, OVER -> {
                    // The software does it.
                }
            }
            if (step.person() != null) {
                LockSupport.parkNanos(every - (System.nanoTime() - began));
            }
        }
        return null;
    }

    private static String variables(Map<String, Object> entries) {
        Map<String, Object> variables = new HashMap<>();
        entries.forEach((name, value) -> variables.put(name, Collections.singletonMap("value", value)));
        try {
            return JSON.writeValueAsString(Map.of("variables", variables));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- what a case leaves

    private void size() throws Exception {
        // What earlier cases passed and nobody has counted yet would be missing from the size of these.
        history.count();
        jdbc.execute("vacuum analyze");
        Map<String, Long> before = sizes();
        int cases = 10 * CASES;
        RecordedCases.inParallel(2, cases, work::goOnce);
        history.count();
        jdbc.execute("vacuum analyze");
        Map<String, Long> after = sizes();
        after.replaceAll((table, bytes) -> (bytes - before.getOrDefault(table, 0L)) / cases);
        System.out.printf(
                "%-60s %.1f KB%n",
                "a finished case, all tables and indexes",
                after.values().stream().mapToLong(x -> x).sum() / 1024.0);
        after.entrySet().stream()
                .filter(each -> each.getValue() >= 100)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(each -> System.out.printf("    %-40s %6d bytes%n", each.getKey(), each.getValue()));
    }

    private Map<String, Long> sizes() {
        Map<String, Long> sizes = new HashMap<>();
        jdbc.query(
                "select relname, pg_total_relation_size(oid) from pg_class where relkind = 'r' and relnamespace ="
                        + " 'public'::regnamespace",
                row -> {
                    sizes.put(row.getString(1), row.getLong(2));
                });
        return sizes;
    }

    private static void print(String what, Queue<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        sorted.sort(null);
        System.out.printf(
                "%-60s %.1f / %.1f ms%n",
                what, sorted.get(sorted.size() / 2) / 1e6, sorted.get(sorted.size() * 95 / 100) / 1e6);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
