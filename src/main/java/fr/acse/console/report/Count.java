package fr.acse.console.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** A number with its breakdowns. The parts of each breakdown add up to the number. A count is a part of at most one other count. */
@RequiredArgsConstructor
final class Count {

    @Getter
    private final String label;

    @Getter
    private final long value;

    private final Long cents;

    /** One case reference for each counted woman. */
    @Getter
    private final Set<String> women;

    @Getter
    private final List<List<Count>> breakdowns = new ArrayList<>();

    private boolean hidden;
    private boolean centsHidden;

    /** A count of items that are not women. */
    static Count of(String label, long value) {
        return new Count(label, value, null, Set.of());
    }

    static Count of(String label, Set<String> women) {
        return new Count(label, women.size(), null, women);
    }

    /** @param cents amount that was paid for all these women together */
    static Count of(String label, Set<String> women, long cents) {
        return new Count(label, women.size(), cents, women);
    }

    /** A count that is the sum of its parts. The parts are its first breakdown. */
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

    /** The sum of counts that have no woman in common. */
    static long together(List<Count> counts) {
        return counts.stream().mapToLong(Count::value).sum();
    }

    /** This count and all counts in its breakdowns, at all levels. */
    Stream<Count> all() {
        return Stream.concat(
                Stream.of(this), breakdowns.stream().flatMap(List::stream).flatMap(Count::all));
    }

    /**
     * The count with a label, among this count and all counts below it.
     *
     * @throws IllegalArgumentException if no count or several counts have the label
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

    /** Hides the amount of money of the count, because the amount would tell how much a few women had. */
    void hideCents() {
        centsHidden = cents != null;
    }

    /** Whether the amount of money is hidden although the count is shown. */
    boolean hasHiddenCents() {
        return centsHidden;
    }

    /** The amount of money; null if nothing is paid, or the amount is hidden. */
    Long cents() {
        return centsHidden ? null : cents;
    }
}
