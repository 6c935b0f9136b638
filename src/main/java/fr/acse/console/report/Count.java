package fr.acse.console.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * A number of something with its breakdowns, each of which adds up to it. A count is a part of one other count at most.
 */
@RequiredArgsConstructor
final class Count {

    @Getter
    private final String label;

    @Getter
    private final long value;

    private final Long cents;

    /** One of the cases of each woman who is counted. */
    @Getter
    private final Set<String> women;

    @Getter
    private final List<List<Count>> breakdowns = new ArrayList<>();

    private boolean hidden;
    private boolean centsHidden;

    /** A count of something other than women. */
    static Count of(String label, long value) {
        return new Count(label, value, null, Set.of());
    }

    static Count of(String label, Set<String> women) {
        return new Count(label, women.size(), null, women);
    }

    /** @param cents what was paid for them together */
    static Count of(String label, Set<String> women, long cents) {
        return new Count(label, women.size(), cents, women);
    }

    /** The sum of its parts, which are its first breakdown. */
    static Count sum(String label, List<Count> parts) {
        return new Count(
                        label,
                        together(parts),
                        null,
                        parts.stream().flatMap(each -> each.women.stream()).collect(Collectors.toUnmodifiableSet()))
                .dividedInto(parts);
    }

    /** @throws IllegalArgumentException if the parts do not add up */
    Count dividedInto(List<Count> parts) {
        if (together(parts) != value) {
            throw new IllegalArgumentException("The parts of " + label + " do not add up");
        }
        breakdowns.add(List.copyOf(parts));
        return this;
    }

    /** The sum of some counts that have nobody in common. */
    static long together(List<Count> counts) {
        return counts.stream().mapToLong(Count::value).sum();
    }

    /** The count and all counts below it. */
    Stream<Count> all() {
        return Stream.concat(
                Stream.of(this), breakdowns.stream().flatMap(List::stream).flatMap(Count::all));
    }

    /**
     * The count below it that has a label.
     *
     * @throws IllegalArgumentException if there is none, or several
     */
    Count part(String labelled) {
        List<Count> found = all().filter(each -> each.label.equals(labelled)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " counts are labelled " + labelled);
        }
        return found.get(0);
    }

    void hide() {
        hidden = true;
    }

    void show() {
        hidden = false;
    }

    boolean isHidden() {
        return hidden;
    }

    /** Hides its money, which would say what few people had. */
    void hideCents() {
        centsHidden = cents != null;
    }

    /** Whether money was paid that is not shown although the count is. */
    boolean hasHiddenCents() {
        return centsHidden;
    }

    /** Null where nothing is paid, or it is not shown. */
    Long cents() {
        return centsHidden ? null : cents;
    }
}
