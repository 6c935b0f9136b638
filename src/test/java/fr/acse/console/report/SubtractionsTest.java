package fr.acse.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.Extent;
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

/** Whoever takes up to three known counts from one, or from two of one division, gets no few women. */
class SubtractionsTest {

    private static final int YEARS = Extent.of("acse.years", 60, 1_000);

    @Test
    void noShownCountsTellOfFewWhenTheyAreTakenFromEachOther() {
        long seed = Extent.seed(SubtractionsTest.class);
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
        List<Set<String>> known = Stream.concat(
                        shown.stream().map(Count::women), shown.stream().flatMap(SubtractionsTest::rests))
                .toList();
        for (Set<String> whole : wholes(shown, known)) {
            List<Set<String>> inside = known.stream().filter(whole::containsAll).toList();
            for (List<Set<String>> parts : upToThree(inside)) {
                int taken = parts.stream().mapToInt(Set::size).sum();
                Set<String> left = new HashSet<>(whole);
                parts.forEach(left::removeAll);
                boolean eachInOnePart = left.size() == whole.size() - taken;
                if (eachInOnePart && !left.isEmpty() && left.size() < Suppression.FEWEST) {
                    told.add(
                            whole.size() + " - " + parts.stream().map(Set::size).toList());
                }
            }
        }
        return told;
    }

    private static List<Set<String>> wholes(List<Count> shown, List<Set<String>> known) {
        Stream<Set<String>> pairs = shown.stream()
                .flatMap(each -> each.breakdowns().stream())
                .map(division -> division.stream().filter(shown::contains).toList())
                .flatMap(parts -> combinations(parts, 2).stream())
                .map(pair ->
                        pair.stream().flatMap(each -> each.women().stream()).collect(Collectors.toSet()));
        return Stream.concat(known.stream(), pairs).toList();
    }

    /** Who is in a shown count, and in no shown part of one of its divisions. */
    private static Stream<Set<String>> rests(Count count) {
        return count.breakdowns().stream()
                .map(division -> {
                    Set<String> rest = new HashSet<>(count.women());
                    division.stream().filter(part -> !part.isHidden()).forEach(part -> rest.removeAll(part.women()));
                    return rest;
                })
                .filter(rest -> !rest.isEmpty());
    }

    private static <T> List<List<T>> upToThree(List<T> some) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(many -> combinations(some, many))
                .flatMap(Collection::stream)
                .toList();
    }

    private static <T> List<List<T>> combinations(List<T> some, int many) {
        if (many == 0) {
            return List.of(List.of());
        }
        Function<Integer, Stream<List<T>>> beginningAt =
                at -> combinations(some.subList(at + 1, some.size()), many - 1).stream()
                        .map(others -> Stream.concat(Stream.of(some.get(at)), others.stream())
                                .toList());
        return IntStream.range(0, some.size()).boxed().flatMap(beginningAt).toList();
    }
}
