package fr.acse.console.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hides each count of people below {@link #FEWEST}, and as many other counts as necessary. No subtraction may tell that a hidden count is
 * below {@link #FEWEST}, or tell its exact value. No subtraction of shown counts may leave fewer people than {@link #FEWEST}. The least
 * important count is hidden first, then the smallest sufficient one. Subtractions across tables are included, such as women with a request
 * minus women who arrived. If such subtractions form a cycle, a reader may narrow a hidden count further than this class checks.
 */
final class Suppression {

    /** The smallest count that is shown. People in a smaller group could be identified. */
    static final int FEWEST = 11;

    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    /** The range of values that a reader can work out for a count. */
    private static final class Range {

        private long least;
        private long most;

        Range(long least, long most) {
            this.least = least;
            this.most = most;
        }

        boolean narrow(long from, long to) {
            boolean narrows = from > least || to < most;
            least = Math.max(least, from);
            most = Math.min(most, to);
            return narrows;
        }
    }

    /**
     * Counts of different tables. Readers know that the whole includes the people of the parts.
     *
     * @param rest the people who are in the whole but in no part. No table shows this count, but readers can work it out
     */
    record Nested(Count whole, List<Count> parts, Count rest) {

        static Nested of(Count whole, Count... parts) {
            Count rest = Count.of(
                    "", whole.value() - Stream.of(parts).mapToLong(Count::value).sum());
            rest.hide();
            return new Nested(whole, List.of(parts), rest);
        }
    }

    /** A count, the parts that add up to it, and the order in which these counts are hidden. */
    private record Equation(Count total, List<Count> parts, List<Count> order) {

        Stream<Count> members() {
            return Stream.concat(Stream.of(total), parts.stream());
        }

        boolean hasAny(Set<Count> some) {
            return members().anyMatch(some::contains);
        }

        /** The next count to hide; empty if all counts above 0 are hidden. */
        Optional<Count> next() {
            return order.stream()
                    .filter(each -> !each.isHidden() && each.value() > 0)
                    .findFirst();
        }
    }

    private final List<Count> counts;
    private final List<Count> rests;
    private final Comparator<Count> leastMissed;
    private final List<Equation> equations;
    private final Subtractions subtractions;

    private Suppression(List<Count> tables, List<Nested> nested, List<Count> missed) {
        counts = tables.stream().flatMap(Count::all).toList();
        rests = nested.stream().map(Nested::rest).toList();
        leastMissed = Comparator.<Count, Integer>comparing(
                        each -> missed.contains(each) ? -missed.indexOf(each) : -missed.size())
                .thenComparing(Count::value);
        equations = Stream.concat(
                        counts.stream()
                                .flatMap(count -> count.breakdowns().stream().map(parts -> sum(count, parts))),
                        nested.stream().map(this::nesting))
                .toList();
        subtractions = new Subtractions(counts);
    }

    private static Equation sum(Count total, List<Count> parts) {
        Stream<Count> smallestFirst = parts.stream().sorted(Comparator.comparing(Count::value));
        return new Equation(
                total, parts, Stream.concat(smallestFirst, Stream.of(total)).toList());
    }

    private Equation nesting(Nested nested) {
        return new Equation(
                nested.whole(),
                Stream.concat(nested.parts().stream(), Stream.of(nested.rest())).toList(),
                Stream.concat(nested.parts().stream(), Stream.of(nested.whole()))
                        .sorted(leastMissed)
                        .toList());
    }

    /**
     * Hides the necessary counts in all tables.
     *
     * @param missed counts that stay shown rather than others, the most important one first
     */
    static void apply(List<Count> tables, List<Nested> nested, List<Count> missed) {
        new Suppression(tables, nested, missed).hide();
    }

    /** Whether a count is between 1 and {@link #FEWEST} - 1. A count of 0 identifies nobody. */
    static boolean isOfFew(long people) {
        return people > 0 && people < FEWEST;
    }

    private static boolean isOfFew(Count count) {
        return isOfFew(count.value());
    }

    private void hide() {
        counts.stream().filter(Suppression::isOfFew).forEach(Count::hide);
        Optional<Count> next = nextToHide();
        while (next.isPresent()) {
            next.get().hide();
            next = nextToHide();
        }
        showWhatNeedNotBeHidden();
    }

    /** The next count to hide. Hidden counts that readers can work out come first, then subtractions that leave few people. */
    private Optional<Count> nextToHide() {
        return workedOut()
                .flatMap(this::next)
                .or(() -> subtractions
                        .tellingOfFew()
                        .flatMap(told -> told.stream().min(leastMissed)));
    }

    /** Shows counts again that were hidden early and are no longer needed, because later counts are hidden, too. */
    private void showWhatNeedNotBeHidden() {
        counts.stream().sorted(leastMissed.reversed()).forEach(count -> {
            showUnlessWorkedOut(count.all().toList());
            showUnlessWorkedOut(List.of(count));
        });
    }

    private void showUnlessWorkedOut(List<Count> together) {
        List<Count> hidden = together.stream()
                .filter(each -> each.isHidden() && !isOfFew(each))
                .toList();
        hidden.forEach(Count::show);
        if (nextToHide().isPresent()) {
            hidden.forEach(Count::hide);
        }
    }

    /** A hidden count that readers can work out exactly, or as below {@code FEWEST}. The least costly one to protect comes first. */
    private Optional<Count> workedOut() {
        Map<Count, Range> ranges = ranges();
        return Stream.concat(
                        counts.stream().filter(Count::isHidden), rests.stream().filter(Suppression::isOfFew))
                .filter(count -> {
                    Range range = ranges.get(count);
                    return range.most < FEWEST || range.least == range.most;
                })
                // If there is no shown count left to hide, readers cannot work the count out.
                .filter(count -> next(count).isPresent())
                .min(Comparator.comparing(count -> next(count).orElseThrow(), leastMissed));
    }

    /**
     * The least important shown count in an equation with the known one; the sum itself only if all parts are hidden. If such equations
     * have no shown count, the search goes on in the neighbouring equations.
     */
    private Optional<Count> next(Count known) {
        Set<Count> near = Collections.newSetFromMap(new IdentityHashMap<>());
        near.add(known);
        List<Equation> left = new ArrayList<>(equations);
        while (true) {
            List<Equation> here =
                    left.stream().filter(equation -> equation.hasAny(near)).toList();
            Optional<Count> next =
                    here.stream().map(Equation::next).flatMap(Optional::stream).min(leastMissed);
            if (next.isPresent() || here.isEmpty()) {
                return next;
            }
            left.removeAll(here);
            here.stream().flatMap(Equation::members).forEach(near::add);
        }
    }

    /** The report leaves out counts of 0, so a hidden count is at least 1. A rest is in no table, so it may be 0. */
    private Map<Count, Range> ranges() {
        Map<Count, Range> ranges = new IdentityHashMap<>();
        rests.forEach(rest -> ranges.put(rest, new Range(0, UNBOUNDED)));
        counts.forEach(count -> ranges.put(
                count, count.isHidden() ? new Range(1, UNBOUNDED) : new Range(count.value(), count.value())));
        boolean narrows = true;
        while (narrows) {
            narrows = false;
            for (Equation equation : equations) {
                narrows |= narrow(equation, ranges);
            }
        }
        return ranges;
    }

    private static boolean narrow(Equation equation, Map<Count, Range> ranges) {
        List<Range> parts = new ArrayList<>();
        equation.parts().forEach(part -> parts.add(ranges.get(part)));
        Range total = ranges.get(equation.total());
        long least = parts.stream().mapToLong(part -> part.least).sum();
        long most = parts.stream().mapToLong(part -> part.most).reduce(0, Suppression::plus);
        boolean narrows = total.narrow(least, most);
        for (Range part : parts) {
            long othersMost = parts.stream()
                    .filter(each -> each != part)
                    .mapToLong(each -> each.most)
                    .reduce(0, Suppression::plus);
            long othersLeast = parts.stream()
                    .filter(each -> each != part)
                    .mapToLong(each -> each.least)
                    .sum();
            narrows |= part.narrow(total.least - othersMost, total.most - othersLeast);
        }
        return narrows;
    }

    private static long plus(long one, long other) {
        return Math.min(UNBOUNDED, one + other);
    }
}
