package fr.acse.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.door.Visitors;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a search takes among 10,000 cases with common names, over HTTP with a session; 2,000 of them are of the searching association. Run
 * with {@code mvn test -Pbench -Dtest=SearchBenchmark}.
 */
@ProcessTest
class SearchBenchmark {

    private static final int CASES = Integer.getInteger("acse.bench.cases", 10_000);
    private static final int TIMES = 200;
    private static final List<String> FIRST = List.of(
            "Fatoumata",
            "Amina",
            "Blessing",
            "Joy",
            "Precious",
            "Maria",
            "Elena",
            "Oksana",
            "Mariam",
            "Aïcha",
            "Ioana",
            "Gergana",
            "Lucky",
            "Osarumwense",
            "Kadiatou",
            "Hope",
            "Natalia",
            "Adesuwa",
            "Svetlana",
            "Ngozi");
    private static final List<String> LAST = List.of(
            "Diallo",
            "Traoré",
            "Osagie",
            "Omoregie",
            "Popescu",
            "Ivanova",
            "Shevchenko",
            "Camara",
            "Keïta",
            "Barry",
            "Sow",
            "Bah",
            "Igbinedion",
            "Okafor",
            "Petrova",
            "Ionescu",
            "Coulibaly",
            "Touré",
            "Ehigie",
            "Aigbe");

    @Autowired
    Network network;

    @Autowired
    CaseFileService files;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private final Random random = new Random(35);

    @Test
    void measure() {
        String like = network.openReferral();
        for (int made = 0; made < CASES; made += 100) {
            transaction.executeWithoutResult(status -> {
                for (int each = 0; each < 100; each++) {
                    make(like, each % 5 == 0 ? "harbour" : "bridge");
                }
            });
        }
        jdbc.execute("analyze");
        System.out.printf("%n%d cases%n%-52s %8s %8s%n", CASES, "", "p50", "p95");
        for (String person : List.of("coordinator", "operator")) {
            for (String typed : List.of(
                    "Fatoumata",
                    "Fatoumata Diallo",
                    "Diallo Fatumata 15/04/1996",
                    "Sevcenko Oxana",
                    "06 12 34 56 78",
                    "Nobody Atall")) {
                line(person, typed);
            }
        }
    }

    private void make(String like, String operator) {
        CaseReference reference = files.open(CaseReference.CASE, new Login("operator"));
        files.seal(
                reference,
                Map.of(
                        "sealed_firstName",
                        FIRST.get(random.nextInt(FIRST.size())),
                        "sealed_lastName",
                        LAST.get(random.nextInt(LAST.size())),
                        "sealed_birthDate",
                        LocalDate.of(1985 + random.nextInt(20), 1, 1)
                                .plusDays(random.nextInt(365))
                                .toString(),
                        "sealed_safeContact",
                        "06 " + (10_000_000 + random.nextInt(80_000_000))),
                new Login("operator"));
        jdbc.update(
                "insert into referral select (jsonb_populate_record(r, jsonb_build_object('reference', ?, 'operator', ?))).*"
                        + " from referral r where reference = ?",
                reference.value(),
                operator,
                like);
    }

    private void line(String person, String typed) {
        long[] times = new long[TIMES];
        for (int i = -20; i < TIMES; i++) {
            // Nobody is stopped for searching too often here.
            jdbc.update("insert into reading_stop (id, person, stopped_at, freed_at, freed_by)"
                    + " values (gen_random_uuid(), '" + person
                    + "', now(), now() + interval '10 years', '-')");
            long start = System.nanoTime();
            assertThat(Visitors.call(port, person, "POST", "own:/cases/search", "{\"text\":\"" + typed + "\"}")
                            .body())
                    .contains("\"cases\"");
            if (i >= 0) {
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%-52s %5.1f ms %5.1f ms%n",
                person + " " + typed, times[TIMES / 2] / 1e6, times[TIMES * 95 / 100] / 1e6);
    }
}
