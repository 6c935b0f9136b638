package fr.acse.console.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Subtracts counts from counts, in one table or across tables, like a reader. Up to {@value #MOST_PARTS} counts are subtracted from one
 * count, or from the sum of two counts of one division. A shown count minus its shown parts is also used like a count. The class compares
 * sets of women, so it knows which differences are numbers of women.
 */
final class Subtractions {

    private static final int MOST_PARTS = 3;

    /**
     * A set of women whose number a reader can work out.
     *
     * @param from the shown counts from which the number follows
     */
    private record Group(BitSet women, List<Count> from) {

        int size() {
            return women.cardinality();
        }

        boolean holds(Group other) {
            BitSet outside = (BitSet) other.women.clone();
            outside.andNot(women);
            return outside.isEmpty();
        }

        boolean hasNobodyOf(Group other) {
            return !women.intersects(other.women);
        }
    }

    private final Map<Count, BitSet> women = new IdentityHashMap<>();
    private final List<Count> counts;

    Subtractions(List<Count> counts) {
        this.counts = counts.stream().filter(each -> !each.women().isEmpty()).toList();
        Map<String, Integer> numbers = new HashMap<>();
        counts.forEach(count -> {
            BitSet here = new BitSet();
            count.women().forEach(woman -> here.set(numbers.computeIfAbsent(woman, any -> numbers.size())));
            women.put(count, here);
        });
    }

    /** The counts of one subtraction that leaves fewer than {@link Suppression#FEWEST} women; empty if no subtraction does. */
    Optional<List<Count>> tellingOfFew() {
        List<Count> shown = counts.stream().filter(each -> !each.isHidden()).toList();
        List<Group> known = Stream.concat(
                        shown.stream().map(each -> new Group(women.get(each), List.of(each))),
                        shown.stream().flatMap(this::rests))
                .sorted(Comparator.comparing(Group::size).reversed())
                .toList();
        return Stream.concat(known.stream(), shown.stream().flatMap(this::pairs))
                .flatMap(whole ->
                        taken(whole.size(), known.stream().filter(whole::holds).toList(), List.of())
                                .map(parts -> Stream.concat(Stream.of(whole), parts.stream())
                                        .flatMap(group -> group.from().stream())
                                        .toList())
                                .stream())
                .findFirst();
    }

    /** For each division of a count, the women who are in no shown part. */
    private Stream<Group> rests(Count count) {
        return count.breakdowns().stream()
                .map(Subtractions::shownIn)
                .map(parts -> {
                    BitSet rest = (BitSet) women.get(count).clone();
                    parts.forEach(part -> rest.andNot(women.get(part)));
                    return new Group(
                            rest,
                            Stream.concat(Stream.of(count), parts.stream()).toList());
                })
                .filter(rest -> rest.size() > 0);
    }

    /** The shown parts of a division. A hidden part is replaced by the division of that part whose shown parts have the most women. */
    private static List<Count> shownIn(List<Count> parts) {
        return parts.stream()
                .flatMap(part -> part.isHidden()
                        ? part.breakdowns().stream()
                                .map(Subtractions::shownIn)
                                .max(Comparator.comparing(Count::together))
                                .stream()
                                .flatMap(List::stream)
                        : Stream.of(part))
                .toList();
    }

    private Stream<Group> pairs(Count divided) {
        return divided.breakdowns().stream()
                .flatMap(parts -> parts.stream()
                        .flatMap(one -> parts.subList(parts.indexOf(one) + 1, parts.size()).stream()
                                .map(other -> List.of(one, other)))
                        .filter(pair -> pair.stream().noneMatch(Count::isHidden))
                        .map(pair -> {
                            BitSet both = (BitSet) women.get(pair.get(0)).clone();
                            both.or(women.get(pair.get(1)));
                            return new Group(both, pair);
                        }));
    }

    /**
     * Finds groups whose subtraction, in addition to the groups already taken, leaves fewer than {@link Suppression#FEWEST} women.
     *
     * @param from groups, the largest first. The search ends if the allowed number of groups of the next size would leave enough women
     */
    private static Optional<List<Group>> taken(long left, List<Group> from, List<Group> taken) {
        int more = MOST_PARTS - taken.size();
        for (int at = 0; at < from.size(); at++) {
            Group part = from.get(at);
            if (left - (long) more * part.size() >= Suppression.FEWEST) {
                return Optional.empty();
            }
            if (taken.stream().allMatch(part::hasNobodyOf)) {
                List<Group> all = new ArrayList<>(taken);
                all.add(part);
                long rest = left - part.size();
                Optional<List<Group>> found = Suppression.isOfFew(rest)
                        ? Optional.of(all)
                        : more == 1 ? Optional.empty() : taken(rest, from.subList(at + 1, from.size()), all);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
