package fr.acse.console.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many there were of something, and how they are divided: each of its breakdowns adds up to it. A count is a part of one other count at
 * most, so that what can be worked out from the rest is known for certain.
 */
final class Count {

    private final String label;
    private final long value;
    private final Long cents;
    private final List<List<Count>> breakdowns = new ArrayList<>();
    private boolean hidden;
    private boolean centsHidden;

    /** @param cents what was paid for them together, or null */
    private Count(String label, long value, Long cents) {
        this.label = label;
        this.value = value;
        this.cents = cents;
    }

    static Count of(String label, long value) {
        return new Count(label, value, null);
    }

    static Count of(String label, long value, long cents) {
        return new Count(label, value, cents);
    }

    /** The sum of its parts, which are its first breakdown. */
    static Count sum(String label, List<Count> parts) {
        return of(label, parts.stream().mapToLong(each -> each.value).sum()).dividedInto(parts);
    }

    /** @throws IllegalArgumentException if the parts do not add up */
    Count dividedInto(List<Count> parts) {
        if (parts.stream().mapToLong(each -> each.value).sum() != value) {
            throw new IllegalArgumentException("The parts of " + label + " do not add up");
        }
        breakdowns.add(List.copyOf(parts));
        return this;
    }

    /** It and everything below it. */
    Stream<Count> all() {
        return Stream.concat(
                Stream.of(this), breakdowns.stream().flatMap(List::stream).flatMap(Count::all));
    }

    /** A count below it, by its label. */
    Count part(String labelled) {
        return all().filter(each -> each.label.equals(labelled)).findFirst().orElseThrow();
    }

    void hide() {
        hidden = true;
    }

    boolean isHidden() {
        return hidden;
    }

    /** Its money would say what few people had. */
    void hideCents() {
        centsHidden = cents != null;
    }

    /** Whether money was paid that is not shown although the count is. */
    boolean hasHiddenCents() {
        return centsHidden;
    }

    String label() {
        return label;
    }

    long value() {
        return value;
    }

    /** Null where nothing is paid, or it is not shown. */
    Long cents() {
        return centsHidden ? null : cents;
    }

    List<List<Count>> breakdowns() {
        return breakdowns;
    }
}
