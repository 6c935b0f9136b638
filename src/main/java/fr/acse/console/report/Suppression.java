package fr.acse.console.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hides each count of somebody below {@link #FEWEST}, and as many others as are needed so that no subtraction says of a hidden one that it is below, or
 * exactly what it is. The smallest that helps is hidden first.
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

    /** A count and the parts that add up to it. */
    private record Equation(Count total, List<Count> parts) {

        Stream<Count> members() {
            return Stream.concat(Stream.of(total), parts.stream());
        }
    }

    private final List<Count> counts;
    private final List<Equation> equations;

    private Suppression(Count root) {
        counts = root.all().toList();
        equations = counts.stream()
                .flatMap(count -> count.breakdowns().stream().map(parts -> new Equation(count, parts)))
                .toList();
    }

    /** Hides what must be hidden in a count and everything below it. */
    static void apply(Count root) {
        new Suppression(root).hide();
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
        return counts.stream()
                .filter(Count::isHidden)
                .filter(count -> {
                    Range range = ranges.get(count);
                    return range.most < FEWEST || range.least == range.most;
                })
                // If nothing is shown that could be hidden, nothing can be worked out either.
                .filter(count -> next(count).isPresent())
                .findFirst();
    }

    /** The smallest count that is still shown beside it; the sum itself only if all the others are hidden. */
    private Optional<Count> next(Count known) {
        return equations.stream()
                .filter(equation -> equation.members().anyMatch(each -> each == known))
                .map(equation -> equation.parts().stream()
                        .filter(each -> !each.isHidden() && each.value() > 0)
                        .min(Comparator.comparing(Count::value))
                        .or(() -> Optional.of(equation.total()).filter(total -> !total.isHidden())))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Count::value));
    }

    /** What nobody is counted in is left out of the report, so whatever is hidden is at least one. */
    private Map<Count, Range> ranges() {
        Map<Count, Range> ranges = new IdentityHashMap<>();
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
