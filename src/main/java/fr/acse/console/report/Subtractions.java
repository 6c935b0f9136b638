package fr.acse.console.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes shown counts from shown counts, as people do, in one table or in several: up to {@value #MOST_PARTS} from one, or from two of one division. It
 * knows who is counted, and so which differences are numbers of women.
 */
final class Subtractions {

    private static final int MOST_PARTS = 3;

    /** @param inside counts of women who are all in it, the largest first */
    private record Whole(List<Count> counts, List<Count> inside) {

        boolean isShown() {
            return counts.stream().noneMatch(Count::isHidden);
        }

        List<Count> shownInside() {
            return inside.stream().filter(each -> !each.isHidden()).toList();
        }
    }

    private final List<Whole> wholes;

    Subtractions(List<Count> counts) {
        List<Count> ofWomen =
                counts.stream().filter(each -> !each.women().isEmpty()).toList();
        wholes = Stream.concat(ofWomen.stream().map(List::of), ofWomen.stream().flatMap(Subtractions::pairs))
                .map(whole -> new Whole(whole, inside(whole, ofWomen)))
                .toList();
    }

    private static Stream<List<Count>> pairs(Count divided) {
        return divided.breakdowns().stream()
                .flatMap(parts -> parts.stream()
                        .flatMap(one -> parts.subList(parts.indexOf(one) + 1, parts.size()).stream()
                                .map(other -> List.of(one, other))));
    }

    private static List<Count> inside(List<Count> whole, List<Count> counts) {
        Set<String> women = new HashSet<>();
        whole.forEach(each -> women.addAll(each.women()));
        return counts.stream()
                .filter(each -> !whole.contains(each) && women.containsAll(each.women()))
                .sorted(Comparator.comparing(Count::value).reversed())
                .toList();
    }

    /** The counts of one subtraction that leaves few women; nothing if there is none. */
    Optional<List<Count>> tellingOfFew() {
        return wholes.stream()
                .filter(Whole::isShown)
                .flatMap(whole -> taken(Count.together(whole.counts()), whole.shownInside(), List.of())
                        .map(parts -> Stream.concat(whole.counts().stream(), parts.stream())
                                .toList())
                        .stream())
                .findFirst();
    }

    /** What is to be taken, beside what is taken, so that few are left. */
    private static Optional<List<Count>> taken(long left, List<Count> from, List<Count> taken) {
        int more = MOST_PARTS - taken.size();
        for (int at = 0; at < from.size(); at++) {
            Count part = from.get(at);
            if (left - more * part.value() >= Suppression.FEWEST) {
                return Optional.empty();
            }
            if (taken.stream().allMatch(each -> Collections.disjoint(each.women(), part.women()))) {
                List<Count> all = new ArrayList<>(taken);
                all.add(part);
                Optional<List<Count>> found = Suppression.isOfFew(left - part.value())
                        ? Optional.of(all)
                        : more == 1
                                ? Optional.empty()
                                : taken(left - part.value(), from.subList(at + 1, from.size()), all);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
