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
 * Hides each count of somebody below {@link #FEWEST}, and as many others as are needed so that no subtraction says of a hidden one that it is below, or
 * exactly what it is. The smallest that helps is hidden first. A subtraction may also go from one table to another: who asked and did not arrive.
 */
final class Suppression {

    /** Fewer people than this might be found again. */
    static final int FEWEST = 11;

    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    /** What somebody can work out of a count. */
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
     * Two counts of different tables: whoever is counted in the part is counted in the whole, too. A table is nested in one other at most, and in no
     * circle, so that what can be worked out is still known for certain.
     *
     * @param spared the one of them that is shown rather than the other
     * @param rest who is counted in the whole only; it stands in no table, but anybody can work it out
     */
    record Nested(Count whole, Count part, Count spared, Count rest) {

        static Nested of(Count whole, Count part, Count spared) {
            Nested nested = new Nested(whole, part, spared, Count.of("", whole.value() - part.value()));
            nested.rest.hide();
            return nested;
        }
    }

    /** A count and the parts that add up to it, and the order in which they are hidden. */
    private record Equation(Count total, List<Count> parts, List<Count> order) {

        static Equation of(Count total, List<Count> parts) {
            return new Equation(
                    total,
                    parts,
                    Stream.concat(parts.stream().sorted(Comparator.comparing(Count::value)), Stream.of(total))
                            .toList());
        }

        static Equation of(Nested nested) {
            Count other = nested.spared == nested.part ? nested.whole : nested.part;
            return new Equation(nested.whole, List.of(nested.part, nested.rest), List.of(other, nested.spared));
        }

        Stream<Count> members() {
            return Stream.concat(Stream.of(total), parts.stream());
        }

        boolean hasAny(Set<Count> some) {
            return members().anyMatch(some::contains);
        }

        /** The next one to hide; nothing if all that is counted is hidden. */
        Optional<Count> next() {
            return order.stream()
                    .filter(each -> !each.isHidden() && each.value() > 0)
                    .findFirst();
        }
    }

    private final List<Count> counts;
    private final List<Count> rests;
    private final Set<Count> spared = identities();
    private final Comparator<Count> hiddenFirst =
            Comparator.<Count, Boolean>comparing(spared::contains).thenComparing(Count::value);
    private final List<Equation> equations;

    private Suppression(List<Count> tables, List<Nested> nested) {
        counts = tables.stream().flatMap(Count::all).toList();
        rests = nested.stream().map(Nested::rest).toList();
        nested.stream().map(Nested::spared).forEach(spared::add);
        equations = Stream.concat(
                        counts.stream()
                                .flatMap(count -> count.breakdowns().stream().map(parts -> Equation.of(count, parts))),
                        nested.stream().map(Equation::of))
                .toList();
    }

    /** Hides what must be hidden in all tables. */
    static void apply(List<Count> tables, List<Nested> nested) {
        new Suppression(tables, nested).hide();
    }

    /** Nobody is found again by a count of nobody. */
    private static boolean isOfFew(Count count) {
        return count.value() > 0 && count.value() < FEWEST;
    }

    private void hide() {
        counts.stream().filter(Suppression::isOfFew).forEach(Count::hide);
        Optional<Count> known = workedOut();
        while (known.isPresent()) {
            next(known.get()).ifPresent(Count::hide);
            known = workedOut();
        }
    }

    /** A hidden count of which the others say that it is below, or exactly what it is. */
    private Optional<Count> workedOut() {
        Map<Count, Range> ranges = ranges();
        return Stream.concat(
                        counts.stream().filter(Count::isHidden), rests.stream().filter(Suppression::isOfFew))
                .filter(count -> {
                    Range range = ranges.get(count);
                    return range.most < FEWEST || range.least == range.most;
                })
                // If nothing is shown that could be hidden, nothing can be worked out either.
                .filter(count -> next(count).isPresent())
                .findFirst();
    }

    /**
     * The smallest count that is still shown beside it; the sum itself only if all the others are hidden. If all of them are, the nearest one from
     * which they can be worked out.
     */
    private Optional<Count> next(Count known) {
        Set<Count> near = identities();
        near.add(known);
        List<Equation> left = new ArrayList<>(equations);
        while (true) {
            List<Equation> here =
                    left.stream().filter(equation -> equation.hasAny(near)).toList();
            Optional<Count> next =
                    here.stream().map(Equation::next).flatMap(Optional::stream).min(hiddenFirst);
            if (next.isPresent() || here.isEmpty()) {
                return next;
            }
            left.removeAll(here);
            here.stream().flatMap(Equation::members).forEach(near::add);
        }
    }

    /** What nobody is counted in is left out of the report, so whatever is hidden is at least one; but for a rest, which is in no table. */
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

    private static Set<Count> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static long plus(long one, long other) {
        return Math.min(UNBOUNDED, one + other);
    }
}
