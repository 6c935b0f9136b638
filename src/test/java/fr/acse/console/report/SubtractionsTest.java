package fr.acse.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever takes up to three shown counts from a shown one, or from two of one division, gets no few women. */
class SubtractionsTest {

    private static final int YEARS = Integer.getInteger("acse.years", 150);

    @Test
    void noShownCountsTellOfFewWhenTheyAreTakenFromEachOther() {
        long seed = Long.getLong("acse.seed", System.nanoTime());
        System.out.println("Seed " + seed + ", years " + YEARS);
        Random random = new Random(seed);
        long shown = 0;
        for (int year = 0; year < YEARS; year++) {
            List<Count> tables = tables(random);

            Suppression.apply(tables, List.of(), List.of());

            List<Count> all = tables.stream()
                    .flatMap(Count::all)
                    .filter(each -> !each.isHidden() && each.value() > 0)
                    .toList();
            assertThat(tellingOfFew(all)).as("seed %d, year %d", seed, year).isEmpty();
            shown += all.size();
        }
        assertThat(shown / YEARS).as("counts that are shown in a year").isGreaterThan(5);
    }

    /** Each of those who are in the one before, but for some; the women of each are divided as chance has it. */
    private static List<Count> tables(Random random) {
        List<Count> tables = new ArrayList<>();
        Set<String> women = IntStream.range(0, 30 + random.nextInt(200))
                .mapToObj(Integer::toString)
                .collect(Collectors.toCollection(HashSet::new));
        for (int table = 0; table < 4; table++) {
            int lost = random.nextInt(20);
            women.removeIf(woman -> random.nextInt(100) < lost);
            Set<String> here = new HashSet<>(women);
            if (random.nextInt(4) == 0) {
                here.add("of another year " + table);
            }
            Count count = Count.sum("table", parts(here, random));
            tables.add(random.nextBoolean() ? count.dividedInto(parts(here, random)) : count);
        }
        return tables;
    }

    private static List<Count> parts(Set<String> women, Random random) {
        int parts = 1 + random.nextInt(5);
        Map<Integer, Set<String>> divided = new TreeMap<>();
        women.forEach(woman -> divided.computeIfAbsent(random.nextInt(parts), any -> new HashSet<>())
                .add(woman));
        return divided.values().stream().map(each -> Count.of("part", each)).toList();
    }

    /** All subtractions that are possible, without any haste. */
    private static List<String> tellingOfFew(List<Count> shown) {
        List<String> told = new ArrayList<>();
        for (List<Count> whole : wholes(shown)) {
            Set<String> women = women(whole);
            List<Count> inside = shown.stream()
                    .filter(each -> !whole.contains(each) && women.containsAll(each.women()))
                    .toList();
            for (List<Count> parts : upToThree(inside)) {
                long left = women.size() - Count.together(parts);
                if (women(parts).size() == Count.together(parts) && left > 0 && left < Suppression.FEWEST) {
                    told.add(values(whole) + " - " + values(parts));
                }
            }
        }
        return told;
    }

    private static List<List<Count>> wholes(List<Count> shown) {
        Stream<List<Count>> pairs = shown.stream()
                .flatMap(each -> each.breakdowns().stream())
                .map(division -> division.stream().filter(shown::contains).toList())
                .flatMap(parts -> combinations(parts, 2).stream());
        return Stream.concat(shown.stream().map(List::of), pairs).toList();
    }

    private static List<List<Count>> upToThree(List<Count> some) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(many -> combinations(some, many))
                .flatMap(Collection::stream)
                .toList();
    }

    private static List<List<Count>> combinations(List<Count> some, int many) {
        if (many == 0) {
            return List.of(List.of());
        }
        Function<Integer, Stream<List<Count>>> beginningAt =
                at -> combinations(some.subList(at + 1, some.size()), many - 1).stream()
                        .map(others -> Stream.concat(Stream.of(some.get(at)), others.stream())
                                .toList());
        return IntStream.range(0, some.size()).boxed().flatMap(beginningAt).toList();
    }

    private static Set<String> women(List<Count> counts) {
        return counts.stream().flatMap(each -> each.women().stream()).collect(Collectors.toSet());
    }

    private static List<Long> values(List<Count> counts) {
        return counts.stream().map(Count::value).toList();
    }
}
