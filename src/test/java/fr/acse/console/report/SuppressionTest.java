package fr.acse.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Extent;
import fr.acse.console.report.Suppression.Nested;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No count of few people is shown, and none can be worked out from what is. */
class SuppressionTest {

    private static final int REPORTS = Extent.of("acse.reports", 100, 2_000);

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

        Suppression.apply(List.of(count), List.of(), List.of());

        assertThat(shown(count)).containsExactly(shown.split(" "));
    }

    private static List<String> shown(Count count) {
        return count.all()
                .map(each -> each.isHidden() ? "-" : Long.toString(each.value()))
                .toList();
    }

    /** Tries by brute force, and not as the software does, what a hidden count can be. */
    @Test
    void ofNoHiddenCountCanItBeWorkedOutThatFewPeopleAreInIt() {
        long seed = Extent.seed(SuppressionTest.class);
        Random random = new Random(seed);
        for (int report = 0; report < REPORTS; report++) {
            List<Count> tables = new ArrayList<>(List.of(table(random, 3)));
            List<Nested> nested = new ArrayList<>();
            for (int more = random.nextInt(4); more > 0; more--) {
                nest(random, tables, nested);
            }
            Suppression.apply(tables, nested, missed(random, tables));
            String which = "seed %d, report %d: %s %s"
                    .formatted(
                            seed,
                            report,
                            tables.stream().map(SuppressionTest::told).toList(),
                            nested);
            List<Count> counts = tables.stream().flatMap(Count::all).toList();
            assertThat(counts.stream().filter(SuppressionTest::isOfFew))
                    .as(which)
                    .allMatch(Count::isHidden);
            Stream.concat(
                            counts.stream().filter(Count::isHidden),
                            nested.stream().map(Nested::rest).filter(SuppressionTest::isOfFew))
                    .forEach(hidden -> {
                        assertThat(BruteForce.another(tables, nested, hidden, 0))
                                .as(which + ", what else " + hidden.value() + " may be")
                                .isPresent();
                        assertThat(hidden.value() >= Suppression.FEWEST
                                        || BruteForce.another(tables, nested, hidden, Suppression.FEWEST)
                                                .isPresent())
                                .as(which + ", whether " + hidden.value() + " may be many")
                                .isTrue();
                    });
        }
    }

    private static boolean isOfFew(Count count) {
        return count.value() > 0 && count.value() < Suppression.FEWEST;
    }

    /** One more table, of which a random part is nested in one that is there, or the other way round. */
    private static void nest(Random random, List<Count> tables, List<Nested> nested) {
        Count table = table(random, 2);
        Count here = anyOf(random, tables.stream().flatMap(Count::all).toList());
        Count there = anyOf(random, table.all().toList());
        tables.add(table);
        nested.add(here.value() < there.value() ? Nested.of(there, here) : Nested.of(here, there));
    }

    private static List<Count> missed(Random random, List<Count> tables) {
        return random.nextBoolean() ? List.of() : List.of(anyOf(random, tables), anyOf(random, tables));
    }

    private static Count anyOf(Random random, List<Count> counts) {
        return counts.get(random.nextInt(counts.size()));
    }

    @Test
    void aDifferenceOfTwoTablesSaysNothingOfFew() {
        Count found = Count.of("found", 40);
        Count asked = Count.sum("asked", List.of(found, Count.of("waiting", 20), Count.of("refused", 30)));
        Count arrived = Count.sum("arrived", List.of(Count.of("soon", 20), Count.of("later", 17)));

        Suppression.apply(List.of(asked, arrived), List.of(Nested.of(found, arrived)), List.of(arrived));

        assertThat(shown(asked)).as("3 were found a place and did not arrive").containsExactly("90", "-", "-", "30");
        assertThat(shown(arrived)).containsExactly("37", "20", "17");
    }

    @Test
    void mostOfALargeTableIsShown() {
        List<Count> parts = new ArrayList<>();
        for (int part = 0; part < 12; part++) {
            parts.add(Count.of("part", 40 + part));
        }
        parts.add(Count.of("few", 4));
        Count count = Count.sum("all", parts);

        Suppression.apply(List.of(count), List.of(), List.of());

        assertThat(count.all().filter(Count::isHidden)).hasSize(2);
    }

    /** No larger than what is tried by brute force. */
    private static Count table(Random random, int depth) {
        Count table = random(random, depth);
        return table.value() > BruteForce.LARGEST / 2 ? table(random, depth) : table;
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
