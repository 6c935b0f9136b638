package fr.acse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.door.Visitors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long a page of the list of cases takes among 10,000, of which 1,000 are open at five stages, over HTTP with a session. Run
 * with {@code mvn test -Pbench -Dtest=CaseListBenchmark}.
 */
@ProcessTest
class CaseListBenchmark {

    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0, "oldestChildAge", 0};
    private static final int CLOSED = Size.of(9_000);
    private static final int OPEN = Size.of(200);
    private static final int TIMES = Size.of(200);

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Test
    void measure() {
        String asked = network.requested(ALONE);
        network.ask(asked, "s02");
        String travelling = network.agreed(ALONE);
        network.plan(travelling);
        network.complete(travelling, "task_confirmDeparture", "operator");
        String closed = network.requested(ALONE);
        network.withdraw(closed);
        List<String> open =
                List.of(network.openReferral(), network.requested(ALONE), asked, travelling, network.arrived(ALONE));
        Copies copies = new Copies(jdbc);
        copies.make(closed, 1, CLOSED);
        int first = CLOSED + 1;
        for (String each : open) {
            copies.make(each, first, first + OPEN - 1);
            first += OPEN;
        }
        jdbc.execute("analyze");
        System.out.printf("%n%d cases%n%-64s %8s %8s%n", first - 1, "", "p50", "p95");
        for (String person : List.of("coordinator", "operator", "shelter", "supervisor")) {
            for (String query : List.of(
                    "", "text=7K", "show=TO_DO", "show=CLOSED&page=100", "stage=TRAVELLING", "sort=LAST&page=10")) {
                line(person, query);
            }
        }
    }

    private void line(String person, String query) {
        long[] times = new long[TIMES];
        for (int i = -20; i < TIMES; i++) {
            long start = System.nanoTime();
            assertThat(Visitors.call(port, person, "GET", "own:/cases?" + query, null)
                            .statusCode())
                    .isEqualTo(200);
            if (i >= 0) {
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%-64s %5.1f ms %5.1f ms%n",
                person + " " + query, times[TIMES / 2] / 1e6, times[TIMES * 95 / 100] / 1e6);
    }
}
