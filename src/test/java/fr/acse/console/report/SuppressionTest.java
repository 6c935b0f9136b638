package fr.acse.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No count of few people is shown, and none can be worked out from what is. */
class SuppressionTest {

    private static final int TABLES = Integer.getInteger("acse.tables", 300);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20,30,40 | 90 20 30 40",
                "10,30,40 | 80 - - 40",
                "0,30,40 | 70 0 30 40",
                "0,3,30,40 | 73 0 - - 40",
                "0,0,0 | 0 0 0 0",
                "3,4,60 | 67 - - -",
                "6,7,60 | 73 - - 60",
                "5,5,60 | 70 - - -",
                "2,3 | - - -",
                "10,11 | 21 - -",
                "5,6 | - - -",
                "4,4,4 | - - - -",
                "11,11 | 22 11 11",
                "200 | 200 200",
                "5 | - -"
            })
    void theSmallestThatHelpsIsHiddenWithIt(String parts, String shown) {
        Count count = Count.sum(
                "all",
                Stream.of(parts.split(","))
                        .map(each -> Count.of("part", Long.parseLong(each)))
                        .toList());

        Suppression.apply(count);

        assertThat(count.all()
                        .map(each -> each.isHidden() ? "-" : Long.toString(each.value()))
                        .toList())
                .containsExactly(shown.split(" "));
    }

    /** Tries by brute force, and not as the software does, what a hidden count can be. */
    @Test
    void ofNoHiddenCountCanItBeWorkedOutThatFewPeopleAreInIt() {
        long seed = Long.getLong("acse.seed", System.nanoTime());
        System.out.println("Seed " + seed + ", tables " + TABLES);
        Random random = new Random(seed);
        for (int table = 0; table < TABLES; table++) {
            Count root = random(random, 3);
            Suppression.apply(root);
            String which = "seed %d, table %d: %s".formatted(seed, table, told(root));
            assertThat(root.all().filter(each -> each.value() > 0 && each.value() < Suppression.FEWEST))
                    .as(which)
                    .allMatch(Count::isHidden);
            root.all().filter(Count::isHidden).forEach(hidden -> {
                assertThat(BruteForce.another(root, hidden, 1))
                        .as(which + ", what else " + hidden.value() + " may be")
                        .isPresent();
                assertThat(hidden.value() >= Suppression.FEWEST
                                || BruteForce.another(root, hidden, Suppression.FEWEST)
                                        .isPresent())
                        .as(which + ", whether " + hidden.value() + " may be many")
                        .isTrue();
            });
        }
    }

    @Test
    void mostOfALargeTableIsShown() {
        List<Count> parts = new ArrayList<>();
        for (int part = 0; part < 12; part++) {
            parts.add(Count.of("part", 40 + part));
        }
        parts.add(Count.of("few", 4));
        Count count = Count.sum("all", parts);

        Suppression.apply(count);

        assertThat(count.all().filter(Count::isHidden)).hasSize(2);
    }

    private static Count random(Random random, int depth) {
        int parts = 1 + random.nextInt(4);
        List<Count> all = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            all.add(
                    depth > 1 && random.nextInt(3) == 0
                            ? random(random, depth - 1)
                            : Count.of("part", random.nextInt(random.nextBoolean() ? 14 : 60)));
        }
        Count count = Count.sum("sum", all);
        if (random.nextInt(3) == 0) {
            long first = count.value() == 0 ? 0 : random.nextLong(count.value() + 1);
            count.dividedInto(List.of(Count.of("one", first), Count.of("other", count.value() - first)));
        }
        return count;
    }

    private static String told(Count count) {
        return (count.isHidden() ? "(" + count.value() + ")" : Long.toString(count.value()))
                + (count.breakdowns().isEmpty()
                        ? ""
                        : count.breakdowns().stream()
                                .map(parts -> parts.stream()
                                        .map(SuppressionTest::told)
                                        .toList()
                                        .toString())
                                .toList());
    }
}
